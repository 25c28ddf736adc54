package cn.zhirong.policy;

import cn.zhirong.document.Correction;
import cn.zhirong.document.Provision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version as its bureau's people see it before (and after) publication.
 *
 * @param version its facts as they now stand
 * @param found what the parser found, for comparison
 * @param repealedNumbers numbers and titles that the text repeals: they will be marked when it is published
 * @param provisions the tree, corrections applied
 * @param notices what to look at, settled ones included
 * @param corrections what people changed in the tree, oldest first
 * @param file what it came from, or null
 */
public record Draft(
        PolicyVersion version,
        PolicyFacts found,
        List<String> repealedNumbers,
        List<Provision> provisions,
        List<PolicyNotice> notices,
        List<Correction> corrections,
        @Nullable FileInfo file) {
    public Draft {
        repealedNumbers = List.copyOf(repealedNumbers);
        provisions = List.copyOf(provisions);
        notices = List.copyOf(notices);
        corrections = List.copyOf(corrections);
    }

    /** Notices that keep it from being published. */
    public List<PolicyNotice> holds() {
        return notices.stream().filter(PolicyNotice::holds).toList();
    }
}
