package cn.zhirong.assistant;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question in the same words, however often it was asked.
 *
 * @param reason name of an {@link Answer.Reason}, or null where it was answered and the answer did not help
 * @param unhelpful how often somebody said so
 */
@Introspected
record UnansweredRow(
        String question,
        long times,
        long unhelpful,
        Instant lastAt,
        @Nullable String reason) {}
