package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two hundred are let in at most, and everybody waits twenty seconds. */
class PaceTest {
    private final Pace pace = new Pace(200, Duration.ofSeconds(20));
    private long now = 42;

    @Test
    void before_a_crowd_was_seen_sixty_are_let_in() {
        assertThat(pace.places()).isEqualTo(60);
    }

    @Test
    void whoever_is_let_in_is_served_in_time_at_the_pace_of_late() {
        crowd(Duration.ofMillis(300), 100);
        assertThat(pace.places()).isBetween(50, 51);
        assertThat(Duration.ofMillis(300).multipliedBy(pace.places())).isLessThan(Duration.ofSeconds(20));
        crowd(Duration.ofMillis(15), 100);
        assertThat(pace.places()).isEqualTo(200);
    }

    @Test
    void who_is_served_by_twos_is_counted_as_one_after_the_other() {
        for (int i = 0; i < 100; i++) {
            served(Duration.ofMillis(600), 50);
            served(Duration.ZERO, 50);
        }
        assertThat(pace.places()).isBetween(45, 55);
    }

    @Test
    void what_is_served_to_few_says_nothing_of_a_crowd() {
        for (int i = 0; i < 100; i++) {
            served(Duration.ofMillis(15), Pace.CROWD - 1);
        }
        assertThat(pace.places()).isEqualTo(60);
        served(Duration.ofMinutes(1), Pace.CROWD);
        assertThat(pace.places()).as("nobody waited in that minute").isEqualTo(60);
        served(Duration.ofMillis(15), Pace.CROWD - 1);
        assertThat(pace.places()).isGreaterThan(60);
    }

    @Test
    void a_machine_that_stood_still_leaves_a_room_in_which_a_crowd_can_be_seen_again() {
        crowd(Duration.ofHours(1), 1_000);
        assertThat(pace.places()).isEqualTo(15).isGreaterThan(Pace.CROWD);
        crowd(Duration.ofMillis(150), 100);
        assertThat(pace.places()).isBetween(99, 101);
    }

    @Test
    void a_clock_that_did_not_move_counts_as_quick() {
        crowd(Duration.ZERO, 1_000);
        assertThat(pace.places()).isEqualTo(200);
    }

    private void crowd(Duration each, int times) {
        for (int i = 0; i < times; i++) {
            served(each, 50);
        }
    }

    private void served(Duration since, int inside) {
        now += since.toNanos();
        pace.served(now, inside);
    }
}
