package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RationingTest {
    private static Rationing.Request request(String id, long yuan, int minute, long score) {
        return new Rationing.Request(
                id, Money.ofYuan(yuan), Instant.parse("2025-06-01T00:00:00Z").plusSeconds(60L * minute), score);
    }

    private static final List<Rationing.Request> THREE =
            List.of(request("c", 300, 3, 90), request("a", 100, 1, 70), request("b", 200, 1, 80));

    private static List<String> words(List<Rationing.Grant> grants) {
        return grants.stream()
                .map(grant -> grant.id() + " " + grant.granted() + " " + grant.reason())
                .toList();
    }

    @Test
    void first_come_goes_by_the_minute_then_by_name_and_the_last_gets_the_rest() {
        assertThat(words(Rationing.firstCome(THREE, Money.ofYuan(350))))
                .containsExactly("a 100元 FULL", "b 200元 FULL", "c 50元 REST");
        assertThat(words(Rationing.firstCome(THREE, Money.ofYuan(300))))
                .containsExactly("a 100元 FULL", "b 200元 FULL", "c 0元 NO_BUDGET");
        assertThat(words(Rationing.firstCome(THREE, Money.ofYuan(600)))).last().isEqualTo("c 300元 FULL");
    }

    @Test
    void first_n_has_so_many_places() {
        assertThat(words(Rationing.firstN(THREE, 2, Money.ofYuan(10_000))))
                .containsExactly("a 100元 FULL", "b 200元 FULL", "c 0元 NO_PLACE");
    }

    @Test
    void scored_takes_the_best() {
        assertThat(words(Rationing.scored(THREE, 2, Money.ofYuan(400))))
                .containsExactly("c 300元 FULL", "b 100元 REST", "a 0元 NO_PLACE");
    }

    @Test
    void pro_rata_gives_all_when_there_is_enough_and_to_the_fen_when_there_is_not() {
        assertThat(words(Rationing.proRata(THREE, Money.ofYuan(600))))
                .containsExactly("a 100元 FULL", "b 200元 FULL", "c 300元 FULL");
        // 100 in 6: 16.666…, 33.333…, 50: the fen that is left goes to the largest remainder.
        assertThat(words(Rationing.proRata(THREE, Money.ofYuan(100))))
                .containsExactly("a 16.67元 REDUCED", "b 33.33元 REDUCED", "c 50元 REDUCED");
    }

    @Test
    void a_whole_is_divided_exactly() {
        assertThat(Rationing.divide(100, List.of(1L, 1L, 1L))).containsExactly(34L, 33L, 33L);
        assertThat(Rationing.divide(0, List.of(0L, 0L))).containsExactly(0L, 0L);
        assertThatThrownBy(() -> Rationing.divide(1, List.of(0L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rationing.divide(-1, List.of(1L))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_overdrawn_budget_leaves_nothing() {
        List<Rationing.Request> requests = List.of(new Rationing.Request("a", new Money(5), Instant.EPOCH, 0));
        for (List<Rationing.Grant> grants : List.of(
                Rationing.firstCome(requests, new Money(-1)),
                Rationing.scored(requests, 1, new Money(-1)),
                Rationing.proRata(requests, new Money(-1)))) {
            assertThat(sum(grants)).isZero();
        }
    }

    @Test
    void it_sums_exactly_and_does_not_depend_on_the_order_of_requests() {
        for (long seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            List<Rationing.Request> requests = new ArrayList<>();
            int size = 1 + random.nextInt(30);
            for (int i = 0; i < size; i++) {
                long fen = random.nextLong(1, 1_000_000_000_000L);
                requests.add(new Rationing.Request(
                        "r" + i, new Money(fen), Instant.EPOCH.plusSeconds(random.nextInt(5)), random.nextInt(5)));
            }
            long asked = requests.stream()
                    .mapToLong(request -> request.asked().fen())
                    .sum();
            Money budget = new Money(random.nextLong(0, 2 * asked));
            List<Rationing.Request> shuffled = new ArrayList<>(requests);
            Collections.shuffle(shuffled, random);
            List<Rationing.Grant> grants = Rationing.proRata(requests, budget);
            assertThat(sum(grants)).as("seed %d", seed).isEqualTo(Math.min(asked, budget.fen()));
            assertThat(grants).as("seed %d", seed).isEqualTo(Rationing.proRata(shuffled, budget));
            assertThat(grants)
                    .as("seed %d", seed)
                    .allMatch(grant ->
                            grant.granted().fen() >= 0 && grant.granted().compareTo(grant.asked()) <= 0);
            for (List<Rationing.Grant> others : List.of(
                    Rationing.firstCome(shuffled, budget),
                    Rationing.scored(shuffled, 10, budget),
                    Rationing.firstN(shuffled, 10, budget))) {
                assertThat(sum(others)).as("seed %d", seed).isLessThanOrEqualTo(budget.fen());
            }
            assertThat(Rationing.firstCome(shuffled, budget))
                    .as("seed %d", seed)
                    .isEqualTo(Rationing.firstCome(requests, budget));
        }
    }

    private static long sum(List<Rationing.Grant> grants) {
        return grants.stream().mapToLong(grant -> grant.granted().fen()).sum();
    }
}
