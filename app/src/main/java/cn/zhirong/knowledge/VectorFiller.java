package cn.zhirong.knowledge;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives passages their vectors in the background. Passages are found by their words at once; embedding 40 to 80 a second must
 * keep nobody waiting. When the model fails, search goes on by words alone.
 */
final class VectorFiller implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(VectorFiller.class);
    private static final int BATCH = 64;

    /** Batches that are being made while the one before them is written. */
    private static final int AHEAD = 1;

    /** One text a call on each of two threads: batches and inner threads only made it slower. */
    private static final int THREADS = 2;

    private final Embedder embedder;
    private final Supplier<Collection<Shelf>> shelves;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("embed-", 0).factory());
    private final Thread thread;
    private boolean woken = true;
    private boolean idle;
    private boolean failed;
    private boolean held;
    private volatile boolean closed;

    /** @param held whether nothing is loaded or made before {@link #release} */
    VectorFiller(Embedder embedder, Supplier<Collection<Shelf>> shelves, boolean held) {
        this.embedder = embedder;
        this.shelves = shelves;
        this.held = held;
        thread = Thread.ofPlatform().daemon().name("vectors").start(this::run);
    }

    /** Vectors on their way. */
    private record Batch(Shelf shelf, @Nullable ShelfIndex index, Map<Passage, Future<float[]>> making) {}

    /** Begins, if it was held. */
    synchronized void release() {
        held = false;
        notifyAll();
    }

    /** There may be something to do. */
    synchronized void wake() {
        woken = true;
        idle = false;
        notifyAll();
    }

    /** Waits until nothing is left to embed; false when the time is up or the model failed. */
    synchronized boolean await(Duration most) throws InterruptedException {
        release();
        long end = System.nanoTime() + most.toNanos();
        while (!idle && !failed) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return !failed;
    }

    /** Whether the model can be asked; waits for one that is just being loaded, but not for one that nobody has called for. */
    synchronized boolean awaitModel(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        try {
            while (!embedder.isReady() && !held && !failed && !closed) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return embedder.isReady();
    }

    @Override
    public void close() {
        closed = true;
        workers.shutdownNow();
        wake();
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            awaitRelease();
            if (closed) {
                return;
            }
            // Loads the model and the tables of characters here, so that no search has to wait for them.
            embedder.embedQuestion(TextForm.normal("預熱"));
            loaded();
            fill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | LinkageError e) {
            if (!closed) {
                LOG.warn("no more vectors are made, search goes on by words alone", e);
            }
        } finally {
            fail();
        }
    }

    private synchronized void awaitRelease() throws InterruptedException {
        while (held && !closed) {
            wait();
        }
    }

    private synchronized void loaded() {
        notifyAll();
    }

    private synchronized void fail() {
        failed = true;
        notifyAll();
    }

    private synchronized void pause() throws InterruptedException {
        if (!woken) {
            idle = true;
            notifyAll();
        }
        while (!woken && !closed) {
            wait();
        }
        woken = false;
    }

    /** While the workers make the vectors of one batch, those of the one before are written. */
    private void fill() throws IOException, InterruptedException {
        var running = new ArrayDeque<Batch>();
        while (!closed) {
            boolean more = false;
            for (Shelf shelf : shelves.get()) {
                Batch next = closed ? null : begin(shelf, running);
                if (next != null) {
                    running.add(next);
                    more = true;
                }
                if (running.size() > AHEAD) {
                    finish(running.remove());
                }
            }
            if (!more && running.isEmpty()) {
                pause();
            } else if (!more) {
                finish(running.remove());
            }
        }
    }

    /** Has the workers make vectors for passages that wait and that no other batch is about; null where there are none. */
    private @Nullable Batch begin(Shelf shelf, Collection<Batch> running) throws IOException {
        var underWay = new HashSet<String>();
        for (Batch batch : running) {
            if (batch.shelf() == shelf) {
                batch.making().keySet().forEach(passage -> underWay.add(passage.id()));
            }
        }
        Shelf.Waiting waiting = shelf.waiting(BATCH, underWay);
        if (waiting.passages().isEmpty()) {
            return null;
        }
        var making = new LinkedHashMap<Passage, Future<float[]>>();
        for (Passage passage : waiting.passages()) {
            making.put(passage, workers.submit(() -> shelf.vector(passage, embedder)));
        }
        return new Batch(shelf, waiting.index(), making);
    }

    private void finish(Batch batch) throws IOException {
        var found = new LinkedHashMap<Passage, float[]>();
        for (Map.Entry<Passage, Future<float[]>> each : batch.making().entrySet()) {
            found.put(each.getKey(), result(each.getValue()));
        }
        batch.shelf().addVectors(batch.index(), found);
    }

    private static float[] result(Future<float[]> running) throws IOException {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("embedding was interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("embedding failed", e);
        }
    }
}
