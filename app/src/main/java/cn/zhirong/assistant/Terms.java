package cn.zhirong.assistant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question is about, weighed against the passages that were found: how much of it do some words hold?
 *
 * <p>Chinese has no word gaps and segmenters are often wrong, so each character counts, and is held when a pair of neighbours
 * with it stands in the words. Its weight is {@code 0.3 + idf / idf_max} of its commoner pair, since the pair inside a word is
 * commoner than the one across two words; {@link #ABSENT} where no passage has either. Characters of asking words weigh
 * nothing, those of background words half.
 */
final class Terms {
    private static final double ABSENT = 0.8;
    private static final double LONE = 0.25;
    private static final int FOCUS = 4;
    private static final double BACKGROUND = 0.5;
    private static final double KIND_OF_FACT = 0.4;

    /** Words that ask, or say nothing about a subject. */
    static final Pattern ASKING =
            Pattern.compile("现在|目前|如今|我们|你们|咱们|我司|我公司|本公司|请问|想问|问一下|一下|帮我|告诉|知道|了解|什么|哪些|哪个|哪家|哪几|哪|多少|多久|怎么样?|怎样|如何"
                    + "|为什么|是否|是不是|能不能|可不可以|有没有|会不会|能否|可否|可以|可能|应该|需要|时候|地方|具体|大概|除了|以外|之外|这次|那场|这个|那个|这份|那份|一般"
                    + "|[我你您请想吗呢吧啊呀的了着是有在和与及或把被给让对从到要会能都也还就才又再这那个谁几何拿里上下来去得不没很为由于以按其所等并且而之办做用过啥咋]");

    private static final List<String> KEPT =
            Words.lines("kept.txt").stream().flatMap(List::stream).toList();

    /** Where a question asks. */
    static final Pattern INTERROGATIVE =
            Pattern.compile("(是|有|为|要|达到|达|能|可以)?(多少|几|什么|谁|哪(?:些|几个|几家|几|个|家|里)?|多久|百分之几|怎么|如何|多大|多高)");

    /** A sum that no document names is the asker's own. */
    private static final Pattern SUM = Pattern.compile("\\d+(?:\\.\\d+)?[万亿元]+");

    private final String text;
    private final double[] weight;
    private final List<Synonym> synonyms;
    private final BitSet focus;
    private final double total;

    private record Synonym(int from, int to, List<String> members) {}

    private Terms(String text, double[] weight, List<Synonym> synonyms, BitSet focus) {
        this.text = text;
        this.weight = weight;
        this.synonyms = synonyms;
        this.focus = focus;
        double sum = 0;
        for (double each : weight) {
            sum += each;
        }
        this.total = sum;
    }

    /** Where words ask, or say nothing about a subject; not within a word that does, as 让 within 转让. */
    static List<Span> asking(String text) {
        BitSet kept = new BitSet();
        for (String word : KEPT) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                kept.set(at, at + word.length());
            }
        }
        return ASKING.matcher(text)
                .results()
                .map(found -> new Span(found.start(), found.end()))
                .filter(span -> kept.nextClearBit(span.from()) < span.to())
                .toList();
    }

    /** Weighs {@code part} against normalised passages. */
    static Terms of(Part part, Collection<String> passages) {
        String own = QuestionText.normal(part.subject());
        String background = QuestionText.normal(part.background());
        String text = background.isEmpty() ? own : own + "|" + background;
        double[] factor = new double[text.length()];
        for (int i = 0; i < factor.length; i++) {
            boolean counts = i < own.length() || !Character.isDigit(text.charAt(i));
            factor[i] = !Character.isLetterOrDigit(text.charAt(i)) || !counts ? 0 : i < own.length() ? 1 : BACKGROUND;
        }
        scale(factor, part.type().asked().matcher(text), KIND_OF_FACT);
        asking(text).forEach(found -> scale(factor, found, 0));
        scale(factor, SUM.matcher(text), sum -> passages.stream().anyMatch(words -> words.contains(sum)) ? 1 : 0);

        List<Synonym> synonyms = new ArrayList<>();
        for (Synonyms.Found found : Synonyms.in(text)) {
            synonyms.add(new Synonym(found.from(), found.to(), found.members()));
        }
        Rarity rarity = new Rarity(passages);
        double[] weight = new double[text.length()];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = factor[i] == 0 ? 0 : factor[i] * weigh(text, i, factor, rarity);
        }
        for (Synonym synonym : synonyms) {
            double common = synonym.members().stream()
                    .mapToDouble(rarity::of)
                    .filter(w -> w > 0)
                    .min()
                    .orElse(0);
            for (int i = synonym.from(); common > 0 && i < synonym.to(); i++) {
                weight[i] = factor[i] * common;
            }
        }
        return new Terms(text, weight, synonyms, focus(own, factor));
    }

    /** The words just before the asking ones: 放大倍数 in "资金池的放大倍数是多少", which an answer must not miss. */
    private static BitSet focus(String own, double[] factor) {
        BitSet focus = new BitSet();
        Matcher asks = INTERROGATIVE.matcher(own);
        int end = asks.find() ? asks.start() : 0;
        int begin = Math.max(own.lastIndexOf('的', end - 2), own.lastIndexOf(',', end - 2)) + 1;
        for (int i = end - 1; i >= begin && focus.cardinality() < FOCUS; i--) {
            boolean ofDay = "年月日".indexOf(own.charAt(i)) >= 0 && i > 0 && Character.isDigit(own.charAt(i - 1));
            if (factor[i] == 1 && !ofDay && !Character.isDigit(own.charAt(i))) {
                focus.set(i);
            }
        }
        return focus;
    }

    private static void scale(double[] factor, Matcher found, double by) {
        scale(factor, found, words -> by);
    }

    private static void scale(double[] factor, Span span, double by) {
        for (int i = span.from(); i < span.to(); i++) {
            factor[i] *= by;
        }
    }

    private static void scale(double[] factor, Matcher found, ToDoubleFunction<String> factorOf) {
        while (found.find()) {
            double by = factorOf.applyAsDouble(found.group());
            for (int i = found.start(); i < found.end(); i++) {
                factor[i] *= by;
            }
        }
    }

    private static double weigh(String text, int i, double[] factor, Rarity rarity) {
        if (isLone(factor, i)) {
            return LONE;
        }
        double commoner = Double.MAX_VALUE;
        for (int from = Math.max(0, i - 1); from <= i && from + 2 <= text.length(); from++) {
            double rare = rarity.of(text.substring(from, from + 2));
            if (rare > 0) {
                commoner = Math.min(commoner, rare);
            }
        }
        return commoner == Double.MAX_VALUE ? ABSENT : commoner;
    }

    private static boolean isLone(double[] factor, int i) {
        return (i == 0 || factor[i - 1] == 0) && (i + 1 == factor.length || factor[i + 1] == 0);
    }

    /** The same without what was said besides or before. */
    Terms ofTextAlone() {
        int end = text.indexOf('|');
        if (end < 0) {
            return this;
        }
        double[] own = weight.clone();
        Arrays.fill(own, end, own.length, 0);
        return new Terms(text, own, synonyms, focus);
    }

    /** Whether nothing but asking words stands in the question. */
    boolean isEmpty() {
        return total == 0;
    }

    /** How much of the question the normalised words hold, from 0 to 1. */
    double coverage(String words) {
        return coverage(held(words));
    }

    double coverage(BitSet held) {
        double sum = 0;
        for (int i = held.nextSetBit(0); i >= 0; i = held.nextSetBit(i + 1)) {
            sum += weight[i];
        }
        return total == 0 ? 0 : sum / total;
    }

    /** Whether enough of the words just before the asking ones are among the held; so where there are none. */
    boolean holdsFocus(BitSet held) {
        double wanted = 0;
        double found = 0;
        for (int i = focus.nextSetBit(0); i >= 0; i = focus.nextSetBit(i + 1)) {
            wanted += weight[i];
            found += held.get(i) ? weight[i] : 0;
        }
        return found >= 0.4 * wanted;
    }

    /** Which characters of the question the normalised words hold. */
    BitSet held(String words) {
        BitSet held = new BitSet(weight.length);
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0 && isHeld(i, words)) {
                held.set(i);
            }
        }
        for (Synonym synonym : synonyms) {
            if (synonym.members().stream().anyMatch(words::contains)) {
                held.set(synonym.from(), synonym.to());
            }
        }
        return held;
    }

    private boolean isHeld(int i, String words) {
        if (Character.isDigit(text.charAt(i))) {
            return holdsNumber(i, words);
        }
        for (int from = Math.max(0, i - 1); from <= i && from + 2 <= text.length(); from++) {
            if (words.contains(text.substring(from, from + 2))) {
                return true;
            }
        }
        return isLone(weight, i) && words.indexOf(text.charAt(i)) >= 0;
    }

    private boolean holdsNumber(int i, String words) {
        int from = i;
        int to = i + 1;
        while (from > 0 && isOfNumber(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && isOfNumber(text.charAt(to))) {
            to++;
        }
        String number = text.substring(from, to);
        for (int at = words.indexOf(number); at >= 0; at = words.indexOf(number, at + 1)) {
            boolean begins = at == 0 || !isOfNumber(words.charAt(at - 1));
            boolean ends = at + number.length() == words.length() || !isOfNumber(words.charAt(at + number.length()));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfNumber(char symbol) {
        return Character.isDigit(symbol) || symbol == '.';
    }

    /** {@code 0.3 + idf / idf_max} of a string over the passages, 0 where none has it. */
    private static final class Rarity {
        private final Collection<String> passages;
        private final Map<String, Double> known = new HashMap<>();

        Rarity(Collection<String> passages) {
            this.passages = passages;
        }

        double of(String gram) {
            return known.computeIfAbsent(gram, this::count);
        }

        private double count(String gram) {
            long holding =
                    passages.stream().filter(words -> words.contains(gram)).count();
            double most = idf(1);
            return holding == 0 ? 0 : 0.3 + (most == 0 ? 0 : idf(holding) / most);
        }

        private double idf(long holding) {
            return Math.log(1 + (passages.size() - holding + 0.5) / (holding + 0.5));
        }
    }
}
