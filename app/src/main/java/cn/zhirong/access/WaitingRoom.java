package cn.zhirong.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Where those who sign in at the same moment wait. It has no more places than can be served while people are patient ({@link
 * Pace}): who finds none is sent away at once, before anything was asked of the database, and not after having waited. A few at a
 * time ask it, in the order of arrival, so that its connections are left for everybody else's pages.
 */
@Singleton
class WaitingRoom {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int AT_THE_DOOR = 2;

    private final Pace pace;
    private final AtomicInteger inside = new AtomicInteger();
    private final Semaphore door = new Semaphore(AT_THE_DOOR, true);

    @Inject
    WaitingRoom() {
        this(new Pace(PasswordHashes.WAITING, PATIENCE));
    }

    WaitingRoom(Pace pace) {
        this.pace = pace;
    }

    /** How many may be inside now. */
    int places() {
        return pace.places();
    }

    /**
     * Does the whole of a sign-in from a place in the room.
     *
     * @throws SignInBusy if there is none
     */
    <T> T inside(Supplier<T> signIn) {
        try {
            if (inside.incrementAndGet() > places()) {
                throw new SignInBusy();
            }
            return signIn.get();
        } finally {
            inside.decrementAndGet();
        }
    }

    /** Asks the database when it is one's turn. */
    <T> T atTheDoor(Supplier<T> question) {
        door.acquireUninterruptibly();
        try {
            return question.get();
        } finally {
            door.release();
        }
    }

    /** Looks at a password, which is what most of the time goes into; by that the pace is known. */
    <T> T served(Supplier<T> look) {
        T found = look.get();
        pace.served(System.nanoTime(), inside.get());
        return found;
    }
}
