package cn.zhirong.enterprise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said of a firm's size. */
public sealed interface Sizing {
    /** The class is certain, even where a figure is missing. */
    record Sized(SizeClass size) implements Sizing {}

    /** These figures decide, and are not known. */
    record Missing(List<FactField> figures) implements Sizing {
        public Missing {
            figures = List.copyOf(figures);
        }
    }

    /** The standard does not say; why, in Chinese. */
    record NotCovered(String why) implements Sizing {}

    /**
     * The size by industry and the figures of one year, each null where it is not known.
     *
     * @param staff persons
     * @param revenueFen 营业收入
     * @param assetsFen 资产总额
     */
    static Sizing of(Industry industry, @Nullable Long staff, @Nullable Long revenueFen, @Nullable Long assetsFen) {
        return SizeRule.covering(industry)
                .map(rule -> rule.size(staff, revenueFen, assetsFen))
                .orElseGet(() -> new NotCovered(SizeRule.whyNot(industry)));
    }
}
