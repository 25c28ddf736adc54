package cn.zhirong.assistant;

import cn.zhirong.document.Provision;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.policy.PolicyDocument;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.TraceNode;
import cn.zhirong.subsidy.ClauseLinks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sentences of an answer that is made of rules and programmes, and the clauses it cites, each once. */
final class Quotes {
    private static final int LONGEST_QUOTE = 300;

    private final ClauseLinks.Lookup links;
    private final LocalDate asked;
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();

    Quotes(ClauseLinks.Lookup links, LocalDate asked) {
        this.links = links;
        this.asked = asked;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    List<Citation> citations() {
        return citations;
    }

    ClauseLinks.Lookup links() {
        return links;
    }

    /** Says it; other programmes are called by their titles. */
    void say(String words, List<Integer> cited) {
        sentences.add(new Sentence(links.words(words), cited));
    }

    /** A trace as people read it: programmes and documents by their titles. */
    List<String> read(Trace trace) {
        Map<String, String> titles = new HashMap<>();
        titles(trace.root(), titles);
        return trace.sentences().stream()
                .map(sentence -> {
                    String read = links.words(sentence);
                    for (Map.Entry<String, String> title : titles.entrySet()) {
                        read = read.replace("《" + title.getKey() + "》", "《" + title.getValue() + "》");
                    }
                    return read;
                })
                .toList();
    }

    private void titles(TraceNode node, Map<String, String> titles) {
        ProvisionReference clause = node.clause();
        if (clause != null) {
            links.document(clause.policy(), clause.version())
                    .ifPresent(document ->
                            titles.put(clause.policy(), document.version().title()));
        }
        node.parts().forEach(part -> titles(part, titles));
    }

    /** Cites the clause's own words; what is not in the library is not cited. */
    void cite(@Nullable ProvisionReference reference, List<Integer> cited) {
        if (reference == null) {
            return;
        }
        Optional<PolicyDocument> document = links.document(reference.policy(), reference.version());
        document.stream()
                .flatMap(found -> found.provisions().stream())
                .filter(one -> one.path().equals(reference.path()))
                .findFirst()
                .ifPresent(provision -> cite(document.get().version(), provision, cited));
    }

    /** Cites a provision of that version. */
    void cite(PolicyVersion version, Provision provision, List<Integer> cited) {
        String words = provision.text().isEmpty() ? provision.heading() : provision.text();
        if (words.isEmpty()) {
            return;
        }
        cite(
                new Citation(
                        citations.size() + 1,
                        version.policyId(),
                        version.id(),
                        version.shelf(),
                        version.documentNumber(),
                        version.title(),
                        version.number(),
                        provision.path(),
                        provision.anchor(),
                        shortened(words),
                        0,
                        version.term().on(asked).label(),
                        null),
                cited);
    }

    /** Whole sentences of it, as many as a quotation takes; never half a character. */
    private static String shortened(String words) {
        if (words.length() <= LONGEST_QUOTE) {
            return words;
        }
        int end = Math.max(words.lastIndexOf('。', LONGEST_QUOTE - 1), words.lastIndexOf('；', LONGEST_QUOTE - 1)) + 1;
        return end > 0 ? words.substring(0, end) : words.substring(0, words.offsetByCodePoints(0, LONGEST_QUOTE / 2));
    }

    /** Cites what another answer cites, under a number of this one. */
    void cite(Citation other, List<Integer> cited) {
        for (Citation before : citations) {
            if (before.versionId() == other.versionId() && before.path().equals(other.path())) {
                if (!cited.contains(before.n())) {
                    cited.add(before.n());
                }
                return;
            }
        }
        int n = citations.size() + 1;
        citations.add(new Citation(
                n,
                other.policyId(),
                other.versionId(),
                other.shelf(),
                other.documentNumber(),
                other.title(),
                other.versionNumber(),
                other.path(),
                other.anchor(),
                other.quote(),
                other.quoteStart(),
                other.validity(),
                other.recorded()));
        cited.add(n);
    }
}
