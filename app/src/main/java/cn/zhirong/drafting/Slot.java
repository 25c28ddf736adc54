package cn.zhirong.drafting;

import cn.zhirong.rule.FactType;
import java.util.List;

/** One thing that a form asks for; {@code key} is what the text calls it and how its path goes on. */
sealed interface Slot {
    String key();

    String label();

    /** One of several words. */
    record Option(String value, String label) {}

    /** One line, such as a name or a length of time. */
    record Text(String key, String label, String hint) implements Slot {}

    /** Several names in one line, with 、 between. */
    record Texts(String key, String label, String hint) implements Slot {}

    /** One of several; the empty one is not written. */
    record Choice(String key, String label, List<Option> options) implements Slot {}

    /** Yes or no. */
    record Flag(String key, String label, List<Option> options) implements Slot {}

    /** A line and what it is, such as a limit that counts or not: the choice is the key it is written under. */
    record Edge(String key, String label, String hint, List<Option> edges) implements Slot {}

    /** A fact or field by its name alone. */
    record Name(String key, String label, List<FactType> types) implements Slot {}

    /**
     * A number or an algorithm.
     *
     * @param optional whether it may be missing
     * @param among whether it speaks of the records of the list beside it
     */
    record Amount(String key, String label, boolean optional, boolean among) implements Slot {}

    /** Several of them. */
    record Amounts(String key, String label) implements Slot {}

    /** A day. */
    record Day(String key, String label) implements Slot {}

    /** Conditions that must all be met. */
    record Conditions(String key, String label, boolean among) implements Slot {}

    /** Rows, each of the same things. */
    record Rows(String key, String label, String one, List<Slot> slots) implements Slot {}

    /** The provision it rests on. */
    record Clause(boolean optional) implements Slot {
        @Override
        public String key() {
            return "provision";
        }

        @Override
        public String label() {
            return optional ? "依据（与外层不同时填）" : "依据";
        }
    }
}
