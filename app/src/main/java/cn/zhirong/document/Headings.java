package cn.zhirong.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the heading of a provision from its text. */
final class Headings {
    private static final int LONGEST_LINE = 60;
    private static final int LONGEST_SENTENCE = 32;
    private static final Pattern ARTICLE_HEADING = Pattern.compile("^[【\\[]([^】\\]]{1,30})[】\\]]\\s*(.*)$");
    private static final Pattern BRACKETED_HEADING = Pattern.compile("^\\(([^()]{2,20})\\)\\s*(.*)$");

    private Headings() {}

    /**
     * Sets heading and text of a numbered unit of a plan from the rest of its line: {@code 加强组织领导。建立健全…} is both, a short
     * line without full stop is a heading, anything else is text.
     */
    static void split(Node node, String rest) {
        node.printed = rest;
        String folded = Words.fold(rest);
        int stop = rest.indexOf('。');
        if (stop > 0) {
            String first = rest.substring(0, stop);
            String after = rest.substring(stop + 1).strip();
            boolean short_ = after.isEmpty() ? first.length() <= 25 && commas(first) == 0 : commas(first) <= 1;
            if (short_ && isHeading(first, LONGEST_SENTENCE) && !after.startsWith("”")) {
                node.heading = first;
                node.text = after;
                return;
            }
        } else if (folded.endsWith(":")) {
            String lead = rest.substring(0, rest.length() - 1);
            if (lead.length() <= 16 && !lead.matches(".*(?:如下|包括|下列|以下.*|为|有|分为|要求是)")) {
                node.heading = lead;
                return;
            }
        } else if (!Words.endsSentence(rest) && isHeading(rest, LONGEST_LINE)) {
            node.heading = Words.unspaced(rest);
            return;
        }
        node.text = rest;
    }

    private static boolean isHeading(String words, int longest) {
        return words.length() <= longest
                && !Words.fold(words).matches(".*[；;:].*")
                && words.chars().filter(c -> c == '“').count()
                        == words.chars().filter(c -> c == '”').count();
    }

    private static long commas(String words) {
        return words.chars().filter(c -> c == '，' || c == ',').count();
    }

    /** Sets the heading some statutes print after the number, 【目的】, and returns what follows it. */
    static String articleHeading(Node article, String rest) {
        String folded = Words.fold(rest);
        Matcher square = ARTICLE_HEADING.matcher(folded);
        Matcher round = BRACKETED_HEADING.matcher(folded);
        Matcher found =
                square.matches() ? square : round.matches() && LineMark.of(rest).isEmpty() ? round : null;
        if (found == null) {
            return rest.strip();
        }
        article.heading = rest.substring(found.start(1), found.end(1)).strip();
        return rest.substring(found.start(2)).strip();
    }

    /** A numbered line with nothing below it is no heading but all that is said there. */
    static void settle(Node node) {
        boolean alone = node.text.isEmpty() && node.children.isEmpty() && !node.printed.isEmpty();
        if (alone) {
            node.text = node.printed;
            node.heading = "";
        }
        node.children.forEach(Headings::settle);
    }
}
