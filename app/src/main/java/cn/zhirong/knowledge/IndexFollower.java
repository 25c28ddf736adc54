package cn.zhirong.knowledge;

import cn.zhirong.policy.PolicyChanged;
import cn.zhirong.policy.PolicyOutbox;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.policy.PublishedText;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import io.micronaut.transaction.annotation.TransactionalEventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the indexes in step with the database: applies what the outbox holds after an index's own position, and builds an index
 * anew that is missing, damaged, or of another database. Position and content move in one commit of the index, so that a kill at
 * any moment only means that something is applied twice. A byte that goes bad on the disk is found when an index is opened, when a
 * search or a merge stumbles over it, and at the latest by the hourly check.
 */
@Singleton
public class IndexFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final long POLL_MILLIS = 1000;

    /** Up to here every index is kept open; above, one is opened when it has to change or is searched. */
    private static final int FEW_SHELVES = 10;

    /** Reading a gigabyte of index against its checksums takes about a second. */
    private static final Duration BETWEEN_CHECKS = Duration.ofHours(1);

    private final Tenants tenants;
    private final PolicyOutbox outbox;
    private final PolicyIndexes indexes;
    private final PassageCorrections corrections;
    private final Object bell = new Object();
    private final Map<Long, Long> settled = new HashMap<>();
    private Map<Long, Long> followed = Map.of();
    private boolean rung;
    private volatile boolean closed;
    private @Nullable Thread thread;

    IndexFollower(Tenants tenants, PolicyOutbox outbox, PolicyIndexes indexes, PassageCorrections corrections) {
        this.tenants = tenants;
        this.outbox = outbox;
        this.indexes = indexes;
        this.corrections = corrections;
    }

    /** Follows and makes vectors in the background from now on; a second call changes nothing. */
    public synchronized void start() {
        indexes.makeVectors();
        if (thread == null && !closed) {
            thread = Thread.ofPlatform().daemon().name("index-follower").start(this::follow);
        }
    }

    /** Brings every index up to what was committed before this call; what was published is found when it returns. */
    public synchronized void catchUp() {
        Map<Long, Long> lasts = outbox.lasts();
        if (lasts.equals(followed) && indexes.areSound()) {
            return;
        }
        boolean few = lasts.size() <= FEW_SHELVES;
        catchUp(tenants.shared());
        for (Tenant shelf : tenants.all()) {
            long last = lasts.getOrDefault(shelf.id(), 0L);
            if (last > 0 && (few || indexes.isOpen(shelf.slug()) || !isSettled(shelf, last))) {
                catchUp(shelf);
            }
        }
        followed = lasts;
    }

    /** Whether a closed index holds all there is: its last commit says how far it has come. */
    private boolean isSettled(Tenant shelf, long last) {
        if (Objects.equals(settled.get(shelf.id()), last)) {
            return true;
        }
        if (indexes.closedPosition(shelf.slug()) != last) {
            return false;
        }
        settled.put(shelf.id(), last);
        return true;
    }

    /** Brings one index up to date. */
    public synchronized void catchUp(Tenant shelf) {
        long last = outbox.last(shelf);
        if (last == 0) {
            return;
        }
        long position = indexes.position(shelf.slug());
        if (!indexes.isSound(shelf.slug()) || position == 0 || position > last) {
            rebuild(shelf);
        }
        List<PolicyOutbox.Change> changes = outbox.after(shelf, indexes.position(shelf.slug()));
        while (!changes.isEmpty()) {
            indexes.apply(
                    shelf.slug(),
                    changes.stream().map(change -> change(shelf, change)).toList());
            changes = outbox.after(shelf, indexes.position(shelf.slug()));
        }
    }

    /**
     * Reads every open index against its checksums, as opening does with the others; what is damaged is out of service from then on and built anew by the next
     * {@link #catchUp()}.
     */
    void check() {
        check(tenants.shared());
        tenants.all().stream().filter(shelf -> indexes.isOpen(shelf.slug())).forEach(this::check);
    }

    void check(Tenant shelf) {
        if (!indexes.verify(shelf.slug())) {
            LOG.warn("the hourly check found the index of {} damaged", shelf.slug());
        }
    }

    /** Builds the index of a shelf from the database, while the present one serves. */
    public synchronized void rebuild(Tenant shelf) {
        // The position is taken first: what is committed while the texts are read is applied once more afterwards.
        long position = outbox.last(shelf);
        indexes.rebuild(shelf.slug(), () -> new Texts(shelf), position);
    }

    /** Told by the database after a commit: there is something to follow. */
    @TransactionalEventListener
    void changed(PolicyChanged change) {
        synchronized (bell) {
            rung = true;
            bell.notifyAll();
        }
    }

    @Override
    @PreDestroy
    public void close() {
        closed = true;
        synchronized (bell) {
            bell.notifyAll();
        }
        Thread running = thread;
        if (running != null) {
            try {
                // What it is applying is finished first: the database and the index are closed after us.
                running.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void follow() {
        boolean failing = false;
        long checked = System.nanoTime(); // opening an index checks it
        while (!closed) {
            try {
                if (System.nanoTime() - checked > BETWEEN_CHECKS.toNanos()) {
                    checked = System.nanoTime();
                    check();
                }
                catchUp();
                failing = false;
            } catch (RuntimeException e) {
                if (!failing && !closed) {
                    LOG.warn("the index cannot follow the database for now, it is tried again every second", e);
                }
                failing = true;
            }
            await();
        }
    }

    private void await() {
        synchronized (bell) {
            try {
                if (!rung && !closed) {
                    bell.wait(POLL_MILLIS);
                }
                rung = false;
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    /** A change of the database as one of the index, with what officers corrected. */
    IndexChange change(Tenant shelf, PolicyOutbox.Change change) {
        PublishedText text = change.text();
        return text == null
                ? new IndexChange.Remove(change.position(), shelf.slug(), change.versionId())
                : new IndexChange.Put(change.position(), text(shelf, text));
    }

    /** A version as the index takes it in. */
    VersionText text(Tenant shelf, PublishedText published) {
        PolicyVersion version = published.version();
        return new VersionText(
                version.shelf(),
                version.policyId(),
                version.id(),
                version.number(),
                version.title(),
                version.documentNumber(),
                version.issuers(),
                version.level(),
                version.term(),
                version.signedOn(),
                version.publishedOn(),
                published.provisions(),
                corrections.of(shelf, version.policyId()));
    }

    /** All published texts of a shelf, some at a time. */
    private final class Texts implements Iterator<VersionText> {
        private final Tenant shelf;
        private List<PublishedText> batch = new ArrayList<>();
        private int next;
        private long lastId;

        Texts(Tenant shelf) {
            this.shelf = shelf;
        }

        @Override
        public boolean hasNext() {
            if (next == batch.size()) {
                batch = outbox.publishedAfter(shelf, lastId);
                next = 0;
            }
            return next < batch.size();
        }

        @Override
        public VersionText next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more texts after " + lastId);
            }
            PublishedText published = batch.get(next++);
            lastId = published.version().id();
            return text(shelf, published);
        }
    }
}
