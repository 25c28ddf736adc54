package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.testing.Patience;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two are computed at once, two hundred let in at most, and everybody waits twenty seconds. */
class PaceTest {
    private final Pace pace = new Pace(2, 200, Duration.ofSeconds(20));

    @Test
    void before_a_crowd_was_seen_a_hundred_are_let_in() {
        assertThat(pace.places()).isEqualTo(100);
    }

    @Test
    void whoever_is_let_in_is_served_in_time_at_the_pace_of_late() {
        crowd(Duration.ofMillis(600), 100);
        assertThat(pace.places()).isBetween(50, 51);
        assertThat(Duration.ofMillis(600).multipliedBy(pace.places()).dividedBy(2))
                .isLessThan(Duration.ofSeconds(20));
        crowd(Duration.ofMillis(30), 100);
        assertThat(pace.places()).isEqualTo(200);
    }

    @Test
    void what_is_computed_for_few_says_nothing_of_a_crowd() {
        for (int i = 0; i < 100; i++) {
            pace.took(Duration.ofMillis(30).toNanos(), Pace.CROWD - 1);
        }
        assertThat(pace.places()).isEqualTo(100);
        pace.took(Duration.ofMillis(30).toNanos(), Pace.CROWD);
        assertThat(pace.places()).isGreaterThan(100);
    }

    @Test
    void a_machine_that_stood_still_leaves_a_room_in_which_a_crowd_can_be_seen_again() {
        crowd(Duration.ofHours(1), 1_000);
        assertThat(pace.places()).isEqualTo(15).isGreaterThan(2 + Pace.CROWD);
        crowd(Duration.ofMillis(300), 100);
        assertThat(pace.places()).isBetween(99, 101);
    }

    @Test
    void a_clock_that_did_not_move_counts_as_quick() {
        crowd(Duration.ZERO, 1_000);
        assertThat(pace.places()).isEqualTo(200);
    }

    @Test
    void what_passwords_take_in_a_crowd_decides_how_many_are_let_in() throws Exception {
        var hashes = new Quick();
        try {
            Timing.atOnce(61, n -> {
                if (n < 60) {
                    return hashes.hash("anything at all");
                }
                Patience.until("sixty are inside", () -> hashes.came.get() >= 60);
                hashes.gate.countDown();
                return "";
            });
            assertThat(hashes.places()).isGreaterThan(100);
        } finally {
            hashes.close();
        }
    }

    /** Computes at once, from when all are there. */
    private static final class Quick extends PasswordHashes {
        private final CountDownLatch gate = new CountDownLatch(1);
        private final AtomicInteger came = new AtomicInteger();

        @Override
        int places() {
            came.incrementAndGet();
            return super.places();
        }

        @Override
        byte[] compute(Cost cost, byte[] salt, byte[] password, int length) {
            try {
                gate.await();
                return new byte[length];
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void crowd(Duration each, int times) {
        for (int i = 0; i < times; i++) {
            pace.took(each.toNanos(), 50);
        }
    }
}
