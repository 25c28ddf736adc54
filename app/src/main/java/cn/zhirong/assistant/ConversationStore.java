package cn.zhirong.assistant;

import cn.zhirong.access.Secrets;
import cn.zhirong.database.Json;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of conversations. Whatever belongs to another asker or tenant is not found. */
@Singleton
class ConversationStore {
    private static final int MOST_TURNS = 100;

    private final ConversationRepository conversations;
    private final TurnRepository turns;
    private final Json json;
    private final Clock clock;

    ConversationStore(ConversationRepository conversations, TurnRepository turns, Json json, Clock clock) {
        this.conversations = conversations;
        this.turns = turns;
        this.json = json;
        this.clock = clock;
    }

    /** The turn that was made of this form before. */
    Optional<TurnKey> madeOf(long tenantId, String form) {
        return turns.findByForm(tenantId, form).map(TurnRow::key);
    }

    /**
     * Stores a question that waits for its answer.
     *
     * @param conversation to go on with, or null for a new one
     * @param form digest that is the same when the same form is sent twice
     */
    @Transactional
    TurnKey add(
            long tenantId, String asker, @Nullable String conversation, String form, String question, LocalDate asOf) {
        String id = conversation == null ? begin(tenantId, asker) : held(tenantId, asker, conversation);
        int number = turns.of(tenantId, id).size() + 1;
        if (number > MOST_TURNS) {
            throw Refusal.unprocessable("too-long", "这次对话已有 " + MOST_TURNS + " 个问题，请另起一次提问。");
        }
        turns.add(tenantId, id, number, form, question, asOf, clock.instant());
        return new TurnKey(tenantId, id, number);
    }

    private String begin(long tenantId, String asker) {
        String id = Secrets.random();
        conversations.add(id, tenantId, asker, clock.instant());
        return id;
    }

    private String held(long tenantId, String asker, String conversation) {
        return conversations
                .hold(tenantId, asker, conversation)
                .map(ConversationRow::id)
                .orElseThrow(Refusal::notFound);
    }

    /** The turns of a conversation, oldest first. */
    List<TurnRow> turns(long tenantId, String asker, String conversation) {
        return turns.of(tenantId, owned(tenantId, asker, conversation));
    }

    /** One turn. */
    TurnRow turn(String asker, TurnKey key) {
        String id = owned(key.tenantId(), asker, key.conversation());
        return turns.find(key.tenantId(), id, key.number()).orElseThrow(Refusal::notFound);
    }

    private String owned(long tenantId, String asker, String conversation) {
        return conversations
                .find(tenantId, asker, conversation)
                .map(ConversationRow::id)
                .orElseThrow(Refusal::notFound);
    }

    Optional<Reply> reply(TurnRow row) {
        return Optional.ofNullable(row.answer()).map(text -> json.read(text, Reply.class));
    }

    /** Ends a turn that waits; one that does not is left as it is. */
    void finish(TurnKey key, TurnState state, @Nullable Reply reply) {
        turns.finish(
                key.tenantId(),
                key.conversation(),
                key.number(),
                state,
                reply == null ? null : json.write(reply),
                clock.instant());
    }

    /** Makes a turn that was stopped or failed wait again; false where it was neither. */
    boolean renew(TurnKey key) {
        return turns.renew(key.tenantId(), key.conversation(), key.number()) > 0;
    }

    void rate(TurnKey key, boolean helpful, List<FeedbackReason> reasons, String remark) {
        String names = String.join(" ", reasons.stream().map(Enum::name).toList());
        turns.rate(
                key.tenantId(),
                key.conversation(),
                key.number(),
                helpful,
                names.isEmpty() ? null : names,
                remark.isEmpty() ? null : remark);
    }

    /** The asker's latest conversations, newest first; at most 30. */
    List<ConversationSummary> history(long tenantId, String asker) {
        return conversations.history(tenantId, asker);
    }

    @Transactional
    void remove(long tenantId, String asker, String conversation) {
        String id = held(tenantId, asker, conversation);
        turns.removeAll(tenantId, id);
        conversations.remove(tenantId, asker, id);
    }
}
