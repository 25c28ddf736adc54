package cn.zhirong.knowledge;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives passages their vectors in the background. Passages are found by their words at once; embedding 40 to 80 a second must
 * keep nobody waiting. When the model fails, search goes on by words alone.
 */
final class VectorFiller implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(VectorFiller.class);
    private static final int BATCH = 64;

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

    /** Makes vectors of passages. */
    @FunctionalInterface
    interface Embedding {
        Map<Passage, float[]> of(List<Passage> passages, VectorCache cache) throws IOException;
    }

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
            while (!closed) {
                boolean any = false;
                for (Shelf shelf : shelves.get()) {
                    any |= !closed && shelf.fillVectors(BATCH, this::embed);
                }
                if (!any) {
                    pause();
                }
            }
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

    private Map<Passage, float[]> embed(List<Passage> passages, VectorCache cache) throws IOException {
        var running = new ArrayList<Future<float[]>>();
        for (Passage passage : passages) {
            String words = EmbeddedText.of(passage);
            running.add(workers.submit(() -> cache.find(words).orElseGet(() -> embedder.embed(words))));
        }
        var found = new LinkedHashMap<Passage, float[]>();
        for (int i = 0; i < passages.size(); i++) {
            String words = EmbeddedText.of(passages.get(i));
            float[] vector = result(running.get(i));
            found.put(passages.get(i), cache.find(words).isPresent() ? vector : cache.put(words, vector));
        }
        return found;
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
