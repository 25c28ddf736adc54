package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of 工信部联企业〔2011〕300号, written out a second time, each boundary from both sides. */
class SizingTest {
    private static final long WAN = 1_000_000;

    /** An industry's code and, for each of its figures, the least of a large, a medium and a small firm. */
    private record Standard(String code, Map<FactField, long[]> figures) {
        @Override
        public String toString() {
            return new Industry(code).toString();
        }
    }

    static Stream<Standard> standards() {
        return Stream.of(
                new Standard("01", revenue(20_000, 500, 50)),
                new Standard("35", both(staff(1_000, 300, 20), revenue(40_000, 2_000, 300))),
                new Standard("06", both(staff(1_000, 300, 20), revenue(40_000, 2_000, 300))),
                new Standard("44", both(staff(1_000, 300, 20), revenue(40_000, 2_000, 300))),
                new Standard("47", both(revenue(80_000, 6_000, 300), assets(80_000, 5_000, 300))),
                new Standard("51", both(staff(200, 20, 5), revenue(40_000, 5_000, 1_000))),
                new Standard("52", both(staff(300, 50, 10), revenue(20_000, 500, 100))),
                new Standard("54", both(staff(1_000, 300, 20), revenue(30_000, 3_000, 200))),
                new Standard("591", both(staff(1_000, 300, 20), revenue(30_000, 3_000, 200))),
                new Standard("599", both(staff(200, 100, 20), revenue(30_000, 1_000, 100))),
                new Standard("60", both(staff(1_000, 300, 20), revenue(30_000, 2_000, 100))),
                new Standard("61", both(staff(300, 100, 10), revenue(10_000, 2_000, 100))),
                new Standard("62", both(staff(300, 100, 10), revenue(10_000, 2_000, 100))),
                new Standard("63", both(staff(2_000, 100, 10), revenue(100_000, 1_000, 100))),
                new Standard("64", both(staff(2_000, 100, 10), revenue(100_000, 1_000, 100))),
                new Standard("65", both(staff(300, 100, 10), revenue(10_000, 1_000, 50))),
                new Standard("701", both(revenue(200_000, 1_000, 100), assets(10_000, 5_000, 2_000))),
                new Standard("702", both(staff(1_000, 300, 100), revenue(5_000, 1_000, 500))),
                new Standard("71", both(staff(300, 100, 10), assets(120_000, 8_000, 100))),
                new Standard("72", both(staff(300, 100, 10), assets(120_000, 8_000, 100))),
                new Standard("73", staff(300, 100, 10)),
                new Standard("85", staff(300, 100, 10)),
                new Standard("90", staff(300, 100, 10)));
    }

    @ParameterizedTest
    @MethodSource("standards")
    void a_class_begins_exactly_at_its_figures_and_the_class_below_one_less(Standard standard) {
        SizeClass[] classes = SizeClass.values();
        for (int i = 0; i < 3; i++) {
            int level = i;
            assertThat(size(standard, field -> standard.figures().get(field)[level]))
                    .isEqualTo(classes[i]);
            for (FactField lacking : standard.figures().keySet()) {
                assertThat(size(standard, field -> standard.figures().get(field)[level] - (field == lacking ? 1 : 0)))
                        .as("%s one below %s in %s", standard, classes[i], lacking)
                        .isEqualTo(classes[i + 1]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("standards")
    void without_one_of_its_figures_a_firm_is_micro_however_large_the_other(Standard standard) {
        for (FactField small : standard.figures().keySet()) {
            SizeClass size = size(standard, field -> field == small ? 0 : Long.MAX_VALUE);
            assertThat(size).isEqualTo(SizeClass.MICRO);
        }
    }

    @Test
    void what_is_missing_is_named_unless_the_rest_decides() {
        Industry machines = new Industry("35");
        assertThat(Sizing.of(machines, 19L, null, null)).isEqualTo(new Sizing.Sized(SizeClass.MICRO));
        assertThat(Sizing.of(machines, 20L, null, null)).isEqualTo(new Sizing.Missing(List.of(FactField.REVENUE)));
        assertThat(Sizing.of(machines, null, null, 5L))
                .isEqualTo(new Sizing.Missing(List.of(FactField.STAFF, FactField.REVENUE)));
        assertThat(Sizing.of(machines, null, 300 * WAN - 1, null)).isEqualTo(new Sizing.Sized(SizeClass.MICRO));
    }

    @Test
    void what_the_standard_leaves_out_has_no_size() {
        for (String code : List.of("53", "66", "83", "84", "91", "97", "704")) {
            assertThat(Sizing.of(new Industry(code), 1L, 1L, 1L)).as(code).isInstanceOf(Sizing.NotCovered.class);
        }
        for (String code : List.of("59", "70")) {
            assertThat(Sizing.of(new Industry(code), 1L, 1L, 1L))
                    .isEqualTo(new Sizing.NotCovered("行业代码 " + code + " 须填到中类（三位），才能确定划型标准"));
        }
        assertThat(Sizing.of(new Industry("703"), 10L, null, null)).isEqualTo(new Sizing.Sized(SizeClass.SMALL));
    }

    private interface Figures {
        long of(FactField field);
    }

    private static SizeClass size(Standard standard, Figures figures) {
        Sizing sizing = Sizing.of(
                new Industry(standard.code()),
                figure(standard, FactField.STAFF, figures),
                figure(standard, FactField.REVENUE, figures),
                figure(standard, FactField.ASSETS, figures));
        assertThat(sizing).isInstanceOf(Sizing.Sized.class);
        return ((Sizing.Sized) sizing).size();
    }

    private static @Nullable Long figure(Standard standard, FactField field, Figures figures) {
        return standard.figures().containsKey(field) ? figures.of(field) : null;
    }

    private static Map<FactField, long[]> staff(long large, long medium, long small) {
        return Map.of(FactField.STAFF, new long[] {large, medium, small});
    }

    private static Map<FactField, long[]> revenue(long large, long medium, long small) {
        return Map.of(FactField.REVENUE, new long[] {large * WAN, medium * WAN, small * WAN});
    }

    private static Map<FactField, long[]> assets(long large, long medium, long small) {
        return Map.of(FactField.ASSETS, new long[] {large * WAN, medium * WAN, small * WAN});
    }

    private static Map<FactField, long[]> both(Map<FactField, long[]> one, Map<FactField, long[]> other) {
        return Stream.of(one, other)
                .flatMap(map -> map.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
