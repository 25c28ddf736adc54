package cn.zhirong.enterprise;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an invented firm borrowed, paid and reached; banks, numbers and institutions say that they are examples.
 */
final class DemonstrationFinancing {
    private static final long WAN = 1_000_000;
    private static final List<String> BANKS = List.of("示例商业银行", "示例农村商业银行", "示例科技支行", "示例城市银行");
    private static final String GUARANTOR = "示例融资担保有限公司";
    private static final int TAX_PPM = 60_000;

    private final Random random;
    private final int number;
    private final String firm;
    private final long revenueFen;
    private final Set<String> pledges = new LinkedHashSet<>();
    private final LocalDate today;
    private final List<ItemDraft> items = new ArrayList<>();
    private int invoices;

    private DemonstrationFinancing(
            long seed, int number, String firm, long revenueFen, List<ItemDraft> held, LocalDate today) {
        this.random = new Random(seed);
        this.number = number;
        this.firm = firm;
        this.revenueFen = revenueFen;
        this.today = today;
        for (ItemDraft item : held) {
            switch (item.kind()) {
                case INVENTION, UTILITY_MODEL, DESIGN -> pledges.add("专利");
                case TRADEMARK -> pledges.add("商标");
                case SOFTWARE, COPYRIGHT -> pledges.add("著作权");
                default -> {}
            }
        }
    }

    /**
     * The entries.
     *
     * @param held its property, which it can pledge
     */
    static List<ItemDraft> of(
            long seed, int number, String firm, long revenueFen, List<ItemDraft> held, LocalDate today) {
        return new DemonstrationFinancing(seed, number, firm, revenueFen, held, today).all();
    }

    private List<ItemDraft> all() {
        boolean borrows = number == 1 || random.nextInt(100) < (pledges.isEmpty() ? 25 : 65);
        int loans = borrows ? number == 1 ? 2 : 1 + random.nextInt(2) : 0;
        for (int i = 1; i <= loans; i++) {
            loan(i);
        }
        events();
        DemonstrationFirm.none(items, ItemKind.NO_LOANS);
        DemonstrationFirm.none(items, ItemKind.NO_FEES);
        DemonstrationFirm.none(items, ItemKind.NO_EVENTS);
        return items;
    }

    /** Of last year for a year, so that interest and fees of last year can be asked for in this one. */
    private void loan(int i) {
        LocalDate signed = LocalDate.of(today.getYear() - 1, 1, 6).plusDays(random.nextInt(270));
        LocalDate registered = signed.plusDays(2 + random.nextInt(5));
        LocalDate drawn = registered.plusDays(1 + random.nextInt(4));
        LocalDate due = drawn.plusYears(1);
        long principal = Math.max(50, Math.min(1_500, revenueFen / WAN / 4) / 50 * 50) * WAN;
        principal = Math.max(50 * WAN, principal / 100 * (40 + random.nextInt(61)) / (50 * WAN) * (50 * WAN));
        long ratePpm = 29_000 + random.nextInt(40) * 500L;
        long days = ChronoUnit.DAYS.between(drawn, LocalDate.of(drawn.getYear() + 1, 1, 1));
        long interest = principal * ratePpm * days / (360 * 1_000_000L);
        boolean owns = !pledges.isEmpty();
        boolean mixed = owns && (i == 2 || random.nextInt(5) == 0);
        boolean late = random.nextInt(25) == 0 && number != 1;
        boolean settled = !late && !due.isAfter(today);
        String contract = "示例借字" + signed.getYear() + "-" + String.format(Locale.ROOT, "%03d", number) + "-" + i;
        boolean guaranteed = random.nextInt(100) < 45;
        items.add(new ItemDraft(
                mixed ? ItemKind.MIXED_LOAN : owns ? ItemKind.IP_LOAN : ItemKind.OTHER_LOAN,
                contract,
                owns ? "示例质押清单 " + i : "",
                signed,
                drawn,
                due,
                settled ? ItemGroup.SETTLED : late ? ItemGroup.OVERDUE : ItemGroup.ON_TIME,
                BANKS.get(random.nextInt(BANKS.size())),
                principal,
                new ItemTerms(
                        mixed ? Long.valueOf(principal / 10 * (4 + random.nextInt(4))) : null,
                        interest,
                        ratePpm,
                        pledge(owns, mixed),
                        owns ? registered : null,
                        settled ? due : null,
                        guaranteed ? GUARANTOR : "",
                        "",
                        random.nextInt(20) == 0 && number != 1)));
        if (owns) {
            fee(ItemKind.VALUATION_FEE, principal / 1_000 * (2 + random.nextInt(7)), signed, "示例资产评估有限公司", contract);
        }
        if (guaranteed) {
            fee(ItemKind.GUARANTEE_FEE, principal / 1_000 * (6 + random.nextInt(7)), drawn, GUARANTOR, contract);
        } else if (random.nextInt(4) == 0) {
            fee(ItemKind.PREMIUM, principal / 1_000 * (5 + random.nextInt(8)), drawn, "示例财产保险股份有限公司", contract);
        }
    }

