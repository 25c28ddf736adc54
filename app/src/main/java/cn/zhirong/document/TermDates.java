package cn.zhirong.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds from when to when a paper is in force, in what it says of itself. */
final class TermDates {
    private static final String SELF =
            "本(?:法|条例|办法|规定|细则|实施细则|规则|规程|意见|通知|方案|实施方案|行动方案|计划|措施|政策|指南|预案|决定|公告|文件|若干措施|若干政策|制度|通告|暂行办法|管理办法)";
    private static final String BEGINS = "\\s*起(?:正式)?(?:施行|实施|执行|生效|试行)";
    private static final Pattern ITSELF =
            Pattern.compile(SELF + "|自.{1,14}起(?:正式)?(?:施行|实施|执行|生效|试行)|^.{0,8}有效期|^上述政策");
    private static final Pattern FROM_DATE = Pattern.compile("自\\s*" + WrittenDates.DATE + BEGINS + "(?=[。；;,，)]|$)");
    private static final Pattern FROM_EVENT = Pattern.compile("自(公布|发布|印发|颁布|下发|签发)之日" + BEGINS + "(?=[。；;,，)]|$)");
    private static final Pattern SPEAKS_OF_ITSELF = Pattern.compile(
            SELF + "[^，,。；;]{0,12}$|" + SELF + "[^。；;]*，$|(?:现|予以|修订后的).{0,80}(?:公布|发布|印发)[^。；;]*[，,]$|^$");
    private static final Pattern HISTORY_START = Pattern.compile("^[(]?\\s*" + WrittenDates.DATE + "\\s*(?:起)?施行[)]?$");
    private static final String YEARS = "([0-9]{1,2}|[一二两三四五六七八九十]{1,3})\\s*年";
    private static final Pattern FOR_YEARS = Pattern.compile("(?:^|[，,。；;])(?:" + SELF
            + ")?(?:的?有效期限?|的?试行期限?|的?执行期限?|的?实施期限?|试行)(?:为|是)?\\s*" + YEARS + "(?=[。；;,，)]|$)");
    private static final Pattern UNTIL = Pattern.compile("(?:^|[，,。；;])(?:" + SELF
            + ")?(?:的?(?:有效期限?|试行期限?|执行期限?|实施期限?)(?:为|是)?|执行|实施|施行|有效|试行)?(?:自\\s*" + WrittenDates.DATE
            + "\\s*(?:起)?)?\\s*[至到]\\s*" + WrittenDates.DATE + "(?:止|为止|有效)?(?=[。；;,，)]|$)");
    private static final Pattern PERIOD = Pattern.compile(
            "(?:执行期限|有效期限?|实施期限)(?:为|是|自|:)?\\s*" + WrittenDates.DATE + "\\s*(?:起)?[至到—-]+\\s*" + WrittenDates.DATE);

    private static final Pattern TIMED = Pattern.compile("施行|实施|执行|生效|试行|有效");
    /** No statement about itself is longer; a hostile line is not searched at all. */
    private static final int LONGEST_LINE = 5000;

    private final List<String> lines;
    private final @Nullable LocalDate signedOn;
    private final @Nullable LocalDate publishedOn;

    /** @param lines the text, in which the last statement counts; the history above it comes first */
    TermDates(List<String> lines, @Nullable LocalDate signedOn, @Nullable LocalDate publishedOn) {
        this.lines = lines.stream()
                .filter(line ->
                        line.length() <= LONGEST_LINE && TIMED.matcher(line).find())
                .map(Words::fold)
                .toList();
        this.signedOn = signedOn;
        this.publishedOn = publishedOn;
    }

    Optional<LocalDate> effectiveFrom() {
        Optional<LocalDate> last = Optional.empty();
        for (String line : lines) {
            for (String sentence : line.split("(?<=[。；;])")) {
                Optional<LocalDate> said = said(sentence.strip());
                last = said.isPresent() ? said : last;
            }
        }
        return last;
    }

    private Optional<LocalDate> said(String sentence) {
        Matcher history = HISTORY_START.matcher(sentence);
        if (history.matches()) {
            return WrittenDates.date(history);
        }
        Matcher period = PERIOD.matcher(sentence);
        if (period.find() && ITSELF.matcher(sentence).find()) {
            return WrittenDates.date(period);
        }
        Matcher date = FROM_DATE.matcher(sentence);
        if (date.find() && ofItself(sentence, date.start())) {
            return WrittenDates.date(date);
        }
        Matcher event = FROM_EVENT.matcher(sentence);
        if (event.find() && ofItself(sentence, event.start())) {
            boolean published = event.group(1).matches("公布|发布|颁布");
            LocalDate first = published ? publishedOn : signedOn;
            LocalDate second = published ? signedOn : publishedOn;
            return Optional.ofNullable(first != null ? first : second);
        }
        return Optional.empty();
    }

    /** A date on which a tax or another paper begins is not this paper's. */
    private static boolean ofItself(String sentence, int at) {
        String before = sentence.substring(0, at).replaceFirst("^第\\s*" + Numbering.NUMBER + "\\s*条\\s*", "");
        before = LineMark.of(before + " ").map(mark -> mark.rest().strip()).orElse(before.strip());
        return SPEAKS_OF_ITSELF.matcher(before).find();
    }

    /** The last day in force: as stated, or computed from 有效期N年. */
    Optional<LocalDate> expiresOn() {
        Optional<LocalDate> last = Optional.empty();
        Optional<LocalDate> from = effectiveFrom();
        for (String line : lines) {
            for (String sentence : line.split("(?<=[。])")) {
                Optional<LocalDate> said = end(sentence.strip(), from);
                last = said.isPresent() ? said : last;
            }
        }
        return last;
    }

    private static Optional<LocalDate> end(String sentence, Optional<LocalDate> from) {
        if (!ITSELF.matcher(sentence).find()) {
            return Optional.empty();
        }
        Matcher period = PERIOD.matcher(sentence);
        if (period.find()) {
            return WrittenDates.date(period.group(4), period.group(5), period.group(6));
        }
        Matcher until = UNTIL.matcher(sentence);
        if (until.find()) {
            return WrittenDates.date(until.group(4), until.group(5), until.group(6));
        }
        Matcher years = FOR_YEARS.matcher(sentence);
        if (years.find()) {
            OptionalInt number = Numbering.value(years.group(1));
            // 自2023年1月1日起施行，有效期三年: the last day is the one before the third anniversary
            return number.isEmpty()
                    ? Optional.empty()
                    : from.map(start -> start.plusYears(number.getAsInt()).minusDays(1));
        }
        return Optional.empty();
    }
}
