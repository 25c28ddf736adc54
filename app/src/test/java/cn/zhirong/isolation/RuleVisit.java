package cn.zhirong.isolation;

import cn.zhirong.access.Role;
import cn.zhirong.access.Secrets;
import cn.zhirong.subsidy.BundledProgrammes;
import cn.zhirong.subsidy.ProgrammeFiles;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Programmes, drafts of their rules and cases of a city. */
final class RuleVisit {
    private static final TestServer SERVER = TestServer.get();

    private final City city;

    RuleVisit(City city) {
        this.city = city;
    }

    String made(Thing thing) {
        return switch (thing) {
            case RULE_PROGRAMME -> programme();
            case RULE -> rule();
            case RULE_CASE -> ruleCase();
            case RULE_TRIAL -> trial();
            case RATE_ENTRY -> rateEntry();
            case PROGRAMME_DRAFT -> programmeDraft();
            default -> throw new IllegalArgumentException("not of a rule: " + thing);
        };
    }

    private String programme() {
        String code = "p" + Secrets.random().replaceAll("[^a-z0-9]", "");
        try {
            Path root = Files.createTempDirectory(SERVER.data(), "rules");
            Path folder = Files.createDirectories(root.resolve(city.slug() + "/subsidies/" + code));
            Files.writeString(folder.resolve("programme.yml"), """
                    title: %s奖励
                    kind: other
                    policy: nothing
                    summary: 示例。
                    audience: 企业
                    contact: {place: 窗口, phone: 0758-0000000}
                    clocks: {acceptance: 5, correction: 10, first-review: 15, second-review: 10, notice-days: 7, objection: 10, payment: 20}
                    announced: true
                    illustrative: true
                    """.formatted(city.word()));
            ProgrammeFiles.Loaded loaded = ProgrammeFiles.read(root);
            if (!loaded.problems().isEmpty()) {
                throw new AssertionError(loaded.problems());
            }
            SERVER.bean(BundledProgrammes.class)
                    .load(city.tenant(), loaded.bureaus().getFirst());
            return String.valueOf(SERVER.bean(Programmes.class)
                    .find(city.tenant(), code)
                    .orElseThrow()
                    .id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String programmeDraft() {
        var answer = Walker.post(
                "/" + city.slug() + "/console/programmes",
                city.cookies(Role.OFFICER),
                Map.of(
                        "title",
                        city.word() + "新项目",
                        "code",
                        "d" + Secrets.random().replaceAll("[^a-z0-9]", "")));
        return City.found(Pattern.compile("/console/programmes/([0-9]+)/form"), City.location(answer));
    }

    private String rule() {
        var answer = Walker.post(
                "/" + city.slug() + "/console/rules",
                city.cookies(Role.OFFICER),
                Map.of("programme", city.get(Thing.RULE_PROGRAMME)));
        return City.found(Pattern.compile("/console/rules/([0-9]+)/form"), City.location(answer));
    }

    /** Of the draft of the city, which it is a case of. */
    private String ruleCase() {
        String cases = "/" + city.slug() + "/console/rules/" + city.get(Thing.RULE) + "/cases";
        Walker.post(
                cases + "/new",
                city.cookies(Role.OFFICER),
                Map.of("name", city.word() + "案例", "asked", "2026-01-05", "expected", "MET", "do", "save"));
        return City.found(
                Pattern.compile("/cases/([0-9]+)"),
                Walker.get(cases, city.cookies(Role.OFFICER)).body());
    }

    private String rateEntry() {
        String rates = "/" + city.slug() + "/console/rules/rates";
        String name = "r" + Secrets.random().replaceAll("[^a-z0-9]", "");
        Walker.post(
                rates,
                city.cookies(Role.OFFICER),
                Map.of(
                        "name",
                        name,
                        "label",
                        city.word() + "利率",
                        "day",
                        "2026-01-05",
                        "rate",
                        "3%",
                        "kept",
                        "2026-01-06"));
        // Nobody of the walk entered it: who did may not confirm it, whatever their role.
        city.sql("UPDATE rate_entry SET entered_by = 'somebody' WHERE tenant_id = ? AND name = ?", name);
        return City.found(
                Pattern.compile("(?s)id=\"rate-" + name + "\".*?/rates/([0-9]+)/confirmation"),
                Walker.get(rates, city.cookies(Role.REVIEWER)).body());
    }

    /** What happens to rules beside what the walk sends; one is left waiting for one more person. */
    void busyDay() {
        String rules = "/" + city.slug() + "/console/rules";
        Map<String, String> rate = Map.of(
                "name", "lpr-3y", "label", city.word() + "利率", "day", "2026-01-05", "rate", "3%", "kept", "2026-01-06");
        Walker.post(rules + "/rates", city.cookies(Role.OFFICER), rate);
        Walker.get(rules + "/rates", city.cookies(Role.OFFICER));
        Walker.post(rules + "/judged", city.cookies(Role.OFFICER), Map.of("do", "add", "label", city.word() + "产业方向"));
        Walker.get(rules + "/judged", city.cookies(Role.OFFICER));
        Walker.post(rules + "/judged", city.cookies(Role.OFFICER), Map.of("do", "retire", "name", "judged-1"));
        programmeDay();
        String rule = city.get(Thing.RULE);
        city.sql("UPDATE subsidy_rule SET state = 'TESTED' WHERE tenant_id = ? AND id = ? AND state = 'DRAFT'", rule);
        ruleCase();
        waits(rule);
        Walker.get(rules + "/" + rule + "/publication", city.cookies(Role.REVIEWER));
        Walker.post(rules + "/" + rule + "/decline", city.cookies(Role.REVIEWER), Map.of());
        waits(rule);
    }

    /** A programme is changed by one person and put in force by another. */
    private void programmeDay() {
        String programmes = "/" + city.slug() + "/console/programmes";
        var begun = Walker.post(
                programmes, city.cookies(Role.OFFICER), Map.of("programme", city.get(Thing.RULE_PROGRAMME)));
        String draft = programmes
                + "/"
                + City.found(Pattern.compile("/console/programmes/([0-9]+)/form"), City.location(begun));
        Map<String, String> text = Map.of(
                "revision",
                "0",
                "title",
                city.word() + "奖励",
                "kind",
                "OTHER",
                "policy",
                "nothing",
                "summary",
                "示例。",
                "audience",
                "企业",
                "status",
                "ANNOUNCED",
                "rationing",
                "FIRST_COME");
        Walker.post(draft + "/form", city.cookies(Role.OFFICER), text);
        Walker.post(draft + "/publication", city.cookies(Role.REVIEWER), Map.of("revision", "1", "note", "核对无误。"));
        Walker.get(draft, city.cookies(Role.REVIEWER));
        Walker.get(programmes, city.cookies(Role.OFFICER));
    }

    private void waits(String rule) {
        city.sql(
                "INSERT IGNORE INTO rule_publication (tenant_id, rule_id, revision, effective_from, transition, note, asked_by, asked_at)"
                        + " SELECT tenant_id, id, revision, effective_from, transition, '追溯', 'reviewer', changed_at"
                        + " FROM subsidy_rule WHERE tenant_id = ? AND id = ?",
                rule);
    }

    /** One that was broken off: the draft of the city is not yet a rule that could be tried. */
    private String trial() {
        String rule = city.get(Thing.RULE);
        city.sql(
                "INSERT INTO rule_trial (tenant_id, rule_id, rule_revision, state, asked_by, asked_at, settings, result, firms, millis)"
                        + " SELECT tenant_id, id, revision, 'FAILED', 'officer', changed_at,"
                        + " '{\"source\":\"REGISTER\",\"day\":\"2026-01-05\",\"draft\":1,\"supposesJudged\":false}', '', '', 0"
                        + " FROM subsidy_rule WHERE tenant_id = ? AND id = ?",
                rule);
        String trials = "/" + city.slug() + "/console/rules/" + rule + "/trial";
        return City.found(
                Pattern.compile("/trial/([0-9]+)"),
                Walker.get(trials, city.cookies(Role.OFFICER)).body());
    }
}
