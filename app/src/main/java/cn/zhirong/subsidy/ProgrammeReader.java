package cn.zhirong.subsidy;

import cn.zhirong.bundle.YamlMap;
import cn.zhirong.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a {@code programme.yml}; what is wrong is noted in the mapping's problems. */
final class ProgrammeReader {
    private final YamlMap map;

    private ProgrammeReader(YamlMap map) {
        this.map = map;
    }

    static BundledProgramme read(
            YamlMap map, String code, List<BundledProgramme.Version> versions, List<BundledProgramme.Case> cases) {
        ProgrammeReader reader = new ProgrammeReader(map);
        String title = map.text("title");
        ProgrammeKind kind = map.word("kind", ProgrammeKind.class);
        String policy = map.text("policy");
        ProgrammeContent content = reader.content();
        SortedMap<Integer, Money> budgets = reader.budgets();
        map.finish();
        if (versions.isEmpty() != content.announced()) {
            map.error(
                    "announced",
                    content.announced() ? "“announced”为true的项目还没有规则" : "没有规则文件（rule-1.yml），应当写明announced: true");
        }
        return new BundledProgramme(code, title, kind, policy, content, versions, budgets, cases);
    }

    private ProgrammeContent content() {
        RationingWay rationing =
                map.has("rationing") ? map.word("rationing", RationingWay.class) : RationingWay.FIRST_COME;
        Integer places = map.has("places") ? Integer.valueOf(number(map, "places", 1, 1_000_000)) : null;
        if ((rationing == RationingWay.FIRST_N) != (places != null)) {
            map.error("places", "限定名额（first-n）才有、并且必须有“places”");
        }
        return new ProgrammeContent(
                map.text("summary"),
                map.text("audience"),
                materials(),
                windows(),
                contact(),
                clocks(),
                rationing,
                places,
                map.has("automatic") && map.flag("automatic"),
                map.has("closed") && map.flag("closed"),
                map.has("announced") && map.flag("announced"),
                map.flag("illustrative"),
                words(map.optionalText("note")));
    }

    private List<ProgrammeContent.Material> materials() {
        List<ProgrammeContent.Material> materials = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        if (map.has("materials")) {
            for (YamlMap one : map.maps("materials")) {
                ProgrammeContent.Material material = new ProgrammeContent.Material(
                        one.text("id"),
                        one.text("name"),
                        one.flag("required"),
                        words(one.optionalText("note")),
                        words(one.optionalText("provision")));
                if (!material.id().matches("[a-z][a-z0-9-]{0,59}") || !ids.add(material.id())) {
                    one.error("id", "“id”应当由小写字母、数字和连字符组成，并且不重复");
                }
                one.finish();
                materials.add(material);
            }
        }
        return materials;
    }

    private List<ProgrammeContent.Window> windows() {
        List<ProgrammeContent.Window> windows = new ArrayList<>();
        if (map.has("windows")) {
            for (YamlMap one : map.maps("windows")) {
                LocalDate from = one.optionalDate("from");
                LocalDate until = one.optionalDate("until");
                if (from == null || until == null || until.isBefore(from)) {
                    one.error("from", "受理时间应当有“from”和“until”，并且不早于前者");
                } else {
                    windows.add(new ProgrammeContent.Window(from, until, words(one.optionalText("note"))));
                }
                one.finish();
            }
        }
        return windows;
    }

    private ProgrammeContent.Contact contact() {
        Optional<YamlMap> contact = map.has("contact") ? map.map("contact") : Optional.empty();
        ProgrammeContent.Contact read = contact.map(one -> new ProgrammeContent.Contact(
                        words(one.optionalText("place")), words(one.optionalText("phone"))))
                .orElse(new ProgrammeContent.Contact("", ""));
        contact.ifPresent(YamlMap::finish);
        return read;
    }

    private ProgrammeContent.Clocks clocks() {
        Optional<YamlMap> clocks = map.has("clocks") ? map.map("clocks") : Optional.empty();
        ProgrammeContent.Clocks read = clocks.map(one -> new ProgrammeContent.Clocks(
                        days(one, "acceptance"),
                        days(one, "correction"),
                        days(one, "first-review"),
                        days(one, "second-review"),
                        days(one, "notice-days"),
                        days(one, "objection"),
                        days(one, "payment")))
                .orElse(new ProgrammeContent.Clocks(0, 0, 0, 0, 0, 0, 0));
        clocks.ifPresent(YamlMap::finish);
        return read;
    }

    private static int days(YamlMap clocks, String key) {
        return clocks.has(key) ? number(clocks, key, 0, 365) : 0;
    }

    private SortedMap<Integer, Money> budgets() {
        SortedMap<Integer, Money> budgets = new TreeMap<>();
        if (map.has("budget")) {
            for (YamlMap one : map.maps("budget")) {
                Optional<Money> amount = Money.written(one.text("amount")).filter(money -> money.fen() >= 0);
                if (amount.isEmpty()) {
                    one.error("amount", "“amount”应当是金额，例如500万元");
                }
                if (budgets.put(number(one, "year", 2000, 2100), amount.orElse(Money.ZERO)) != null) {
                    one.error("year", "“year”重复：同一年只能有一个预算");
                }
                one.finish();
            }
        }
        return budgets;
    }

    private static int number(YamlMap map, String key, int least, int most) {
        String text = map.text(key);
        int number = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            map.error(key, "“" + key + "”应当是" + least + "至" + most + "的整数");
        }
        return number;
    }

    private static String words(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
