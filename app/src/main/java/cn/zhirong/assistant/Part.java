package cn.zhirong.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that is asked.
 *
 * @param text the words that ask it, cleaned
 * @param background words said besides, or in an earlier question, that hold its subject; may be empty
 * @param type the kind of fact
 * @param isFollowUp whether it leans on an earlier question
 * @param compares whether what held before is asked for as well
 * @param earlierPolicies documents cited before in this conversation
 */
record Part(
        String text,
        String background,
        QuestionType type,
        boolean isFollowUp,
        boolean compares,
        List<Long> earlierPolicies) {
    private static final Pattern COMMA = Pattern.compile("[,;?!。、]?(?<=[,;?!。])|(?=并且|以及|另外|还有)");
    private static final Pattern ABOUT_ME = Pattern.compile("^(我们?|我司|我公司|本公司|咱们?|请问|你好|您好).*");
    private static final Pattern LEANING = Pattern.compile("^(那|那么|它|这个|还有|另外|上面|刚才|前面|其中).*|.*呢[?。!]?$");
    private static final Pattern EXCEPT = Pattern.compile("^除了?(.+?)(以外|之外|外)?[,。]?$");
    private static final Pattern COUNTED = Pattern.compile("(?:多少|(?<!哪)几)个?(人|家|户|名|位|项|件|次|场|所|批|款)");
    private static final Pattern ENUMERATION = Pattern.compile("[\\p{IsHan}a-z]{2,12}(、[\\p{IsHan}a-z]{2,20})+");
    private static final Pattern SHARE_OF_SUM = Pattern.compile("\\d[万亿].*(补|贴|奖|给|拿|赔|偿)(到|给)?多少");
    private static final Pattern SUM = Pattern.compile("\\d+(\\.\\d+)?[万亿]?元?");
    private static final Pattern YEAR = Pattern.compile("(20\\d{2})年");
    private static final Pattern COMPARES = Pattern.compile(
            "(?:与|和|跟|比|同|较)?(?:以前|原来|之前|去年|往年|过去|旧)?(?:的|相比|比)*有?(?:什么|哪些|何|没有?)?(?:不同|不一样|区别|差别|变化|差异|调整)(?:了什么|在哪|了?吗)?$");
    private static final int MAX_PARTS = 3;

    Part {
        earlierPolicies = List.copyOf(earlierPolicies);
    }

    /** The same, where these documents answered what was asked before in the same breath. */
    Part after(List<Long> policies) {
        return policies.isEmpty() ? this : new Part(text, background, type, isFollowUp, compares, policies);
    }

    /** Whether it names a sum of the asker's own and wants to know what there is for it: the rate, and where the brackets end. */
    boolean asksShareOfSum() {
        return SHARE_OF_SUM.matcher(text).find();
    }

    /** What it is about: a sum of the asker's own stands in no document. */
    String subject() {
        return asksShareOfSum() ? SUM.matcher(text).replaceAll("") : text;
    }

    /** Years named in the words that ask. */
    List<Integer> years() {
        return YEAR.matcher(text)
                .results()
                .map(year -> Integer.valueOf(year.group(1)))
                .toList();
    }

    /** Words to search with: its own, then its background. */
    String query() {
        return background.isEmpty() ? text : text + " " + background;
    }

    /** Whether normalised words hold a fact of the kind asked for, in the unit asked for, and beyond what is left aside. */
    boolean isAnsweredBy(String words) {
        Matcher unit = COUNTED.matcher(text);
        if (type == QuestionType.COUNT && unit.find()) {
            String units = "人名位".contains(unit.group(1)) ? "[人名位]" : unit.group(1);
            return Pattern.compile("\\d(余|多)?个?" + units).matcher(words).find();
        }
        return type.isAnsweredBy(words) && namesMore(words);
    }

    private boolean namesMore(String words) {
        List<String> aside = excluded();
        return aside.isEmpty()
                || ENUMERATION
                        .matcher(words)
                        .results()
                        .flatMap(list -> Stream.of(list.group().split("、")))
                        .anyMatch(item -> aside.stream()
                                .flatMap(word -> Synonyms.of(word).stream())
                                .noneMatch(item::contains));
    }

    /** What is expressly left aside: 专利、商标 in "除了专利、商标以外还有什么". */
    List<String> excluded() {
        for (String clause : background.split("[,;]")) {
            Matcher except = EXCEPT.matcher(clause.strip());
            if (except.matches()) {
                return List.of(except.group(1).split("[、和与及]|以及"));
            }
        }
        return List.of();
    }

    /** Cuts a cleaned question into the things it asks, at most three. */
    static List<Part> of(String question, List<Question.Turn> earlier) {
        Question.Turn last = earlier.isEmpty() ? null : earlier.getLast();
        boolean leans = last != null && (LEANING.matcher(question).matches() || question.length() <= 6);
        String carried = last != null && leans ? QuestionText.clean(last.text()) : "";
        List<Long> policies = last == null ? List.of() : last.policies();

        List<Part> compared = compared(question.replaceAll("[?。!]+$", ""), policies);
        if (!compared.isEmpty()) {
            return compared;
        }
        List<String> asking = new ArrayList<>();
        StringBuilder besides = new StringBuilder();
        for (String clause : COMMA.split(question)) {
            String words = clause.replaceAll("[,;?!。]+$", "").strip();
            boolean asks = QuestionType.of(words) != QuestionType.OTHER
                    && !ABOUT_ME.matcher(words).matches()
                    && !EXCEPT.matcher(words).matches();
            if (asks && asking.size() < MAX_PARTS) {
                asking.add(words);
            } else if (!words.isEmpty()) {
                besides.append(words).append(',');
            }
        }
        if (asking.isEmpty()) {
            asking.add(question.replaceAll("[,;?!。]+$", ""));
            besides.setLength(0);
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < asking.size(); i++) {
            String background = besides + (i == 0 ? "" : asking.getFirst() + ",") + carried;
            QuestionType type = QuestionType.of(asking.get(i));
            if (leans && (type == QuestionType.OTHER)) {
                type = QuestionType.of(carried);
            }
            parts.add(new Part(asking.get(i), background, type, leans, false, policies));
        }
        return parts;
    }

    /** "今年的比例和上限与去年有什么不同": what it is now and what it was, for each thing named. */
    private static List<Part> compared(String question, List<Long> policies) {
        String timeless = question.replaceAll("20\\d{2}年度?的?", "");
        Matcher asks = COMPARES.matcher(timeless);
        if (!asks.find() || asks.start() == 0) {
            return List.of();
        }
        String[] things = timeless.substring(0, asks.start()).split("[、和与及]|以及");
        List<Part> parts = new ArrayList<>();
        for (String thing : things) {
            if (!thing.isBlank() && parts.size() < MAX_PARTS) {
                String background = parts.isEmpty() ? "" : things[0];
                QuestionType type = QuestionType.of(thing + "是多少");
                parts.add(new Part(thing + "是多少", background, type, false, true, policies));
            }
        }
        return parts;
    }
}
