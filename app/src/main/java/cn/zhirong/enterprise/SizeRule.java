package cn.zhirong.enterprise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 中小企业划型标准规定（工信部联企业〔2011〕300号）四: the sixteen industries, each with its one or two figures and the least of each
 * for a large, a medium and a small firm. A class wants all of its figures; a firm that has not all of them is of the class below.
 */
enum SizeRule {
    // Revenue and assets in 万元, staff in persons: large, medium, small.
    FARMING("农、林、牧、渔业", Figure.revenue(20_000, 500, 50)),
    INDUSTRY("工业", Figure.staff(1_000, 300, 20), Figure.revenue(40_000, 2_000, 300)),
    BUILDING("建筑业", Figure.revenue(80_000, 6_000, 300), Figure.assets(80_000, 5_000, 300)),
    WHOLESALE("批发业", Figure.staff(200, 20, 5), Figure.revenue(40_000, 5_000, 1_000)),
    RETAIL("零售业", Figure.staff(300, 50, 10), Figure.revenue(20_000, 500, 100)),
    TRANSPORT("交通运输业", Figure.staff(1_000, 300, 20), Figure.revenue(30_000, 3_000, 200)),
    STORAGE("仓储业", Figure.staff(200, 100, 20), Figure.revenue(30_000, 1_000, 100)),
    POST("邮政业", Figure.staff(1_000, 300, 20), Figure.revenue(30_000, 2_000, 100)),
    LODGING("住宿业", Figure.staff(300, 100, 10), Figure.revenue(10_000, 2_000, 100)),
    CATERING("餐饮业", Figure.staff(300, 100, 10), Figure.revenue(10_000, 2_000, 100)),
    TRANSMISSION("信息传输业", Figure.staff(2_000, 100, 10), Figure.revenue(100_000, 1_000, 100)),
    SOFTWARE("软件和信息技术服务业", Figure.staff(300, 100, 10), Figure.revenue(10_000, 1_000, 50)),
    REAL_ESTATE("房地产开发经营", Figure.revenue(200_000, 1_000, 100), Figure.assets(10_000, 5_000, 2_000)),
    PROPERTY("物业管理", Figure.staff(1_000, 300, 100), Figure.revenue(5_000, 1_000, 500)),
    LEASING("租赁和商务服务业", Figure.staff(300, 100, 10), Figure.assets(120_000, 8_000, 100)),
    OTHER("其他未列明行业", Figure.staff(300, 100, 10));

    private final String label;
    private final List<Figure> figures;

    SizeRule(String label, Figure... figures) {
        this.label = label;
        this.figures = List.of(figures);
    }

    /** One figure and what each class wants of it at least. */
    private record Figure(FactField field, long large, long medium, long small) {
        private static final long WAN = 1_000_000;

        static Figure staff(long large, long medium, long small) {
            return new Figure(FactField.STAFF, large, medium, small);
        }

        static Figure revenue(long large, long medium, long small) {
            return new Figure(FactField.REVENUE, large * WAN, medium * WAN, small * WAN);
        }

        static Figure assets(long large, long medium, long small) {
            return new Figure(FactField.ASSETS, large * WAN, medium * WAN, small * WAN);
        }

        SizeClass reached(long value) {
            if (value >= large) {
                return SizeClass.LARGE;
            }
            if (value >= medium) {
                return SizeClass.MEDIUM;
            }
            return value >= small ? SizeClass.SMALL : SizeClass.MICRO;
        }
    }

    /** Whether what is missing could make a difference is found by taking it as small and as large as can be. */
    Sizing size(@Nullable Long staff, @Nullable Long revenueFen, @Nullable Long assetsFen) {
        SizeClass least = SizeClass.LARGE;
        SizeClass most = SizeClass.LARGE;
        List<FactField> missing = new ArrayList<>();
        for (Figure figure : figures) {
            Long value = figure.field() == FactField.STAFF
                    ? staff
                    : figure.field() == FactField.REVENUE ? revenueFen : assetsFen;
            if (value == null) {
                missing.add(figure.field());
                least = SizeClass.MICRO;
            } else {
                least = smaller(least, figure.reached(value));
                most = smaller(most, figure.reached(value));
            }
        }
        return least == most ? new Sizing.Sized(least) : new Sizing.Missing(missing);
    }

    String label() {
        return label;
    }

    /** The rule for an industry; empty where the standard has none, or where the code is too short to tell. */
    static Optional<SizeRule> covering(Industry industry) {
        return Optional.ofNullable(rule(industry));
    }

    private static @Nullable SizeRule rule(Industry industry) {
        return switch (industry.section()) {
            case 'A' -> FARMING;
            case 'B', 'C', 'D' -> INDUSTRY;
            case 'E' -> BUILDING;
            case 'F' -> industry.division() == 51 ? WHOLESALE : RETAIL;
            case 'G' -> moving(industry);
            case 'H' -> industry.division() == 61 ? LODGING : CATERING;
            case 'I' -> industry.division() == 65 ? SOFTWARE : TRANSMISSION;
            case 'K' -> land(industry);
            case 'L' -> LEASING;
            case 'M', 'N', 'O', 'R' -> OTHER;
            // 社会工作; hospitals are none.
            case 'Q' -> industry.division() == 85 ? OTHER : null;
            default -> null;
        };
    }

    private static @Nullable SizeRule moving(Industry industry) {
        return switch (industry.division()) {
            // 四（六）: 交通运输业不含铁路运输业.
            case 53 -> null;
            case 59 ->
                switch (industry.group()) {
                    case "59" -> null;
                    case "591" -> TRANSPORT;
                    default -> STORAGE;
                };
            case 60 -> POST;
            default -> TRANSPORT;
        };
    }

    private static @Nullable SizeRule land(Industry industry) {
        return switch (industry.group()) {
            case "701" -> REAL_ESTATE;
            case "702" -> PROPERTY;
            case "703", "709" -> OTHER;
            // 704 房地产租赁经营 is not in it, and 70 alone does not say.
            default -> null;
        };
    }

    /** Why there is no rule. */
    static String whyNot(Industry industry) {
        String group = industry.group();
        return group.equals("59") || group.equals("70")
                ? "行业代码 " + group + " 须填到中类（三位），才能确定划型标准"
                : industry.divisionName() + "不在划型标准的行业之内";
    }

    private static SizeClass smaller(SizeClass one, SizeClass other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
