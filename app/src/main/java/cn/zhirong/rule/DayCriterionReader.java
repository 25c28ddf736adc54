package cn.zhirong.rule;

import cn.zhirong.bundle.YamlMap;
import cn.zhirong.kernel.ProvisionReference;
import java.util.List;

/** Reads conditions on a day. */
final class DayCriterionReader {
    static final String IN_YEAR = "years-before-asked";
    static final String IN_QUARTER = "quarters-before-asked";

    private DayCriterionReader() {}

    static Criterion read(YamlMap map, FactRef fact, Reading reading, ProvisionReference clause) {
        String test = CriterionReader.only(
                map, List.of("not-after", "not-before", "at-least-ago", "within-last", IN_QUARTER, IN_YEAR));
        return switch (test) {
            case "not-after" -> new Criterion.Placed(fact, true, MomentYaml.read(map, test, reading), clause);
            case "not-before" -> new Criterion.Placed(fact, false, MomentYaml.read(map, test, reading), clause);
            case "at-least-ago" -> new Criterion.OldEnough(fact, MomentYaml.span(map, test), clause);
            case "within-last" -> new Criterion.Recent(fact, MomentYaml.span(map, test), clause);
            case IN_QUARTER -> new Criterion.InQuarter(fact, back(map, test, "当季"), clause);
            case IN_YEAR -> inYear(map, fact, clause);
            default -> CriterionReader.NONE;
        };
    }

    static Criterion inYear(YamlMap map, FactRef fact, ProvisionReference clause) {
        return new Criterion.InYear(fact, back(map, IN_YEAR, "当年"), clause);
    }

    private static int back(YamlMap map, String key, String none) {
        String text = map.text(key);
        boolean number = text.matches("[0-9]{1,2}");
        if (!number) {
            map.error(key, "“" + key + "”应当是0到99的整数，0表示申请" + none);
        }
        return number ? Integer.parseInt(text) : 0;
    }
}
