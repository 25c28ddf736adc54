package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question and its answer in a trace.
 *
 * @param kind what was asked: {@code rule}, {@code all}, {@code some}, {@code not}, {@code leaf}, {@code item}, {@code amount},
 *     {@code formula} or {@code step}
 * @param says the question, in Chinese
 * @param result the answer, in Chinese
 * @param detail how it came about, in Chinese; may be empty
 * @param clause what asks for it; null where its parts say so
 * @param inputs the facts looked at
 */
public record TraceNode(
        String kind,
        String says,
        String result,
        String detail,
        @Nullable ProvisionReference clause,
        List<TraceInput> inputs,
        List<TraceNode> parts) {
    public TraceNode {
        inputs = List.copyOf(inputs);
        parts = List.copyOf(parts);
    }

    /**
     * A fact that was looked at, with where it comes from.
     *
     * @param name of the fact, or list-record/field
     * @param value in Chinese; 未知 when it is not known
     * @param source in Chinese; empty when not known
     * @param on the day it was said, ISO; empty when not known
     */
    public record TraceInput(String name, String label, String value, String source, String on, String evidence) {}
}
