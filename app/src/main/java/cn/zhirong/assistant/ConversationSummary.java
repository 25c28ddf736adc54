package cn.zhirong.assistant;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** A line of the history: a conversation with its first question, how many there were, and when the last was asked. */
@Introspected
record ConversationSummary(String id, String question, int turns, Instant askedAt) {}