    /** All that it owns, or one kind of it; a mixed pledge has something else too. */
    private String pledge(boolean owns, boolean mixed) {
        if (!owns) {
            return ItemGroup.NO_PLEDGE;
        }
        List<String> kinds =
                ItemGroup.PLEDGES.stream().filter(pledges::contains).toList();
        String ip = random.nextBoolean() ? String.join("、", kinds) : kinds.get(random.nextInt(kinds.size()));
        return mixed ? ip + "、其他财产" : ip;
    }

    private void fee(ItemKind kind, long fen, LocalDate on, String payee, String belongsTo) {
        items.add(new ItemDraft(
                kind,
                "示例票" + on.getYear() + String.format(Locale.ROOT, "%05d%02d", number, ++invoices),
                "",
                null,
                on,
                null,
                "",
                payee,
                DemonstrationFirm.rounded(fen),
                new ItemTerms(null, null, Long.valueOf(TAX_PPM), "", null, null, firm, belongsTo, null)));
    }

    private void events() {
        int stages = random.nextInt(100) < 10 ? 1 + random.nextInt(4) : 0;
        LocalDate on = today.minusDays(900 - random.nextInt(300));
        List<ItemKind> order = List.of(ItemKind.REFORM, ItemKind.TUTORING, ItemKind.ACCEPTED, ItemKind.LISTED);
        for (ItemKind kind : order.subList(0, stages)) {
            boolean listed = kind == ItemKind.LISTED;
            event(
                    kind,
                    listed ? random.nextBoolean() ? "科创板" : "北交所" : "",
                    on,
                    listed ? Long.valueOf((20_000 + random.nextInt(30_000)) * WAN) : null,
                    null);
            on = on.plusDays(60 + random.nextInt(120));
        }
        if (random.nextInt(100) < 4) {
            event(ItemKind.QUOTED, "", today.minusDays(30 + random.nextInt(600)), null, null);
        }
        if (!pledges.isEmpty() && random.nextInt(100) < 8) {
            issue();
        }
    }

    private void issue() {
        LocalDate on = today.minusDays(10 + random.nextInt(160));
        long size = (500 + random.nextInt(20) * 100L) * WAN;
        ItemDraft issue = event(ItemKind.ISSUE, "示例知识产权专项计划", on, size, size / 1_000 * 38);
        LocalDate paid = on.minusDays(5);
        fee(ItemKind.VALUATION_FEE, size / 1_000 * 4, paid, "示例资产评估有限公司", issue.number());
        fee(ItemKind.GUARANTEE_FEE, size / 1_000 * 10, on, GUARANTOR, issue.number());
        fee(ItemKind.RATING_FEE, size / 1_000 * 2, paid, "示例资信评估有限公司", issue.number());
        fee(ItemKind.LEGAL_FEE, size / 1_000 * 2, paid, "示例律师事务所", issue.number());
    }

    private ItemDraft event(
            ItemKind kind, String title, LocalDate on, @Nullable Long amountFen, @Nullable Long costFen) {
        ItemDraft event = new ItemDraft(
                kind,
                "示例文〔" + on.getYear() + "〕" + number + "-" + (items.size() + 1),
                title,
                null,
                on,
                null,
                "",
                "示例机构",
                amountFen,
                costFen == null ? ItemTerms.NONE : new ItemTerms(null, costFen, null, "", null, null, "", "", null));
        items.add(event);
        return event;
    }
}
