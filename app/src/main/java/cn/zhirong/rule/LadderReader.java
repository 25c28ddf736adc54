package cn.zhirong.rule;

import cn.zhirong.bundle.YamlMap;
import cn.zhirong.kernel.ProvisionReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads ladders. */
final class LadderReader {
    private LadderReader() {}

    static Formula read(YamlMap map, Reading reading, ProvisionReference around) {
        String mode = map.has("mode") ? map.text("mode") : "steps";
        if (!mode.equals("steps") && !mode.equals("totals") && !mode.isEmpty()) {
            map.error("mode", "“mode”的值“" + mode + "”不对，可以是：steps（每个阶段另外给）、totals（累计到该阶段）");
        }
        boolean catchUp = !map.has("catch-up") || map.flag("catch-up");
        List<String> deducts = map.has("deducts") ? map.texts("deducts") : List.of();
        List<Formula.Stage> stages = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlMap stage : map.maps("stages")) {
            stages.add(stage(stage, reading, around));
            if (!names.add(stages.getLast().id())) {
                stage.error("stage", "阶段“" + stages.getLast().id() + "”重复");
            }
            stage.finish();
        }
        return stages.isEmpty()
                ? FormulaReader.zero(Kind.MONEY)
                : new Formula.Ladder(mode.equals("totals"), catchUp, stages, deducts);
    }

    private static Formula.Stage stage(YamlMap map, Reading reading, ProvisionReference around) {
        ProvisionReference clause = map.has("provision") ? reading.provision(map, around) : around;
        return new Formula.Stage(
                map.text("stage", RuleReader.NAME, RuleReader.NAME_HINT),
                map.text("label"),
                reading.date(map, "reached"),
                FormulaReader.read(map, "amount", Kind.MONEY, reading, clause),
                map.has("claim-within") ? MomentYaml.span(map, "claim-within") : null,
                map.has("withdrawn") ? reading.date(map, "withdrawn") : null,
                clause);
    }
}
