package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How many sign in at once, and how many of them ask the database. */
class WaitingRoomTest {
    private final WaitingRoom room = new WaitingRoom();
    private final int places = room.places();

    @Test
    void who_finds_no_place_is_sent_away_and_a_place_that_is_left_is_free_again() throws InterruptedException {
        var seated = new CountDownLatch(places);
        var leave = new CountDownLatch(1);
        Thread[] guests = new Thread[places];
        for (int i = 0; i < guests.length; i++) {
            guests[i] = Thread.startVirtualThread(() -> room.inside(() -> {
                seated.countDown();
                return waitFor(leave);
            }));
        }
        seated.await();
        assertThatThrownBy(() -> room.inside(() -> "in")).isInstanceOf(SignInBusy.class);
        leave.countDown();
        for (Thread guest : guests) {
            guest.join();
        }
        assertThat(room.inside(() -> "in")).isEqualTo("in");
    }

    @Test
    void a_sign_in_that_fails_leaves_its_place() {
        for (int i = 0; i <= places; i++) {
            assertThatThrownBy(() -> room.inside(() -> {
                        throw new IllegalStateException("no database");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void two_at_a_time_ask_the_database() throws InterruptedException {
        var asking = new AtomicInteger();
        var most = new AtomicInteger();
        Thread[] guests = new Thread[50];
        for (int i = 0; i < guests.length; i++) {
            guests[i] = Thread.startVirtualThread(() -> room.atTheDoor(() -> {
                most.accumulateAndGet(asking.incrementAndGet(), Math::max);
                Thread.yield();
                return asking.decrementAndGet();
            }));
        }
        for (Thread guest : guests) {
            guest.join();
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void a_crowd_that_is_served_quickly_leaves_room_for_more_in_the_next() throws InterruptedException {
        var seated = new CountDownLatch(places);
        Thread[] guests = new Thread[places];
        for (int i = 0; i < guests.length; i++) {
            guests[i] = Thread.startVirtualThread(() -> room.inside(() -> {
                seated.countDown();
                return room.atTheDoor(() -> waitFor(seated) ? room.served(() -> "looked at") : "");
            }));
        }
        for (Thread guest : guests) {
            guest.join();
        }
        assertThat(room.places()).as("served without a pause").isGreaterThan(places);
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
