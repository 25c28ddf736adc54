/**
 * From a question to an answer that rests on cited words, without a language model.
 *
 * <p>Begin with {@link cn.zhirong.assistant.Assistant}: it understands a question (subject carried over, parts, kind of fact
 * asked for), finds evidence through {@code knowledge}, cuts the shortest words that answer, and checks every figure against
 * the words cited. {@link cn.zhirong.assistant.Answer} lists what may come out. The steps between question and evidence carry
 * LangChain4j's names, and no other package imports it.
 *
 * <p>Around it, {@code Conversations} stores a turn before its answer is made, makes the answer whoever is
 * connected, and keeps its parts for those who listen; {@code AskController}, {@code TurnController} and {@code
 * AskApiController} show it to people and programs.
 */
@NullMarked
package cn.zhirong.assistant;

import org.jspecify.annotations.NullMarked;
