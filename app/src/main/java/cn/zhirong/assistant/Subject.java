package cn.zhirong.assistant;

import cn.zhirong.knowledge.PolicySearch.Frequencies;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a part of a question is about.
 *
 * @param all every word that says something
 * @param before the words just before the asking ones: 放大倍数 in "资金池的放大倍数是多少"
 * @param after those after them: 受理 in "由谁受理"
 */
record Subject(Pairs all, Pairs before, Pairs after) {
    private static final int FOCUS = 6;

    /** A pair that stands nowhere is mostly one across two words, which says little: it weighs a third of the rarest. */
    private static final double UNSEEN = 1.0 / 3;

    /** @param passages the normalised passages that were found, by which rarity is told where the library does not know it */
    static Subject of(Evidence evidence, List<String> passages) {
        Part part = evidence.part();
        String own = QuestionText.normal(part.subject());
        String background = QuestionText.normal(part.background());
        Matcher asks = Terms.INTERROGATIVE.matcher(own);
        boolean isAsked = asks.find();
        String before = isAsked ? own.substring(Math.max(0, asks.start() - FOCUS), asks.start()) : "";
        String after = isAsked ? own.substring(asks.end()) : own;
        Set<String> pairs = new HashSet<>(Pairs.in(own + "|" + background));
        pairs.addAll(Pairs.in(before));
        pairs.addAll(Pairs.in(after));
        Frequencies known = evidence.frequencies(pairs);
        Frequencies frequencies = known.passages() > 0 ? known : count(pairs, passages);
        ToDoubleFunction<String> rarity = pair -> rarity(pair, frequencies);
        Pattern kind = part.type().asked();
        return new Subject(
                Pairs.of(own, rarity, kind).and(Pairs.of(background, rarity, kind)),
                Pairs.of(before, rarity, kind),
                Pairs.of(after, rarity, kind));
    }

    private static Frequencies count(Set<String> pairs, List<String> passages) {
        Map<String, Integer> holding = new HashMap<>();
        for (String pair : pairs) {
            holding.put(pair, (int)
                    passages.stream().filter(words -> words.contains(pair)).count());
        }
        return new Frequencies(passages.size(), holding);
    }

    private static double rarity(String pair, Frequencies frequencies) {
        int holding = frequencies.holding().getOrDefault(pair, 0);
        return holding == 0 ? UNSEEN * rarity(1, frequencies.passages()) : rarity(holding, frequencies.passages());
    }

    private static double rarity(int holding, int passages) {
        return Math.log(1 + (Math.max(0, passages - holding) + 0.5) / (holding + 0.5));
    }
}
