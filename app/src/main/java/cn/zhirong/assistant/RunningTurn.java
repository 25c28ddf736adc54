package cn.zhirong.assistant;

import cn.zhirong.assistant.TurnPart.Cited;
import cn.zhirong.assistant.TurnPart.Done;
import cn.zhirong.assistant.TurnPart.Said;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A turn whose answer is being made. It outlives any connection: whoever listens, however late, gets every part from the
 * place they name.
 */
final class RunningTurn implements Progress {
    private final TurnKey key;
    private final String asker;
    private final LocalDate asOf;
    private final Clauses seen = new Clauses();
    private final List<TurnPart> parts = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private boolean closed;

    RunningTurn(TurnKey key, String asker, LocalDate asOf) {
        this.key = key;
        this.asker = asker;
        this.asOf = asOf;
    }

    /** Is told of parts in order, one at a time. */
    interface Listener {
        /** @param number from 1 */
        void part(int number, TurnPart part);
    }

    TurnKey key() {
        return key;
    }

    String asker() {
        return asker;
    }

    Clauses seen() {
        return seen;
    }

    @Override
    public void stage(Stage stage, String words) {
        add(new TurnPart.Stage(words));
    }

    @Override
    public void citation(Citation citation) {
        add(new Cited(citation, seen.around(citation)));
    }

    @Override
    public synchronized void sentence(Sentence sentence) {
        add(new Said(sentence, parts.stream().noneMatch(Said.class::isInstance)));
    }

    @Override
    public synchronized boolean isCancelled() {
        return closed;
    }

    /** From now on no part is taken. Whoever gets true finishes the turn; there is only one. */
    synchronized boolean close() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    /** Tells everybody that the turn is stored. */
    synchronized void tellDone(TurnState state) {
        deliver(new Done(state));
        listeners.clear();
        done.countDown();
    }

    /** All parts after number {@code after}, now and as they come; the result ends it. */
    synchronized Runnable listen(int after, Listener listener) {
        // A number from before a restart means nothing here: all of it is sent.
        for (int i = after > parts.size() ? 0 : after; i < parts.size(); i++) {
            listener.part(i + 1, parts.get(i));
        }
        if (done.getCount() > 0) {
            listeners.add(listener);
        }
        return () -> leave(listener);
    }

    /** What there is so far. */
    synchronized List<TurnPart> parts() {
        return List.copyOf(parts);
    }

    /** Whether it was done within this time. */
    boolean await(Duration most) throws InterruptedException {
        return done.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What was said so far as an answer, if anything was. */
    Optional<Reply> partial() {
        List<Sentence> sentences = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        List<String> clauses = new ArrayList<>();
        for (TurnPart part : parts()) {
            switch (part) {
                case Said said -> sentences.add(said.sentence());
                case Cited cited -> {
                    citations.add(cited.citation());
                    clauses.add(cited.clause());
                }
                case TurnPart.Stage stage -> {}
                case Done ended -> {}
            }
        }
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reply(
                        new Answer.Grounded(sentences, citations, List.of(), Provenance.of(asOf, citations)), clauses));
    }

    private synchronized void add(TurnPart part) {
        if (!closed) {
            deliver(part);
        }
    }

    private void deliver(TurnPart part) {
        parts.add(part);
        for (Listener listener : List.copyOf(listeners)) {
            listener.part(parts.size(), part);
        }
    }

    private synchronized void leave(Listener listener) {
        listeners.remove(listener);
    }
}
