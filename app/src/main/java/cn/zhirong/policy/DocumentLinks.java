package cn.zhirong.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers and titles of documents we hold in running text, whatever brackets the text writes them with. */
final class DocumentLinks {
    private static final String OPENING = "[\u3014\\[\u3010\uff3b\u3016(\uff08]";
    private static final String CLOSING = "[\u3015\\]\u3011\uff3d\u3017)\uff09]";

    private final List<Target> targets;

    private DocumentLinks(List<Target> targets) {
        this.targets = targets;
    }

    private record Target(Pattern words, String href) {}

    /** A place in the text: from inclusive, to exclusive. */
    record Found(int from, int to, String href) {}

    /** @param hrefs document number in normal form, or title in 《》, to the address of the document */
    static DocumentLinks to(Map<String, String> hrefs) {
        // The longest first: one number may begin with another (12号 in 112号 cannot, 〔2024〕1号 in …〔2024〕1号文 can).
        return new DocumentLinks(hrefs.entrySet().stream()
                .filter(entry -> !entry.getKey().isBlank())
                .sorted(Comparator.<Map.Entry<String, String>>comparingInt(
                                entry -> -entry.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> new Target(pattern(entry.getKey()), entry.getValue()))
                .toList());
    }

    /** Where the text names them, in order, never overlapping. */
    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        for (Target target : targets) {
            Matcher matcher = target.words.matcher(text);
            while (matcher.find()) {
                int from = matcher.start();
                int to = matcher.end();
                if (found.stream().noneMatch(other -> from < other.to && other.from < to)) {
                    found.add(new Found(from, to, target.href));
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::from));
        return found;
    }

    private static Pattern pattern(String words) {
        StringBuilder pattern = new StringBuilder();
        words.codePoints().forEach(c -> {
            if (c == '\u3014') {
                pattern.append("\\s*").append(OPENING).append("\\s*");
            } else if (c == '\u3015') {
                pattern.append("\\s*").append(CLOSING).append("\\s*");
            } else {
                pattern.append(Pattern.quote(Character.toString(c)));
            }
        });
        return Pattern.compile(pattern.toString());
    }
}
