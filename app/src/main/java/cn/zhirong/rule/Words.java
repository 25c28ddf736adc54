package cn.zhirong.rule;

import cn.zhirong.kernel.DateRange;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values, days and references as people read them. */
final class Words {
    private static final int RECORDS_NAMED = 5;

    private Words() {}

    static String day(LocalDate day) {
        if (day.equals(Value.Day.NEVER.day())) {
            return Value.Day.NEVER_WORDS;
        }
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String value(FactDefinition definition, @Nullable Value value) {
        return switch (value) {
            case null -> "未知";
            case Value.Amount amount -> new Money(amount.number()).words();
            case Value.Share share -> new Rate(share.number()).words();
            case Value.Count count -> count.number() + definition.unit();
            case Value.Flag flag -> flag.yes() ? "是" : "否";
            case Value.Day day -> day(day.day());
            case Value.Code code -> definition.codeLabel(code.code());
            case Value.Codes codes -> codes.codes().isEmpty() ? "无" : codes(definition, codes.codes());
            case Value.Records records -> records(definition, records);
        };
    }

    static String codes(FactDefinition definition, Collection<String> codes) {
        return codes.stream().map(definition::codeLabel).collect(Collectors.joining("、"));
    }

    private static String records(FactDefinition definition, Value.Records records) {
        int size = records.records().size();
        if (size == 0 && !records.whole()) {
            return "说到的里没有";
        }
        String number = (records.whole() ? "" : "至少") + size + definition.unit();
        String ids = records.records().stream()
                .limit(RECORDS_NAMED)
                .map(FactRecord::id)
                .collect(Collectors.joining("、"));
        return size == 0 ? number : number + "（" + ids + (size > RECORDS_NAMED ? "等" : "") + "）";
    }

    static String range(DateRange days) {
        return day(days.from()) + (days.until() == null ? "起" : "至" + day(days.until()));
    }
}
