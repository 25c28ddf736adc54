package cn.zhirong.policy;

import org.jspecify.annotations.Nullable;

/** One of several views of the same thing. {@code count} is shown beside it unless it is null. */
public record PageTab(
        String text, String href, boolean current, @Nullable Integer count) {}
