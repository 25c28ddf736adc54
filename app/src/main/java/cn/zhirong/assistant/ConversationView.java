package cn.zhirong.assistant;

import java.util.List;

/**
 * A conversation.
 *
 * @param path its address
 * @param box to go on asking
 * @param turns oldest first; at least one
 * @param waiting the turn that is being answered, or 0
 * @param reasons what may be wrong with an answer
 * @param contact the way to a person, or empty
 */
public record ConversationView(
        String path, AskView.Box box, List<TurnView> turns, int waiting, List<Reason> reasons, String contact) {
    /** A reason as the form offers it. */
    public record Reason(String value, String text) {}
}
