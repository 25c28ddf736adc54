package cn.zhirong.application;

import java.util.List;
import java.util.Set;

/**
 * What a list is asked for.
 *
 * @param words part of the firm's name or of the number; empty for all
 * @param programme its key; 0 for all
 * @param batch its key; 0 for all
 * @param notice its key; 0 for all
 * @param who the user name of whoever works on it, {@link QueueQuery#NOBODY}, or empty for all
 */
record Asked(Set<State> states, String words, long programme, long batch, long notice, String who) {
    /** Whoever works on it. */
    Asked(Set<State> states, String words, long programme, long batch, long notice) {
        this(states, words, programme, batch, notice, "");
    }

    static Asked batch(long id) {
        return new Asked(Set.of(State.values()), "", 0, id, 0);
    }

    static Asked notice(long id) {
        return new Asked(Set.of(State.values()), "", 0, 0, id);
    }

    static Asked in(State... states) {
        return new Asked(Set.of(states), "", 0, 0, 0);
    }

    List<String> names() {
        return states.stream().map(State::name).sorted().toList();
    }

    String like() {
        return words.isEmpty()
                ? ""
                : "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
