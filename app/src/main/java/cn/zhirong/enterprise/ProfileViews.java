package cn.zhirong.enterprise;

import cn.zhirong.enterprise.ProfileView.Column;
import cn.zhirong.enterprise.ProfileView.Entry;
import cn.zhirong.enterprise.ProfileView.Figure;
import cn.zhirong.enterprise.ProfileView.Known;
import cn.zhirong.enterprise.ProfileView.ListView;
import cn.zhirong.enterprise.ProfileView.Pair;
import cn.zhirong.enterprise.ProfileView.Tab;
import cn.zhirong.enterprise.ProfileView.Waiting;
import cn.zhirong.enterprise.ProfileView.YearCell;
import cn.zhirong.enterprise.ProfileView.YearLink;
import cn.zhirong.enterprise.ProfileView.YearRow;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the page of a firm out of its profile. */
final class ProfileViews {
    static final String BASIC = "basic";
    static final String YEARS = "years";
    static final String HISTORY = "history";
    private static final int MOST_YEARS = 5;

    private final Profile profile;
    private final String here;
    private final boolean own;
    private final boolean edits;
    private final LocalDate today;

    ProfileViews(Profile profile, String here, boolean own, boolean edits, LocalDate today) {
        this.profile = profile;
        this.here = here;
        this.own = own;
        this.edits = edits;
        this.today = today;
    }

    /**
     * The page.
     *
     * @param asked the part that was asked for; the first where there is no such
     */
    ProfileView view(String asked, String registered, List<Refusal.Field> problems) {
        List<Tab> tabs = tabs(asked);
        String part = tabs.stream().anyMatch(tab -> tab.current() && !tab.href().equals(here)) ? asked : BASIC;
        List<Integer> years = profile.years().stream().limit(MOST_YEARS).toList();
        ListView list = ItemGroup.ofPath(part).map(this::list).orElse(null);
        return new ProfileView(
                here,
                own,
                edits,
                profile.name(),
                head(registered),
                tabs,
                part,
                waiting(),
                part.equals(BASIC) ? figures() : List.of(),
                part.equals(BASIC) ? facts() : List.of(),
                years.stream().map(String::valueOf).toList(),
                part.equals(YEARS) ? yearRows(years) : List.of(),
                part.equals(YEARS) ? yearLinks() : List.of(),
                list,
                part.equals(HISTORY) ? new ProfileHistory(profile, own).lines() : List.of(),
                problems);
    }

    private List<Pair> head(String registered) {
        List<Pair> head = new ArrayList<>();
        head.add(new Pair("统一社会信用代码", profile.creditCode().value()));
        head.add(new Pair("行业", profile.industry().map(Industry::toString).orElse("未填写")));
        head.add(new Pair("企业规模", size()));
        if (!registered.isEmpty()) {
            head.add(new Pair("本站账号", registered));
        }
        return head;
    }

    private String size() {
        return switch (profile.sizing()) {
            case Sizing.Sized sized ->
                sized.size().label() + (profile.sizingYear() > 0 ? "（按 " + profile.sizingYear() + " 年数据）" : "");
            case Sizing.Missing missing ->
                "待定，缺" + missing.figures().stream().map(FactField::label).collect(Collectors.joining("、"));
            case Sizing.NotCovered notCovered -> "不划型：" + notCovered.why();
        };
    }

