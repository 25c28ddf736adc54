package cn.zhirong.access;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Where those who sign in at the same moment wait. Its places are fewer than the people of a busy morning: who finds none is sent
 * away before anything was asked of the database. A few at a time ask it, in the order of arrival, so that its connections are
 * left for everybody else's pages.
 */
@Singleton
class WaitingRoom {
    static final int PLACES = PasswordHashes.WAITING;
    private static final int AT_THE_DOOR = 2;

    private final Semaphore places = new Semaphore(PLACES);
    private final Semaphore door = new Semaphore(AT_THE_DOOR, true);

    /**
     * Does the whole of a sign-in from a place in the room.
     *
     * @throws SignInBusy if there is none
     */
    <T> T inside(Supplier<T> signIn) {
        if (!places.tryAcquire()) {
            throw new SignInBusy();
        }
        try {
            return signIn.get();
        } finally {
            places.release();
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
}
