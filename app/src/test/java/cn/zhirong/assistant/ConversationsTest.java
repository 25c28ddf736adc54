package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.Secrets;
import cn.zhirong.assistant.Conversations.Asked;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Patience;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Turns on the real database, answered by somebody slow. */
class ConversationsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ConversationStore store = TestServer.get().bean(ConversationStore.class);
    private final SlowAnswering answering = new SlowAnswering();
    private final Conversations conversations = new Conversations(store, answering);
    private final Tenant bureau = TestServer.get().aBureau();
    private final String asker = Secrets.digest(Secrets.random());

    @Test
    void stores_the_question_before_a_word_is_said() {
        TurnKey key = ask("利息能补多少？");
        assertThat(store.turn(asker, key).state()).isEqualTo(TurnState.WAITING);
        assertThat(store.turn(asker, key).question()).isEqualTo("利息能补多少？");
        answering.let(2);
        assertThat(conversations.await(key, LONG)).isTrue();
        TurnRow row = store.turn(asker, key);
        assertThat(row.state()).isEqualTo(TurnState.ANSWERED);
        assertThat(conversations.reply(row).orElseThrow().answer()).isEqualTo(SlowAnswering.answer(DAY));
    }

    @Test
    void tells_whoever_comes_late_everything_and_whoever_comes_back_the_rest() throws InterruptedException {
        TurnKey key = ask("利息能补多少？");
        RunningTurn turn = conversations.running(key).orElseThrow();
        List<TurnPart> early = Collections.synchronizedList(new ArrayList<>());
        Runnable leave = turn.listen(0, (number, part) -> early.add(part));
        answering.let(1);
        await(() -> early.size() >= 3);
        leave.run();
        List<String> late = Collections.synchronizedList(new ArrayList<>());
        List<String> back = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(2);
        turn.listen(0, (number, part) -> note(late, number, part, done));
        turn.listen(2, (number, part) -> note(back, number, part, done));
        answering.let(1);
        assertThat(done.await(5, TimeUnit.MINUTES)).isTrue();
        assertThat(early).hasSize(3);
        assertThat(late).containsExactly("1 Stage", "2 Cited", "3 Said", "4 Said", "5 Done");
        assertThat(back).containsExactly("3 Said", "4 Said", "5 Done");
    }

    @Test
    void keeps_what_was_said_when_it_is_stopped_and_answers_again() throws InterruptedException {
        TurnKey key = ask("利息能补多少？");
        answering.let(1);
        RunningTurn turn = conversations.running(key).orElseThrow();
        await(() -> turn.parts().size() >= 3);
        conversations.stop(bureau, asker, key.conversation(), key.number());
        TurnRow stopped = store.turn(asker, key);
        assertThat(stopped.state()).isEqualTo(TurnState.STOPPED);
        Answer partial = conversations.reply(stopped).orElseThrow().answer();
        assertThat(partial.text()).isEqualTo(SlowAnswering.SENTENCES.getFirst().text());
        assertThat(partial.citations()).containsExactly(SlowAnswering.RATE);
        assertThat(conversations.running(key)).isEmpty();
        // What the answering still says is heard by nobody.
        answering.let(1);
        conversations.again(bureau, asker, key.conversation(), key.number());
        answering.let(2);
        assertThat(conversations.await(key, LONG)).isTrue();
        assertThat(store.turn(asker, key).state()).isEqualTo(TurnState.ANSWERED);
    }

    @Test
    void makes_one_turn_of_a_form_that_is_sent_twice() {
        String form = Secrets.random();
        TurnKey first = conversations.ask(bureau, asker, new Asked(null, form, "利息能补多少？", DAY));
        assertThat(conversations.ask(bureau, asker, new Asked(null, form, "利息能补多少？", DAY)))
                .isEqualTo(first);
        assertThat(conversations.ask(bureau, asker, new Asked(null, Secrets.random(), "利息能补多少？", DAY)))
                .isNotEqualTo(first);
        answering.let(4);
    }

    @Test
    void answers_four_of_fifty_tabs_at_once_and_asks_the_others_to_wait() throws InterruptedException {
        List<HttpStatus> refused = Collections.synchronizedList(new ArrayList<>());
        List<TurnKey> taken = Collections.synchronizedList(new ArrayList<>());
        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                tabs.submit(() -> {
                    try {
                        taken.add(ask("利息能补多少？"));
                    } catch (Refusal refusal) {
                        refused.add(refusal.status());
                    }
                });
            }
        }
        assertThat(taken).hasSize(Conversations.MOST_RUNNING_OF_ONE);
        assertThat(refused).hasSize(46).containsOnly(HttpStatus.TOO_MANY_REQUESTS);
        answering.let(8);
        for (TurnKey key : taken) {
            assertThat(conversations.await(key, LONG)).isTrue();
        }
        answering.let(2);
        assertThat(conversations.await(ask("现在呢？"), LONG)).isTrue();
    }

    @Test
    void finds_nothing_for_another_asker_nor_in_another_bureau() {
        answering.let(2);
        TurnKey key = ask("利息能补多少？");
        assertThat(conversations.await(key, LONG)).isTrue();
        assertThat(conversations.turns(bureau, asker, key.conversation())).hasSize(1);
        Tenant other = TestServer.get().aBureau();
        String stranger = Secrets.digest(Secrets.random());
        assertNotFound(() -> conversations.turns(other, asker, key.conversation()));
        assertNotFound(() -> conversations.turns(bureau, stranger, key.conversation()));
        assertNotFound(() -> conversations.turns(bureau, "", key.conversation()));
        assertNotFound(() -> conversations.turns(bureau, asker, Secrets.random()));
        assertNotFound(() -> conversations.stop(other, asker, key.conversation(), 1));
        assertNotFound(() -> conversations.remove(bureau, stranger, key.conversation()));
        assertNotFound(() -> conversations.ask(bureau, stranger, new Asked(key.conversation(), null, "那我呢？", DAY)));
        assertThat(conversations.history(other, asker)).isEmpty();
        assertThat(conversations.history(bureau, asker)).hasSize(1);
        conversations.remove(bureau, asker, key.conversation());
        assertThat(conversations.history(bureau, asker)).isEmpty();
        assertNotFound(() -> conversations.turns(bureau, asker, key.conversation()));
    }

    @Test
    void answers_anew_what_a_kill_left_waiting() {
        // As another process that was killed would have left it.
        TurnKey key = store.add(bureau.id(), asker, null, Secrets.digest(Secrets.random()), "利息能补多少？", DAY);
        answering.let(2);
        assertThat(conversations.turns(bureau, asker, key.conversation())).hasSize(1);
        assertThat(conversations.await(key, LONG)).isTrue();
        assertThat(store.turn(asker, key).state()).isEqualTo(TurnState.ANSWERED);
    }

    @Test
    void says_that_it_failed_when_it_failed() {
        TurnKey key = ask("会出错的问题");
        assertThat(conversations.await(key, LONG)).isTrue();
        assertThat(store.turn(asker, key).state()).isEqualTo(TurnState.FAILED);
        assertThat(conversations.reply(store.turn(asker, key))).isEmpty();
    }

    @Test
    void keeps_what_a_reader_thinks_of_an_answer() {
        answering.let(2);
        TurnKey key = ask("利息能补多少？");
        assertThat(conversations.await(key, LONG)).isTrue();
        conversations.rate(bureau, asker, key.conversation(), 1, false, List.of(FeedbackReason.OUTDATED), "应当是新办法");
        TurnRow row = store.turn(asker, key);
        assertThat(row.helpful()).isFalse();
        assertThat(row.reasons()).isEqualTo("OUTDATED");
        assertThat(row.remark()).isEqualTo("应当是新办法");
    }

    @Test
    void takes_five_hundred_characters_and_not_one_more() {
        assertThat(AskedText.checked("问".repeat(500))).hasSize(500);
        assertThat(AskedText.checked("😀".repeat(500))).hasSize(1000);
        assertThatThrownBy(() -> AskedText.checked("问".repeat(501)))
                .isInstanceOf(Refusal.class)
                .satisfies(e ->
                        assertThat(((Refusal) e).errors().getFirst().message()).contains("500", "501"));
        assertThatThrownBy(() -> AskedText.checked(" \u0000\n ")).isInstanceOf(Refusal.class);
        assertThat(AskedText.checked("一\u0000行\r\n二\ud800行")).isEqualTo("一行\n二行");
    }

    private TurnKey ask(String question) {
        return conversations.ask(bureau, asker, new Asked(null, null, question, DAY));
    }

    private static void note(List<String> notes, int number, TurnPart part, CountDownLatch done) {
        notes.add(number + " " + part.getClass().getSimpleName());
        if (part instanceof TurnPart.Done) {
            done.countDown();
        }
    }

    private static void assertNotFound(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(Refusal.class)
                .satisfies(e -> assertThat(((Refusal) e).status().getCode()).isEqualTo(404));
    }

    private static void await(BooleanSupplier condition) {
        Patience.until("so much was said", condition::getAsBoolean);
    }
}
