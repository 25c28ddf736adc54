package cn.zhirong.document;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Document numbers such as 国发〔2018〕41号, whatever brackets they were typed with, and numbers of orders. */
final class DocumentNumbers {
    private static final String BODY =
            "\\s*[〔\\[［(（【﹝]\\s*((?:19|20)[0-9]{2})\\s*[〕\\]］)）】﹞]\\s*第?\\s*([0-9]{1,5})\\s*号";
    private static final Pattern ALONE =
            Pattern.compile("^(?:(?:发文字号|文号|发文号|文件编号)\\s*:\\s*)?([\\p{IsHan}]{1,24})" + BODY + "$");
    private static final Pattern ORDER =
            Pattern.compile("([\\p{IsHan}]{2,24}令)\\s*[(]?第?\\s*([0-9]{1,4}|[〇零一二三四五六七八九十百]{1,6})\\s*号");
    private static final Pattern ORDER_ALONE = Pattern.compile("^" + ORDER.pattern() + "[)]?$");
    private static final Pattern ANY = Pattern.compile("([\\p{IsHan}]{1,24})" + BODY + "|" + ORDER.pattern());
    /** Words that stand before a number in a sentence and are no part of it. */
    private static final Pattern LEAD = Pattern.compile(
            "^.*(?:根据|按照|依据|依照|落实|贯彻|执行|参照|废止|印发|转发|号|文件|通知|以及|同时|关于|见|按|原|即|的|由|于|年|月|日)(?=.)|^[和与及或]");

    private static final int LONGEST = 120;

    private DocumentNumbers() {}

    /** The number a line consists of, in normal form. */
    static Optional<String> alone(String line) {
        if (line.length() > LONGEST || line.indexOf('号') < 0) {
            return Optional.empty();
        }
        String folded = Words.fold(line).strip();
        Matcher number = ALONE.matcher(folded);
        if (number.matches()) {
            return Optional.of(normal(number.group(1), number.group(2), number.group(3)));
        }
        Matcher order = ORDER_ALONE.matcher(folded);
        return order.matches() ? Optional.of(order(order)) : Optional.empty();
    }

    static boolean isNumber(String line) {
        return alone(line).isPresent() || Words.compact(line).matches("^[(]?第[0-9]{1,5}号[)]?$");
    }

    /** Every number in a text, normalised, in order, once each. */
    static List<String> all(String text) {
        Set<String> found = new LinkedHashSet<>();
        if (text.indexOf('号') < 0) {
            return List.of();
        }
        String folded = Words.fold(text);
        Matcher matcher = ANY.matcher(folded);
        while (matcher.find()) {
            found.add(
                    matcher.group(1) != null
                            ? normal(withoutLead(matcher.group(1)), matcher.group(2), matcher.group(3))
                            : withoutLead(matcher.group(4)) + "第" + arabic(matcher.group(5)) + "号");
        }
        return List.copyOf(found);
    }

    private static String order(Matcher order) {
        return order.group(1) + "第" + arabic(order.group(2)) + "号";
    }

    private static String arabic(String number) {
        return Numbering.value(number).stream()
                .mapToObj(Integer::toString)
                .findFirst()
                .orElse(number);
    }

    private static String normal(String agency, String year, String number) {
        return agency + "〔" + year + "〕" + Integer.parseInt(number) + "号";
    }

    private static String withoutLead(String agency) {
        String before = agency;
        String after = LEAD.matcher(before).replaceFirst("");
        while (!after.equals(before) && !after.isEmpty()) {
            before = after;
            after = LEAD.matcher(before).replaceFirst("");
        }
        return after.isEmpty() ? agency : after;
    }
}
