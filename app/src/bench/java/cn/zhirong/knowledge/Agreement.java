package cn.zhirong.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** How alike the hits of two contestants are, as shares: the same first hit, and the same among ten in any order. */
record Agreement(double first, double ten) {

    static Agreement of(List<List<String>> found, List<List<String>> reference) {
        int questions = Math.min(found.size(), reference.size());
        double first = 0;
        double ten = 0;
        for (int i = 0; i < questions; i++) {
            List<String> one = found.get(i);
            List<String> other = reference.get(i);
            boolean bothEmpty = one.isEmpty() && other.isEmpty();
            boolean sameFirst =
                    !one.isEmpty() && !other.isEmpty() && one.getFirst().equals(other.getFirst());
            first += bothEmpty || sameFirst ? 1 : 0;
            var shared = new HashSet<>(one);
            shared.retainAll(new HashSet<>(other));
            ten += bothEmpty ? 1 : shared.size() / (double) Math.max(1, new HashSet<>(other).size());
        }
        return new Agreement(first / Math.max(1, questions), ten / Math.max(1, questions));
    }

    Map<String, Double> figures() {
        return Map.of("sameFirst", first, "sameTen", ten);
    }

    @Override
    public String toString() {
        return "first hit %.1f %%, of ten %.1f %%".formatted(100 * first, 100 * ten);
    }
}
