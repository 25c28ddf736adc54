package cn.zhirong.enterprise;

import cn.zhirong.kernel.CreditCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * An invented firm: the same number and seed give the same firm. Its name says that it is an example, and the body of its code is
 * of a shape that is given to nobody.
 *
 * @param years figures by year
 */
record DemonstrationFirm(
        CreditCode code,
        String name,
        Map<FactField, FactValue> facts,
        Map<Integer, Map<FactField, FactValue>> years,
        List<ItemDraft> items) {
    private static final long WAN = 1_000_000;
    private static final String CHECKS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final List<String> BRANDS = List.of(
            "星澜", "云帆", "禾岳", "凌川", "锦程", "博远", "启明", "泽润", "恒盛", "嘉禾", "天枢", "瑞丰", "卓越", "明德", "新创", "汇通", "远景", "磐石",
            "清源", "晨光", "鼎新", "众合", "睿智", "宏图", "长青");

    /** A trade with its code of GB/T 4754 and how much it invents. */
    private record Trade(String words, String industry, boolean inventive) {}

    private static final List<Trade> TRADES = List.of(
            new Trade("新材料", "2651", true),
            new Trade("精密机械", "3484", true),
            new Trade("电子科技", "3982", true),
            new Trade("智能装备", "3569", true),
            new Trade("生物医药", "2762", true),
            new Trade("汽车部件", "3670", true),
            new Trade("软件", "6513", true),
            new Trade("信息技术", "6540", true),
            new Trade("环保工程", "7722", true),
            new Trade("检测技术", "7452", true),
            new Trade("陶瓷", "3071", false),
            new Trade("家具", "2110", false),
            new Trade("食品", "1499", false),
            new Trade("农业", "0141", false),
            new Trade("建筑", "4710", false),
            new Trade("贸易", "5179", false),
            new Trade("物流", "5430", false),
            new Trade("仓储", "5990", false),
            new Trade("物业服务", "7020", false),
            new Trade("餐饮管理", "6210", false));

    private static final List<String> RATINGS = List.of("A", "A", "A", "B", "B", "B", "M", "C", "D");

    private static final Map<String, List<String>> ZONES = Map.of(
            "zhaoqing", List.of("端州区", "鼎湖区", "高要区", "四会市", "肇庆高新区"),
            "binhai", List.of("天津经济技术开发区", "天津港保税区", "滨海高新区", "东疆综合保税区", "中新天津生态城"));

    /** Revenue of a firm in 万元, from and to: half of them are small. */
    private static final int[][] SCALES = {{30, 300}, {300, 2_000}, {300, 2_000}, {2_000, 12_000}, {12_000, 60_000}};

    /**
     * One of a bureau's.
     *
     * @param number from 1
     * @param slug of the bureau, and its region's code and short name
     * @param today from which the years are counted
     */
    static DemonstrationFirm of(int number, String slug, String region, String place, LocalDate today) {
        Random random = new Random(slug.hashCode() * 1_000_003L + number);
        Trade trade = TRADES.get(number % TRADES.size());
        String brand = BRANDS.get(number / TRADES.size() % BRANDS.size());
        String name = place + "示例" + brand + trade.words() + "有限公司";
        // Somebody acts for the first one: it should have something to show.
        int[] scale = SCALES[number == 1 ? SCALES.length - 2 : random.nextInt(SCALES.length)];
        long revenue = (scale[0] + random.nextInt(scale[1] - scale[0])) * WAN;
        List<String> zones = ZONES.getOrDefault(slug, List.of("示例一区", "示例二区"));
        LocalDate founded = today.minusDays(400 + random.nextInt(7_000));
        Map<FactField, FactValue> facts = new EnumMap<>(FactField.class);
        facts.put(FactField.NAME, FactValue.of(name));
        facts.put(FactField.ZONE, FactValue.of(zones.get(random.nextInt(zones.size()))));
        facts.put(
                FactField.ADDRESS,
                FactValue.of(facts.get(FactField.ZONE).text() + "示例路" + (1 + random.nextInt(200)) + "号"));
        facts.put(FactField.FOUNDED_ON, FactValue.of(founded));
        facts.put(FactField.INDUSTRY_CODE, FactValue.of(trade.industry()));
        facts.put(FactField.REGISTERED_CAPITAL, FactValue.of((100 + random.nextInt(49) * 100L) * WAN));
        facts.put(FactField.DISHONEST, FactValue.of(random.nextInt(40) == 0 ? 1 : 0));
        facts.put(FactField.ABNORMAL, FactValue.of(random.nextInt(30) == 0 ? 1 : 0));
        TreeMap<Integer, Map<FactField, FactValue>> years = new TreeMap<>();
        for (int year = today.getYear() - 3; year < today.getYear(); year++) {
            if (founded.getYear() <= year) {
                years.put(year, figures(random, revenue, trade.inventive()));
            }
            revenue = rounded(revenue / 100 * (85 + random.nextInt(50)));
        }
        List<ItemDraft> items = items(random, number, trade.inventive(), today);
        long newest = years.isEmpty() ? revenue : revenueOf(years.lastEntry().getValue());
        none(items, ItemKind.NO_HONOURS);
        none(items, ItemKind.NO_PROPERTY);
        none(items, ItemKind.NO_CREDIT);
        long seed = slug.hashCode() * 1_000_033L + number;
        items.addAll(DemonstrationFinancing.of(seed, number, name, newest, items, today));
        return new DemonstrationFirm(code(region, number), name, facts, years, items);
    }

    /** Where there is nothing of a list, an entry says so, as an import of a bureau would. */
    static void none(List<ItemDraft> items, ItemKind kind) {
        if (items.stream().noneMatch(item -> item.kind().group() == kind.group())) {
            items.add(new ItemDraft(kind, "", "", null, null, null, "", "", null));
        }
    }

    private static long revenueOf(Map<FactField, FactValue> figures) {
        Long revenue =
                figures.getOrDefault(FactField.REVENUE, FactValue.UNKNOWN).number();
        return revenue == null ? 0 : revenue;
    }

    private static Map<FactField, FactValue> figures(Random random, long revenueFen, boolean inventive) {
        long assets = rounded(revenueFen / 100 * (60 + random.nextInt(120)));
        long staff = Math.max(3, revenueFen / WAN / (40 + random.nextInt(60)));
        long researchers = inventive ? staff * (8 + random.nextInt(25)) / 100 : 0;
        Map<FactField, FactValue> figures = new EnumMap<>(FactField.class);
        figures.put(FactField.REVENUE, FactValue.of(revenueFen));
        figures.put(FactField.ASSETS, FactValue.of(assets));
        figures.put(FactField.NET_ASSETS, FactValue.of(rounded(assets / 100 * (20 + random.nextInt(60)))));
        figures.put(FactField.NET_PROFIT, FactValue.of(rounded(revenueFen / 100 * (random.nextInt(22) - 6))));
        figures.put(FactField.TAX, FactValue.of(rounded(revenueFen / 1_000 * (10 + random.nextInt(60)))));
        figures.put(FactField.STAFF, FactValue.of(staff));
        figures.put(FactField.RESEARCH_STAFF, FactValue.of(researchers));
        figures.put(
                FactField.RESEARCH_SPENDING,
                FactValue.of(inventive ? rounded(revenueFen / 1_000 * (20 + random.nextInt(90))) : 0));
        figures.put(FactField.TAX_RATING, FactValue.of(RATINGS.get(random.nextInt(RATINGS.size()))));
        return figures;
    }

    /** To hundredths of 万元, as people write figures. */
    static long rounded(long fen) {
        return fen / (WAN / 100) * (WAN / 100);
    }

    private static List<ItemDraft> items(Random random, int number, boolean inventive, LocalDate today) {
        List<ItemDraft> items = new ArrayList<>();
        if (inventive && random.nextInt(100) < 60) {
            LocalDate granted = today.minusDays(30 + random.nextInt(1_300));
            items.add(honour(ItemKind.HIGH_TECH, "示例GR" + granted.getYear(), number, granted, granted.plusYears(3)));
        }
        if (inventive && random.nextInt(100) < 55) {
            LocalDate granted = LocalDate.of(today.getYear(), 3 + random.nextInt(4), 15);
            items.add(honour(
                    ItemKind.TECH_SME,
                    "示例" + today.getYear(),
                    number,
                    granted,
                    LocalDate.of(today.getYear() + 1, 1, 1)));
        }
        if (inventive && random.nextInt(100) < 20) {
            LocalDate granted = today.minusDays(60 + random.nextInt(900));
            boolean giant = random.nextInt(5) == 0;
            items.add(honour(
                    giant ? ItemKind.LITTLE_GIANT : ItemKind.SPECIALISED,
                    "示例ZJTX",
                    number,
                    granted,
                    granted.plusYears(3)));
        }
        int property = inventive ? random.nextInt(9) : random.nextInt(3);
        for (int i = 1; i <= property; i++) {
            items.add(property(random, number, i, today));
        }
        if (random.nextInt(100) < 5) {
            LocalDate decided = today.minusDays(30 + random.nextInt(900));
            items.add(new ItemDraft(
                    ItemKind.PENALTY,
                    "示例罚〔" + decided.getYear() + "〕" + number + "号",
                    "示例事由",
                    null,
                    decided,
                    null,
                    "已履行",
                    "示例监督管理局",
                    (1 + random.nextInt(20)) * WAN));
        }
        return items;
    }

    private static ItemDraft honour(ItemKind kind, String prefix, int number, LocalDate granted, LocalDate over) {
        return new ItemDraft(
                kind,
                prefix + String.format(Locale.ROOT, "%05d", number),
                "",
                null,
                granted,
                over.minusDays(1),
                "",
                "示例认定机构",
                null);
    }

    private static ItemDraft property(Random random, int number, int i, LocalDate today) {
        List<ItemKind> kinds = List.of(
                ItemKind.INVENTION,
                ItemKind.INVENTION,
                ItemKind.UTILITY_MODEL,
                ItemKind.UTILITY_MODEL,
                ItemKind.DESIGN,
                ItemKind.SOFTWARE,
                ItemKind.TRADEMARK);
        ItemKind kind = kinds.get(random.nextInt(kinds.size()));
        LocalDate filed = today.minusDays(500 + random.nextInt(2_500));
        LocalDate granted = filed.plusDays(180 + random.nextInt(300));
        int life = switch (kind) {
            case INVENTION -> 20;
            case DESIGN -> 15;
            case SOFTWARE -> 50;
            default -> 10;
        };
        return new ItemDraft(
                kind,
                "示例" + filed.getYear() + "-" + String.format(Locale.ROOT, "%03d-%02d", number, i),
                "示例技术 " + i,
                filed,
                granted,
                (kind == ItemKind.TRADEMARK ? granted : filed).plusYears(life).minusDays(1),
                "有效",
                random.nextInt(12) == 0 ? "示例大学" : "",
                null);
    }

    /** Four X in the place of the register's number: no office gives such a one. */
    private static CreditCode code(String region, int number) {
        String body = "91" + region + "XXXX" + String.format(Locale.ROOT, "%05d", number);
        for (int i = 0; i < CHECKS.length(); i++) {
            CreditCode code = CreditCode.typed(body + CHECKS.charAt(i)).orElse(null);
            if (code != null) {
                return code;
            }
        }
        throw new IllegalStateException("no check character fits " + body);
    }
}
