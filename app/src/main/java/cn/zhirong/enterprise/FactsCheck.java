package cn.zhirong.enterprise;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** What facts of one year, or of none, cannot be together. */
final class FactsCheck {
    private FactsCheck() {}

    /** What is wrong, by the field to look at, in Chinese. */
    static Map<FactField, String> of(Map<FactField, FactValue> values, LocalDate today) {
        Map<FactField, String> wrong = new EnumMap<>(FactField.class);
        notMore(values, FactField.RESEARCH_STAFF, FactField.STAFF, wrong);
        notMore(values, FactField.NET_ASSETS, FactField.ASSETS, wrong);
        LocalDate founded =
                values.getOrDefault(FactField.FOUNDED_ON, FactValue.UNKNOWN).day();
        if (founded != null && founded.isAfter(today)) {
            wrong.put(FactField.FOUNDED_ON, "成立日期 " + founded + " 晚于今天 " + today + "。");
        }
        return wrong;
    }

    private static void notMore(
            Map<FactField, FactValue> values, FactField part, FactField whole, Map<FactField, String> wrong) {
        FactValue some = values.getOrDefault(part, FactValue.UNKNOWN);
        FactValue all = values.getOrDefault(whole, FactValue.UNKNOWN);
        if (some.number() != null && all.number() != null && some.number() > all.number()) {
            wrong.put(
                    part,
                    part.label() + " " + FactText.shown(part, some) + "多于" + whole.label() + " "
                            + FactText.shown(whole, all) + "。");
        }
    }
}