    private List<Tab> tabs(String asked) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab(BASIC, "基本信息", asked));
        tabs.add(tab(YEARS, "年度数据", asked));
        for (ItemGroup group : ItemGroup.values()) {
            long count = profile.items(group).stream()
                    .filter(item -> !item.kind().saysNothing())
                    .count();
            tabs.add(tab(group.path(), group.label() + (count > 0 ? "（" + count + "）" : ""), asked));
        }
        tabs.add(tab(HISTORY, "变更历史", asked));
        if (tabs.stream().noneMatch(Tab::current)) {
            tabs.set(0, new Tab(here, "基本信息", true));
        }
        return tabs;
    }

    private Tab tab(String part, String text, String asked) {
        return new Tab(part.equals(BASIC) ? here : here + "?part=" + part, text, part.equals(asked));
    }

    private List<Waiting> waiting() {
        List<Waiting> waiting = new ArrayList<>();
        for (Fact fact : profile.waitingFacts()) {
            Fact known = profile.ofBureau(fact.field(), fact.year());
            waiting.add(new Waiting(
                    "fact-" + fact.id(),
                    FactDesk.words(fact.field(), fact.year()),
                    FactText.shown(fact.field(), fact.value()),
                    known == null ? FactText.NONE : FactText.shown(fact.field(), known.value()),
                    fact.asOf().toString(),
                    fact.evidence(),
                    fact.enteredBy(),
                    here + "/facts/" + fact.id() + "/answer"));
        }
        for (Item item : profile.waitingItems()) {
            waiting.add(new Waiting(
                    "item-" + item.id(),
                    item.kind().group().label(),
                    ProfileHistory.words(item),
                    FactText.NONE,
                    item.asOf().toString(),
                    item.evidence(),
                    item.enteredBy(),
                    here + "/items/" + item.id() + "/answer"));
        }
        return waiting;
    }

    private List<Figure> figures() {
        return List.of(
                figure("营业收入", FactField.REVENUE),
                figure("从业人员", FactField.STAFF),
                figure("研发费用占比", FactField.RESEARCH_SHARE),
                figure("有效发明专利", profile.count(ItemKind.INVENTION, today) + " 件", inventions()));
    }

    /** Of its own newest year: one figure may be known earlier than another. */
    private Figure figure(String label, FactField field) {
        int year = profile.newestYear(field);
        FactValue value = profile.value(field, year);
        Long ppm = field.type() == FactType.RATE ? value.number() : null;
        String shown = ppm == null ? FactText.shown(field, value) : FactText.roundedPercent(ppm);
        return figure(label, shown, year == 0 ? "" : year + " 年");
    }

    private String inventions() {
        long unknown = profile.items(ItemGroup.PROPERTY).stream()
                .filter(item -> item.kind() == ItemKind.INVENTION && item.holding(today) == Holding.UNKNOWN)
                .count();
        return "截至 " + today + (unknown == 0 ? "" : "，另有 " + unknown + " 件法律状态不明");
    }

    /** @param shown the number and, after a space, its unit */
    private static Figure figure(String label, String shown, String note) {
        int unit = shown.indexOf(' ');
        return unit < 0
                ? new Figure(label, shown, "", note)
                : new Figure(label, shown.substring(0, unit), shown.substring(unit + 1), note);
    }

    private List<Known> facts() {
        return FactField.entered(false).stream()
                .map(field -> profile.inForce(field)
                        .map(fact -> new Known(
                                field.label(),
                                FactText.shown(field, fact.value()),
                                fact.source().label(),
                                tone(fact.source()),
                                fact.asOf().toString(),
                                fact.evidence()))
                        .orElseGet(() -> new Known(field.label(), FactText.NONE, "", "", "", "")))
                .toList();
    }

    private List<YearRow> yearRows(List<Integer> years) {
        Stream<FactField> computed = Stream.of(FactField.RESEARCH_SHARE, FactField.RESEARCH_STAFF_SHARE);
        return Stream.concat(FactField.entered(true).stream(), computed)
                .map(field -> new YearRow(
                        field.label(),
                        years.stream().map(year -> cell(field, year)).toList()))
                .toList();
    }

    private YearCell cell(FactField field, int year) {
        String value = FactText.shown(field, profile.value(field, year));
        return profile.inForce(field, year)
                .map(fact -> new YearCell(value, fact.source().label(), tone(fact.source())))
                .orElseGet(() ->
                        new YearCell(value, field.isComputed() && !value.equals(FactText.NONE) ? "计算" : "", "neutral"));
    }

    /** Years that are known, and those of the last three that are not. */
    private List<YearLink> yearLinks() {
        return Stream.concat(
                        profile.years().stream(), Stream.of(today.getYear(), today.getYear() - 1, today.getYear() - 2))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(MOST_YEARS + 1L)
                .map(year -> new YearLink(
                        String.valueOf(year),
                        here + "/years/" + year,
                        (profile.years().contains(year) ? "更改 " : "填写 ") + year + " 年"))
                .toList();
    }

    private ListView list(ItemGroup group) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("kind", "类别", "head"));
        group.shownApart().forEach(column -> columns.add(new Column(column.field(), group.heading(column), "text")));
        if (!group.shownTogether().isEmpty()) {
            columns.add(new Column("more", "其他", "long"));
        }
        return new ListView(
                group.label(),
                edits && !(own && group == ItemGroup.CREDIT) ? here + "/items/new?group=" + group.path() : "",
                columns,
                profile.items(group).stream().map(item -> entry(group, item)).toList());
    }

    private Entry entry(ItemGroup group, Item item) {
        List<String> cells = new ArrayList<>();
        cells.add(item.kind().label());
        ItemDraft draft = ItemDraft.of(item);
        group.shownApart().forEach(column -> cells.add(orNone(draft.typed(column))));
        if (!group.shownTogether().isEmpty()) {
            cells.add(orNone(draft.words(group.shownTogether())));
        }
        boolean stands = item.state() == FactState.STANDS;
        LocalDate endsOn = item.endsOn();
        boolean over = endsOn != null && endsOn.isBefore(today);
        return new Entry(
                cells,
                stands && over ? "已到期" : item.state().label(),
                stands ? over ? "gone" : "ok" : "wait",
                item.source().label(),
                tone(item.source()),
                edits && !own && stands ? here + "/items/" + item.id() : "",
                edits && own && !stands ? here + "/items/" + item.id() + "/taking-back" : "");
    }

    private static String orNone(String cell) {
        return cell.isEmpty() ? FactText.NONE : cell;
    }

    /** How sure a source is, as a colour. */
    private static String tone(FactSource source) {
        return switch (source) {
            case VERIFIED -> "ok";
            case IMPORTED -> "info";
            case DECLARED -> "wait";
        };
    }
}
