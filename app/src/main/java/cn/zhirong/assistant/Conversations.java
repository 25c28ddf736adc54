package cn.zhirong.assistant;

import cn.zhirong.access.Secrets;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions and their answers. A turn is stored before its answer is made, and the answer is made by itself, whoever is
 * connected: a reload, a lost connection or a restart loses nothing.
 *
 * <p>An {@code asker} is the digest of a visitor's mark. Whatever belongs to another one is not found.
 */
@Singleton
class Conversations {
    static final int MOST_RUNNING = 64;
    static final int MOST_RUNNING_OF_ONE = 4;
    private static final int REMEMBERED = 256;
    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

    private final ConversationStore store;
    private final Answering answering;
    private final Map<TurnKey, RunningTurn> running = new ConcurrentHashMap<>();
    private final ReentrantLock starting = new ReentrantLock();

    /** The last turns that ended: an answer is often made before its stream is opened. */
    private final Map<TurnKey, RunningTurn> ended = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TurnKey, RunningTurn> eldest) {
            return size() > REMEMBERED;
        }
    });

    Conversations(ConversationStore store, Answering answering) {
        this.store = store;
        this.answering = answering;
    }

    /**
     * What is asked.
     *
     * @param conversation to go on with, or null for a new one
     * @param form a secret of the form that was sent: sent twice, it makes one turn; null where there is none
     * @param text checked by {@link AskedText}
     * @param asOf the day for which documents must hold
     */
    record Asked(@Nullable String conversation, @Nullable String form, String text, LocalDate asOf) {}

    /** Stores the question and begins to answer it. */
    TurnKey ask(Tenant tenant, String asker, Asked asked) {
        String form = Secrets.digest(asker + " " + (asked.form() == null ? Secrets.random() : asked.form()));
        starting.lock();
        try {
            Optional<TurnKey> same = store.madeOf(tenant.id(), form);
            if (same.isPresent()) {
                return same.get();
            }
            admit(asker);
            TurnKey key = store.add(tenant.id(), asker, asked.conversation(), form, asked.text(), asked.asOf());
            begin(tenant, asker, key, asked.asOf());
            return key;
        } finally {
            starting.unlock();
        }
    }

    /** The turns of a conversation, oldest first. One whose answer was cut off by a restart is begun anew. */
    List<TurnRow> turns(Tenant tenant, String asker, String conversation) {
        List<TurnRow> rows = store.turns(tenant.id(), asker, conversation);
        rows.forEach(row -> resume(tenant, asker, row));
        return rows;
    }

    /** One turn, as {@link #turns}. */
    TurnRow turn(Tenant tenant, String asker, String conversation, int number) {
        TurnRow row = store.turn(asker, new TurnKey(tenant.id(), conversation, number));
        resume(tenant, asker, row);
        return row;
    }

    /** What was answered; empty while it waits and where nothing was said. */
    Optional<Reply> reply(TurnRow row) {
        return store.reply(row);
    }

    /** The turn while its answer is made. */
    Optional<RunningTurn> running(TurnKey key) {
        return Optional.ofNullable(running.get(key));
    }

    /** The turn with its parts, while its answer is made and for some time after. */
    Optional<RunningTurn> heard(TurnKey key) {
        return running(key).or(() -> Optional.ofNullable(ended.get(key)));
    }

    /** Waits until the answer is stored; false when that took too long. */
    boolean await(TurnKey key, Duration most) {
        RunningTurn turn = running.get(key);
        try {
            return turn == null || turn.await(most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the answer; what was said by now is kept. */
    void stop(Tenant tenant, String asker, String conversation, int number) {
        TurnKey key = store.turn(asker, new TurnKey(tenant.id(), conversation, number))
                .key();
        RunningTurn turn = running.get(key);
        if (turn == null) {
            store.finish(key, TurnState.STOPPED, null);
        } else if (turn.close()) {
            finish(tenant, turn, TurnState.STOPPED, turn.partial().orElse(null));
        }
    }

    /** Answers a turn again that was stopped or failed. */
    void again(Tenant tenant, String asker, String conversation, int number) {
        TurnRow row = store.turn(asker, new TurnKey(tenant.id(), conversation, number));
        starting.lock();
        try {
            admit(asker);
            if (store.renew(row.key())) {
                begin(tenant, asker, row.key(), row.asOf());
            }
        } finally {
            starting.unlock();
        }
    }

    /** Whether the answer helped, why not, and what else is to be said. */
    void rate(
            Tenant tenant,
            String asker,
            String conversation,
            int number,
            boolean helpful,
            List<FeedbackReason> reasons,
            String remark) {
        TurnRow row = store.turn(asker, new TurnKey(tenant.id(), conversation, number));
        store.rate(row.key(), helpful, reasons, remark);
        LOG.info("answer rated tenant={} helpful={} reasons={}", tenant.slug(), helpful, reasons);
    }

    /** The asker's conversations, newest first. */
    List<ConversationSummary> history(Tenant tenant, String asker) {
        return store.history(tenant.id(), asker);
    }

    /** Takes a conversation away with all its turns. */
    void remove(Tenant tenant, String asker, String conversation) {
        for (TurnRow row : store.turns(tenant.id(), asker, conversation)) {
            running(row.key()).ifPresent(turn -> {
                if (turn.close()) {
                    finish(tenant, turn, TurnState.STOPPED, null);
                }
            });
        }
        store.remove(tenant.id(), asker, conversation);
    }

    private void admit(String asker) {
        if (running.values().stream().filter(turn -> turn.asker().equals(asker)).count() >= MOST_RUNNING_OF_ONE) {
            throw Refusal.tooMany("您还有 " + MOST_RUNNING_OF_ONE + " 个问题正在回答，请等其中一个答完再问。您写的内容已保留。");
        }
        if (running.size() >= MOST_RUNNING) {
            throw Refusal.tooMany("现在提问的人较多，请过一会儿再提交。您写的内容已保留。");
        }
    }

    private void resume(Tenant tenant, String asker, TurnRow row) {
        if (row.state() != TurnState.WAITING || running.containsKey(row.key()) || running.size() >= MOST_RUNNING) {
            return;
        }
        starting.lock();
        try {
            // It may have been finished since the row was read.
            if (!running.containsKey(row.key()) && store.turn(asker, row.key()).state() == TurnState.WAITING) {
                begin(tenant, asker, row.key(), row.asOf());
            }
        } finally {
            starting.unlock();
        }
    }

    private void begin(Tenant tenant, String asker, TurnKey key, LocalDate asOf) {
        RunningTurn turn = new RunningTurn(key, asker, asOf);
        running.put(key, turn);
        ended.remove(key);
        Thread.ofVirtual().name("turn-" + key.number()).start(() -> answer(tenant, turn));
    }

    private void answer(Tenant tenant, RunningTurn turn) {
        long began = System.nanoTime();
        TurnState state = TurnState.FAILED;
        Reply reply = null;
        try {
            Answer answer = answering.answer(question(tenant, turn), turn, turn.seen());
            reply = new Reply(
                    answer, answer.citations().stream().map(turn.seen()::around).toList());
            state = TurnState.ANSWERED;
        } catch (CancellationException stopped) {
            return;
        } catch (RuntimeException e) {
            // One that was stopped or removed meanwhile may fail as it likes.
            if (!turn.isCancelled()) {
                LOG.error(
                        "turn failed tenant={} conversation={}",
                        tenant.slug(),
                        turn.key().conversation(),
                        e);
            }
            reply = turn.partial().orElse(null);
        } finally {
            if (turn.close()) {
                finish(tenant, turn, state, reply);
                long millis = (System.nanoTime() - began) / 1_000_000;
                LOG.info("turn tenant={} state={} millis={}", tenant.slug(), state, millis);
            }
        }
    }

    /** Stores first and tells then: who is told can read it. */
    private void finish(Tenant tenant, RunningTurn turn, TurnState state, @Nullable Reply reply) {
        TurnState told = state;
        try {
            store.finish(turn.key(), state, reply);
        } catch (RuntimeException e) {
            // It stays waiting in the table and is answered anew when it is looked at.
            LOG.error(
                    "turn not stored tenant={} conversation={}",
                    tenant.slug(),
                    turn.key().conversation(),
                    e);
            told = TurnState.FAILED;
        } finally {
            ended.put(turn.key(), turn);
            running.remove(turn.key(), turn);
            turn.tellDone(told);
        }
    }

    private Question question(Tenant tenant, RunningTurn turn) {
        List<TurnRow> rows = store.turns(tenant.id(), turn.asker(), turn.key().conversation());
        TurnRow asked = rows.stream()
                .filter(row -> row.number() == turn.key().number())
                .findFirst()
                .orElseThrow(CancellationException::new);
        List<Question.Turn> earlier = rows.stream()
                .filter(row -> row.number() < asked.number())
                .map(row -> new Question.Turn(row.question(), policies(row), programmes(row)))
                .toList();
        return new Question(Bureaus.of(tenant.profile()), asked.question(), asked.asOf(), earlier);
    }

    private List<Long> policies(TurnRow row) {
        return store.reply(row).map(reply -> reply.answer().citations()).orElse(List.of()).stream()
                .map(Citation::policyId)
                .distinct()
                .toList();
    }

    private List<String> programmes(TurnRow row) {
        return store.reply(row)
                .map(Reply::answer)
                .filter(Answer.Computed.class::isInstance)
                .map(Answer.Computed.class::cast)
                .map(computed -> Stream.concat(
                                computed.programmes().stream().map(Answer.Offered::code),
                                computed.traces().stream().map(Answer.Traced::programme))
                        .toList())
                .orElse(List.of());
    }
}
