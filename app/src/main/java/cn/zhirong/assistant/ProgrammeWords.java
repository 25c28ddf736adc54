package cn.zhirong.assistant;

import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which programmes a sentence speaks of: by their kind as people call it, by their title, or by those mistyped. */
final class ProgrammeWords {
    private static final Map<ProgrammeKind, Pattern> KINDS = new LinkedHashMap<>();
    /** What is mistyped most, by characters that sound or look alike. */
    private static final Map<String, Pattern> MISTYPED = new LinkedHashMap<>();

    private static final Pattern ADDED = Pattern.compile("[（(][^）)]*[）)]|办法|[\\p{Punct}、，。]");
    /** As many characters of a title in one stretch name it. */
    private static final int NAMED = 6;

    static {
        KINDS.put(ProgrammeKind.INTEREST, Pattern.compile("贴息|利息补|补.{0,2}利息|贴利息"));
        KINDS.put(ProgrammeKind.VALUATION_FEE, Pattern.compile("评估费|评估补|估值费"));
        KINDS.put(ProgrammeKind.GUARANTEE_FEE, Pattern.compile("担保费|担保补"));
        KINDS.put(ProgrammeKind.PREMIUM, Pattern.compile("(?<!担)保费|保险费|保证保险"));
        KINDS.put(ProgrammeKind.SECURITISATION, Pattern.compile("证券化|ABS"));
        KINDS.put(ProgrammeKind.LISTING, Pattern.compile("上市|挂牌|新三板|北交所"));
        MISTYPED.put("贴息", Pattern.compile("[贴帖铁][息西希惜吸系]"));
        MISTYPED.put("补贴", Pattern.compile("[补部布卜捕][贴帖铁]"));
        MISTYPED.put("评估费", Pattern.compile("[评平凭][估古故姑][费废]"));
        MISTYPED.put("担保费", Pattern.compile("[担单但胆][保宝报][费废]"));
        MISTYPED.put("保险费", Pattern.compile("[保宝][险显][费废]"));
        MISTYPED.put("证券化", Pattern.compile("[证正政][券卷劝][化话]"));
        MISTYPED.put("材料", Pattern.compile("[材才财裁][料科]"));
    }

    private ProgrammeWords() {}

    /** The kinds that are named; none where none is. */
    static Set<ProgrammeKind> kinds(String text) {
        String read = heard(text);
        Set<ProgrammeKind> kinds = EnumSet.noneOf(ProgrammeKind.class);
        KINDS.forEach((kind, words) -> {
            if (words.matcher(read).find()) {
                kinds.add(kind);
            }
        });
        return kinds;
    }

    /** Whether words speak of what the programme pays for. */
    static boolean isAbout(Programme programme, String words) {
        Pattern pattern = KINDS.get(programme.kind());
        return pattern != null && pattern.matcher(words).find();
    }

    /** The programmes that are named, for each kind those whose own words fit best; in the order given. */
    static List<Programme> named(String text, List<Programme> all) {
        String read = heard(text);
        Set<ProgrammeKind> kinds = kinds(text);
        Set<Programme> named = new HashSet<>();
        for (Programme programme : all) {
            if (longest(core(programme), read) >= NAMED || programme.content().automatic() && read.contains("免申即享")) {
                named.add(programme);
            }
        }
        Set<ProgrammeKind> titled = named.stream().map(Programme::kind).collect(Collectors.toSet());
        for (ProgrammeKind kind : kinds) {
            List<Programme> same =
                    all.stream().filter(one -> one.kind() == kind).toList();
            // Where siblings share a title's words, those that only one of them has decide.
            named.removeAll(same);
            named.addAll(fitting(same, read));
        }
        for (ProgrammeKind kind : titled) {
            if (!kinds.contains(kind)) {
                List<Programme> same =
                        named.stream().filter(one -> one.kind() == kind).toList();
                int most = same.stream()
                        .mapToInt(one -> longest(core(one), read))
                        .max()
                        .orElse(0);
                same.stream().filter(one -> longest(core(one), read) < most).forEach(named::remove);
            }
        }
        return all.stream().filter(named::contains).toList();
    }

    /** Of programmes of one kind, those whose own words are said; all where none are. */
    private static List<Programme> fitting(List<Programme> same, String text) {
        Map<Programme, Integer> scores = new LinkedHashMap<>();
        for (Programme programme : same) {
            Set<String> own = pairs(core(programme));
            same.stream().filter(other -> !other.equals(programme)).forEach(other -> own.removeAll(pairs(core(other))));
            scores.put(programme, (int) own.stream().filter(text::contains).count());
        }
        int most = scores.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return same.stream().filter(one -> scores.getOrDefault(one, 0) == most).toList();
    }

    /** The title without what is added in brackets. */
    static String core(Programme programme) {
        return ADDED.matcher(programme.title()).replaceAll("");
    }

    private static Set<String> pairs(String words) {
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at + 2 <= words.length(); at++) {
            pairs.add(words.substring(at, at + 2));
        }
        return pairs;
    }

    /** How much of {@code title} stands in {@code text} in one stretch. */
    private static int longest(String title, String text) {
        int longest = 0;
        for (int from = 0; from < title.length(); from++) {
            int length = longest + 1;
            while (from + length <= title.length() && text.contains(title.substring(from, from + length))) {
                longest = length++;
            }
        }
        return longest;
    }

    /** The sentence with what is mistyped read as the word that is meant. */
    static String heard(String text) {
        String heard = text;
        for (Map.Entry<String, Pattern> word : MISTYPED.entrySet()) {
            heard = word.getValue().matcher(heard).replaceAll(word.getKey());
        }
        return heard;
    }
}
