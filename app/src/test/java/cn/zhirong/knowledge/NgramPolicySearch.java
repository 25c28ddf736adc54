package cn.zhirong.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A PolicySearch for tests: BM25 over character bigrams of title, trail and text, in memory. */
public final class NgramPolicySearch implements PolicySearch {
    private final List<Passage> passages;
    private final List<Map<String, Integer>> grams = new ArrayList<>();
    private final Map<String, Integer> frequency = new HashMap<>();
    private final double meanLength;

    public NgramPolicySearch(List<Passage> passages) {
        this.passages = List.copyOf(passages);
        long length = 0;
        for (Passage passage : passages) {
            Map<String, Integer> counts = new HashMap<>();
            for (String gram : gramsOf(passage.text() + "\n" + String.join("\n", passage.trail()))) {
                counts.merge(gram, 1, Integer::sum);
                length++;
            }
            for (String gram : gramsOf(passage.title())) {
                counts.putIfAbsent(gram, 1);
            }
            grams.add(counts);
            counts.keySet().forEach(gram -> frequency.merge(gram, 1, Integer::sum));
        }
        meanLength = passages.isEmpty() ? 1 : (double) length / passages.size();
    }

    @Override
    public SearchResult search(SearchQuery query) {
        Set<String> wanted = new HashSet<>(gramsOf(query.text()));
        List<PassageHit> hits = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            if (isAdmitted(passage, query)) {
                double score = score(grams.get(i), wanted);
                if (score > 0) {
                    hits.add(new PassageHit(
                            passage, score, score, 0, passage.term().on(query.asOf()), List.of()));
                }
            }
        }
        hits.sort(Comparator.comparingDouble(PassageHit::score)
                .reversed()
                .thenComparing(hit -> hit.passage().shelf())
                .thenComparing(hit -> hit.passage().policyId())
                .thenComparing(hit -> hit.passage().position()));
        int end = Math.min(hits.size(), query.from() + query.size());
        return new SearchResult(hits.subList(Math.min(query.from(), end), end), hits.size(), Map.of(), 0);
    }

    private static boolean isAdmitted(Passage passage, SearchQuery query) {
        return (passage.shelf().equals(query.tenant()) || passage.shelf().equals("shared"))
                && (query.kinds().isEmpty()
                        || query.kinds().contains(passage.term().kind()))
                && (query.levels().isEmpty() || query.levels().contains(passage.level()))
                && (query.validities().isEmpty()
                        || query.validities().contains(passage.term().on(query.asOf())));
    }

    private double score(Map<String, Integer> counts, Set<String> wanted) {
        int length = counts.values().stream().mapToInt(Integer::intValue).sum();
        double score = 0;
        for (String gram : wanted) {
            int count = counts.getOrDefault(gram, 0);
            if (count > 0) {
                int holding = frequency.getOrDefault(gram, 0);
                double rarity = Math.log(1 + (passages.size() - holding + 0.5) / (holding + 0.5));
                score += rarity * count * 1.9 / (count + 0.9 * (0.5 + 0.5 * length / meanLength));
            }
        }
        return score;
    }

    private static List<String> gramsOf(String text) {
        List<String> grams = new ArrayList<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i)) && Character.isLetterOrDigit(text.charAt(i + 1))) {
                grams.add(text.substring(i, i + 2));
            }
        }
        return grams;
    }
}
