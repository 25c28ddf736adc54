package cn.zhirong.policy;

import cn.zhirong.access.Audit;
import cn.zhirong.policy.PublicationGate.Findings;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publication behind the gate: where the bureau's questions would no longer find their clauses, the publisher says why it is done
 * nevertheless, or it is not done.
 */
@Singleton
class Publications {
    /** The field in which a publisher says why. */
    static final String REASON = "publishReason";

    private static final int LONGEST_REASON = 500;
    private static final int TOLD = 20;

    private final Releases releases;
    private final PolicyOutbox outbox;
    private final PublicationGate gate;
    private final Audit audit;
    private final TransactionOperations<Connection> transactions;

    Publications(
            Releases releases,
            PolicyOutbox outbox,
            PublicationGate gate,
            Audit audit,
            TransactionOperations<Connection> transactions) {
        this.releases = releases;
        this.outbox = outbox;
        this.gate = gate;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * What was published, with what the gate says against it: a sentence, or nothing.
     *
     * @param warnings in Chinese, complete
     */
    record Published(PolicyVersion version, List<String> warnings) {}

    /** {@link Releases#publish} by a person, who may have said why. */
    PolicyVersion publish(Tenant tenant, String actor, long versionId, int revision, String reason) {
        Findings findings = tried(tenant, actor, versionId, revision, actor);
        if (findings == null || findings.lost().isEmpty()) {
            return releases.publish(tenant, actor, versionId, revision, actor);
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw refusal(findings, why);
        }
        return overrule(tenant, actor, versionId, revision, actor, findings, why);
    }

    /** The set-up call without a second person: told, never stopped. */
    Published setUp(Tenant tenant, long versionId, int revision) {
        String actor = PolicyDesk.COMMAND_LINE;
        Findings findings;
        try {
            findings = tried(tenant, actor, versionId, revision, null);
        } catch (UncheckedIOException e) {
            // A server beside us holds the index: set-up does not wait for it.
            return unchecked(tenant, versionId, revision);
        }
        if (findings == null || findings.lost().isEmpty()) {
            return new Published(releases.publish(tenant, actor, versionId, revision, null), List.of());
        }
        PolicyVersion version = overrule(tenant, actor, versionId, revision, null, findings, "初始化导入，不经复核直接发布");
        return new Published(version, List.of(sentence(findings) + String.join("", told(findings))));
    }

    private Published unchecked(Tenant tenant, long versionId, int revision) {
        return transactions.executeWrite(status -> {
            PolicyVersion version = releases.publish(tenant, PolicyDesk.COMMAND_LINE, versionId, revision, null);
            audit.record(
                    tenant,
                    PolicyDesk.COMMAND_LINE,
                    "policy.publish-unchecked",
                    "version/" + versionId,
                    "the index was not at hand");
            return new Published(version, List.of("发布前没有做命中测试：检索索引正由另一个进程使用。请在“检索质量”里运行一次。"));
        });
    }

    private @Nullable Findings tried(Tenant tenant, String actor, long versionId, int revision, @Nullable String by) {
        if (!gate.watches(tenant)) {
            return null;
        }
        // Published and taken back again: what the gate tries is what publication does, by the same code.
        Preview preview = transactions.executeWrite(status -> {
            long before = outbox.last(tenant);
            PolicyVersion version = releases.publish(tenant, actor, versionId, revision, by);
            List<PolicyOutbox.Change> changes = outbox.after(tenant, before);
            status.setRollbackOnly();
            return new Preview(version, changes);
        });
        return gate.tried(tenant, actor, preview.version(), preview.changes());
    }

    private record Preview(PolicyVersion version, List<PolicyOutbox.Change> changes) {}

    private PolicyVersion overrule(
            Tenant tenant,
            String actor,
            long versionId,
            int revision,
            @Nullable String by,
            Findings findings,
            String why) {
        return transactions.executeWrite(status -> {
            PolicyVersion version = releases.publish(tenant, actor, versionId, revision, by);
            gate.overruled(tenant, actor, findings.report(), why);
            String detail = "hit run " + findings.report() + ", "
                    + findings.lost().size() + " of " + findings.asked() + " questions lost: " + why;
            audit.record(tenant, actor, "policy.publish-despite", "version/" + versionId, detail);
            return version;
        });
    }

    private static Refusal refusal(Findings findings, String why) {
        List<Refusal.Field> fields = new ArrayList<>();
        if (why.isEmpty()) {
            fields.add(new Refusal.Field(REASON, sentence(findings) + "仍要发布的，请写明理由。"));
        } else {
            fields.add(new Refusal.Field(REASON, "发布理由最长 " + LONGEST_REASON + " 个字，现在有 " + why.length() + " 个字。"));
        }
        told(findings).forEach(question -> fields.add(new Refusal.Field(REASON, question)));
        return Refusal.unprocessable("hit-test", fields.getFirst().message() + String.join("", told(findings)), fields);
    }

    private static String sentence(Findings findings) {
        return "发布这份文件后，" + findings.asked() + " 道命中题中有 " + findings.lost().size() + " 道不再找到应命中的条款。";
    }

    private static List<String> told(Findings findings) {
        List<String> told = new ArrayList<>(findings.lost().stream()
                .limit(TOLD)
                .map(question -> "“" + question + "”不再通过。")
                .toList());
        if (findings.lost().size() > TOLD) {
            told.add("另有 " + (findings.lost().size() - TOLD) + " 道。");
        }
        return told;
    }
}
