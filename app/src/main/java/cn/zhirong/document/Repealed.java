package cn.zhirong.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The papers that a sentence ending in 同时废止 repeals. */
final class Repealed {
    private static final Pattern PAPER = Pattern.compile("《([^《》]+)》\\s*(?:[(]([^()]{4,40})[)])?");

    private Repealed() {}

    /**
     * @param before the sentence up to the word 废止
     * @return each paper's number where it is given, else its title in 《》
     */
    static List<String> in(String before) {
        List<String> found = new ArrayList<>();
        String clause = lastClauseThatNames(before);
        Matcher paper = PAPER.matcher(clause);
        while (paper.find()) {
            List<String> numbers = paper.group(2) == null ? List.of() : DocumentNumbers.all(paper.group(2));
            found.add(numbers.isEmpty() ? "《" + paper.group(1) + "》" : numbers.getFirst());
        }
        if (found.isEmpty()) {
            found.addAll(DocumentNumbers.all(clause));
        }
        return found;
    }

    /** What stands before a comma speaks of something else: 根据《…法》制定，《…办法》同时废止. */
    private static String lastClauseThatNames(String before) {
        String masked = mask(before);
        int end = before.length();
        while (end > 0) {
            int comma = Math.max(masked.lastIndexOf('，', end - 1), masked.lastIndexOf(',', end - 1));
            String clause = before.substring(comma + 1, end);
            if (clause.contains("《") || !DocumentNumbers.all(clause).isEmpty()) {
                return clause;
            }
            end = comma;
        }
        return "";
    }

    /** The text with commas inside 《》 and brackets taken out, of the same length. */
    private static String mask(String text) {
        StringBuilder masked = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '《' || c == '(' ? 1 : c == '》' || c == ')' ? -1 : 0;
            masked.append(depth > 0 && (c == '，' || c == ',') ? ' ' : c);
        }
        return masked.toString();
    }
}
