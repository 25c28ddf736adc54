package cn.zhirong.drafting;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.policy.PolicyFixture;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import cn.zhirong.rule.Verdict;
import cn.zhirong.subsidy.BundledProgrammes;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeFiles;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A bureau with one measure, one programme, and its first rule in force since 2024: 陈 writes, 李 publishes, 王 agrees. */
final class RuleBureau {
    static final String CHEN = "chen";
    static final String LI = "li";
    static final String WANG = "wang";

    final TestServer server = TestServer.get();
    final Tenant tenant = server.aBureau();
    final PolicyVersion policy;
    final String policyName;
    final Programme programme;
    final long first;

    RuleBureau() {
        String number = PolicyFixture.aNumber();
        policy = PolicyFixture.published(tenant, measure(number));
        policyName = "policy-" + policy.policyId();
        load();
        programme = server.bean(Programmes.class).find(tenant, "award").orElseThrow();
        first = drafts().versions(tenant, programme).getFirst().key();
    }

    static String measure(String number) {
        return """
                # 云山市企业奖励办法（示例）

                %s

                云山市金融工作局

                2024年1月10日

                第一条　为支持企业发展，制定本办法。

                第二条　申请奖励的企业应当在本市登记注册，上年营业收入不低于1000万元。

                第三条　按上年营业收入的2%%给予奖励，每家企业每年最高50万元。

                第四条　本办法自2024年2月1日起施行，有效期至2030年12月31日。
                """.formatted(number);
    }

    String rule(String name, String revenue, String share, String cap) {
        return """
                rule: award
                name: %s
                policy: %s
                title: 云山市企业奖励办法（示例）
                version: %s
                effective-from: 2024-02-01
                rounding: down
                conditions:
                  - {fact: registered-here, is: true, provision: 第二条}
                  - {fact: revenue, at-least: %s, provision: 第二条}
                benefits:
                  - id: award
                    label: 奖励
                    to: enterprise
                    amount: {share: %s, of: {fact: revenue}}
                    provision: 第三条
                caps:
                  - {per: year, at-most: %s, provision: 第三条}
                """.formatted(name, policyName, policy.documentNumber(), revenue, share, cap);
    }

    String rule() {
        return rule("企业奖励", "1000万元", "2%", "50万元");
    }

    private void load() {
        try {
            Path root = Files.createTempDirectory(server.data(), "subsidies");
            Path folder = Files.createDirectories(root.resolve(tenant.slug() + "/subsidies/award"));
            Files.writeString(folder.getParent().resolve("rates.yml"), """
                    rates:
                      - name: lpr-1y
                        label: 1年期LPR
                        kept-until: 2026-01-31
                        illustrative: true
                        points: {2025-05-20: 3%}
                    """);
            Files.writeString(folder.resolve("programme.yml"), """
                    title: 企业奖励（示例）
                    kind: other
                    policy: %s
                    summary: 按上年营业收入的2%%奖励。
                    audience: 本市企业
                    contact: {place: 窗口, phone: 0758-0000000}
                    clocks: {acceptance: 5, correction: 10, first-review: 15, second-review: 10, notice-days: 7, objection: 10, payment: 20}
                    illustrative: true
                    """.formatted(policyName));
            Files.writeString(folder.resolve("rule-1.yml"), rule());
            ProgrammeFiles.Loaded loaded = ProgrammeFiles.read(root);
            if (!loaded.problems().isEmpty()) {
                throw new AssertionError(loaded.problems());
            }
            server.bean(BundledProgrammes.class).load(tenant, loaded.bureaus().getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Drafts drafts() {
        return server.bean(Drafts.class);
    }

    Cases cases() {
        return server.bean(Cases.class);
    }

    Publication publication() {
        return server.bean(Publication.class);
    }

    RuleVersionRow row(long id) {
        return drafts().get(tenant, id).row();
    }

    /** A draft of this text that 陈 wrote. */
    long draft(String text) {
        long id = drafts().begin(tenant, CHEN, programme).key();
        write(CHEN, id, 0, text);
        return id;
    }

    boolean write(String actor, long id, int revision, String text) {
        return drafts().save(tenant, actor, id, revision, drafts().form(tenant, programme, text));
    }

    /** A firm of this revenue must get so many yuan; null where it must not. */
    void expects(long id, String revenue, @Nullable Long yuan) {
        cases().keep(
                        tenant,
                        CHEN,
                        id,
                        new RuleCase(
                                0,
                                "收入" + revenue,
                                LocalDate.parse("2026-03-01"),
                                firm(revenue),
                                yuan == null ? Verdict.NOT_MET : Verdict.MET,
                                yuan == null ? null : yuan * 100));
    }

    static Facts firm(String revenue) {
        Provenance said = new Provenance(Source.VERIFIED, LocalDate.parse("2026-02-01"), "年报");
        long fen = cn.zhirong.kernel.Money.written(revenue).orElseThrow().fen();
        return Facts.of(Map.of(
                "registered-here",
                new Fact(Value.of(true), said),
                "revenue",
                new Fact(Value.of(new cn.zhirong.kernel.Money(fen)), said)));
    }

    /** Tested by 陈, as it is now. */
    void tested(long id) {
        publication().test(tenant, CHEN, id, row(id).revision());
    }

    /** A browser session of somebody of this bureau. */
    String session(String username, Role role) {
        Accounts accounts = server.bean(Accounts.class);
        Person person = accounts.create(tenant, username, Objects.requireNonNull(username), role);
        return accounts.issue(person, CredentialKind.SESSION);
    }
}
