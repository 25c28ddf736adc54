package cn.zhirong.assistant;

import cn.zhirong.policy.PolicySummary;
import cn.zhirong.policy.PolicyVersion;
import java.util.List;

/**
 * The first page of a bureau.
 *
 * @param welcome one or two sentences; may be empty
 * @param box the question box
 * @param suggestions questions the bureau's documents answer
 * @param latest its newest documents
 * @param contact the way to a person, or empty
 * @param asks whether the bureau lets people ask
 * @param reads whether this visitor may read without signing in first
 */
public record HomeView(
        String welcome,
        AskView.Box box,
        List<String> suggestions,
        List<Latest> latest,
        String contact,
        boolean asks,
        boolean reads) {
    /** A document; {@code day} and {@code number} may be empty. */
    public record Latest(String title, String href, String number, String day, String validity) {
        static Latest of(String slug, PolicySummary summary) {
            PolicyVersion version = summary.version();
            return new Latest(
                    version.title(),
                    "/" + slug + "/policies/" + version.policyId() + "/v" + version.number(),
                    version.documentNumber(),
                    version.datedOn() == null ? "" : TurnView.DAY.format(version.datedOn()),
                    summary.validity().name());
        }
    }

    /** The first page of an installation: its bureaus. */
    public record Front(List<Bureau> bureaus) {}

    /** A bureau. */
    public record Bureau(String name, String region, String href) {}
}
