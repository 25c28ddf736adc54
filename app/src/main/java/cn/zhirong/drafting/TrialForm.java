package cn.zhirong.drafting;

import cn.zhirong.drafting.TrialSettings.Source;
import cn.zhirong.kernel.Money;
import cn.zhirong.web.FormReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what somebody asks a trial for. All that is wrong is told at once. */
final class TrialForm {
    /** A hundred billion yuan: no budget of a city is larger. */
    static final long MOST_WAN = 10_000_000;

    static final int MOST_PLACES = 100_000;
    static final int MOST_YEARS = 10;

    private static final Pattern WAN = Pattern.compile("[0-9]{1,8}(\\.[0-9]{1,6})?");
    private static final Pattern PLACES = Pattern.compile("[0-9]{1,6}");

    private final FormReader reader;
    private final LocalDate today;

    private TrialForm(FormReader reader, LocalDate today) {
        this.reader = reader;
        this.today = today;
    }

    /** @throws cn.zhirong.web.Refusal with every field that is wrong */
    static TrialRuns.Wanted read(Map<String, String> fields, LocalDate today) {
        FormReader reader = new FormReader(fields);
        TrialForm form = new TrialForm(reader, today);
        LocalDate day = form.day("day", "试算日期");
        LocalDate from = form.day("windowFrom", "申报开始日期");
        LocalDate until = form.day("windowUntil", "申报截止日期");
        Long budget = form.budget();
        Integer places = form.places();
        if ((from == null) != (until == null)) {
            reader.wrong(from == null ? "windowFrom" : "windowUntil", "申报开始日期和截止日期要么都填，要么都不填。");
        } else if (from != null && until != null && until.isBefore(from)) {
            reader.wrong("windowUntil", "申报截止日期不能早于开始日期" + from + "，现在是" + until + "。");
        }
        reader.check();
        boolean applications = reader.raw("source").equals(Source.APPLICATIONS.name());
        return new TrialRuns.Wanted(
                applications ? Source.APPLICATIONS : Source.REGISTER,
                day == null ? today : day,
                budget,
                places,
                from,
                until,
                reader.raw("judged").equals("yes"));
    }

    private @Nullable LocalDate day(String field, String label) {
        String words = reader.raw(field);
        if (words.isEmpty()) {
            return null;
        }
        LocalDate first = today.minusYears(MOST_YEARS);
        LocalDate last = today.plusYears(MOST_YEARS);
        try {
            LocalDate day = LocalDate.parse(words);
            if (!day.isBefore(first) && !day.isAfter(last)) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // Told below, as a day out of bounds is.
        }
        reader.wrong(field, label + "须是 " + first + " 至 " + last + " 之间的日期，写成 2026-03-01 这样，现在是“" + cut(words) + "”。");
        return null;
    }

    private @Nullable Long budget() {
        String words = reader.raw("budget").replace(",", "");
        if (words.isEmpty()) {
            return null;
        }
        if (WAN.matcher(words).matches()) {
            BigDecimal fen = new BigDecimal(words).movePointRight(6);
            if (fen.signum() > 0
                    && fen.compareTo(BigDecimal.valueOf(Money.ofWan(MOST_WAN).fen())) <= 0) {
                return fen.longValueExact();
            }
        }
        reader.wrong("budget", "预算须是大于 0、不超过 " + MOST_WAN + " 的数，单位万元，最多 6 位小数，现在是“" + cut(words) + "”。");
        return null;
    }

    private @Nullable Integer places() {
        String words = reader.raw("places");
        if (words.isEmpty()) {
            return null;
        }
        if (PLACES.matcher(words).matches()) {
            int places = Integer.parseInt(words);
            if (places >= 1 && places <= MOST_PLACES) {
                return places;
            }
        }
        reader.wrong("places", "名额须是 1 至 " + MOST_PLACES + " 之间的整数，现在是“" + cut(words) + "”。");
        return null;
    }

    private static String cut(String words) {
        return words.length() <= 30 ? words : words.substring(0, 30) + "…";
    }
}
