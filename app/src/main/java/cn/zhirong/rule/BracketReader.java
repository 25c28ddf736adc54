package cn.zhirong.rule;

import cn.zhirong.bundle.YamlMap;
import cn.zhirong.kernel.ProvisionReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads brackets: rows that leave no gap, do not overlap and go on for ever. */
final class BracketReader {
    private BracketReader() {}

    static Formula read(YamlMap map, @Nullable Kind kind, Reading reading, ProvisionReference around) {
        String mode = map.text("brackets");
        boolean marginal = mode.equals("marginal");
        if (!marginal && !mode.equals("whole") && !mode.isEmpty()) {
            map.error("brackets", "“brackets”的值“" + mode + "”不对，可以是：marginal（分段计算）、whole（按档计算）");
        }
        Formula measure = FormulaReader.read(map, "measure", null, reading, around);
        Formula of = marginal && map.has("of") ? FormulaReader.read(map, "of", kind, reading, around) : measure;
        List<Formula.Row> rows = rows(map, measure.kind(), marginal ? Kind.RATE : kind, reading, around);
        if (rows.isEmpty()) {
            return FormulaReader.zero(kind);
        }
        return new Formula.Brackets(marginal, measure, of, rows, FormulaReader.rounding(map, reading));
    }

    private static List<Formula.Row> rows(
            YamlMap map, Kind measure, @Nullable Kind kind, Reading reading, ProvisionReference around) {
        List<Formula.Row> rows = new ArrayList<>();
        List<YamlMap> maps = map.maps("rows");
        for (YamlMap row : maps) {
            ProvisionReference clause = row.has("provision") ? reading.provision(row, around) : around;
            checkLower(row, measure, rows);
            boolean last = rows.size() == maps.size() - 1;
            Optional<Formula.Constant> limit = limit(row, measure, last, rows);
            Kind expected = rows.isEmpty() ? kind : rows.getFirst().result().kind();
            Formula result = FormulaReader.read(row, "result", expected, reading, clause);
            rows.add(new Formula.Row(
                    limit.map(Formula.Constant::number).orElse(null),
                    row.has("up-to"),
                    result,
                    clause.equals(around) ? null : clause));
            row.finish();
        }
        if (!rows.isEmpty() && rows.getLast().limit() != null) {
            Formula.Row open = rows.removeLast();
            rows.add(new Formula.Row(null, false, open.result(), open.clause()));
        }
        return rows;
    }

    private static Optional<Formula.Constant> limit(YamlMap row, Kind measure, boolean last, List<Formula.Row> before) {
        String key = row.has("up-to") ? "up-to" : "below";
        if (!row.has(key)) {
            if (!last) {
                row.error("result", "这一档没有上限（below或者up-to），后面的档永远轮不到");
            }
            return Optional.empty();
        }
        if (last) {
            row.error(key, "最后一档应当没有上限，否则超过的部分没有规定");
        }
        if (row.has("up-to") && row.has("below")) {
            row.error("below", "below（不含）和up-to（含）只能写一个");
        }
        Optional<Formula.Constant> limit = number(row, key, measure);
        Long previous = before.isEmpty() ? null : before.getLast().limit();
        if (limit.isPresent() && previous != null && limit.get().number() <= previous) {
            row.error(key, "这一档的上限不高于前一档的上限");
        }
        return limit;
    }

    // Where a row begins follows from the row before; written all the same, it must say the same.
    private static void checkLower(YamlMap row, Kind measure, List<Formula.Row> before) {
        String key = row.has("above") ? "above" : "from";
        if (!row.has(key)) {
            return;
        }
        Optional<Formula.Constant> lower = number(row, key, measure);
        if (lower.isEmpty()) {
            return;
        }
        long number = lower.get().number();
        boolean excluded = key.equals("above");
        Formula.Row previous =
                before.isEmpty() ? new Formula.Row(0L, false, FormulaReader.zero(measure)) : before.getLast();
        Long limit = previous.limit();
        if (limit == null) {
            return;
        }
        if (number < limit || (number == limit && !excluded && previous.inclusive())) {
            row.error(key, "这一档与前一档重叠");
        } else if (number > limit || (excluded && !previous.inclusive())) {
            row.error(key, "这一档与前一档之间有空档");
        }
    }

    private static Optional<Formula.Constant> number(YamlMap row, String key, Kind measure) {
        String text = row.text(key);
        Optional<Formula.Constant> number = LiteralReader.read(text, measure);
        if (number.isEmpty() && !text.isEmpty()) {
            row.error(key, "“" + text + "”不对：" + LiteralReader.hint(measure));
        }
        return number;
    }
}
