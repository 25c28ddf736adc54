package cn.zhirong.assistant;

import cn.zhirong.web.Refusal;
import java.util.List;

/**
 * The page on which a question is asked.
 *
 * @param box the question box
 * @param suggestions questions the bureau's documents answer
 * @param history this visitor's conversations, newest first
 * @param contact the way to a person, or empty
 */
public record AskView(Box box, List<String> suggestions, List<Past> history, String contact) {

    /**
     * A question box.
     *
     * @param action where it is sent
     * @param form makes two sendings of it one
     * @param conversation to go on with, or empty
     * @param typed the question that stands in it
     * @param asOf the day that stands in it, ISO where it is one; empty for today
     * @param errors what is wrong with what was typed
     */
    public record Box(
            String action, String form, String conversation, String typed, String asOf, List<Refusal.Field> errors) {}

    /** What stands in a question box: the question and the day. */
    public record Typed(String question, String asOf) {
        static final Typed NOTHING = new Typed("", "");
    }

    /** A conversation of the past. */
    public record Past(String id, String question, int turns, String when) {}
}
