package cn.zhirong.isolation;

import cn.zhirong.access.Role;
import cn.zhirong.access.Secrets;
import cn.zhirong.application.ApplicationFixture;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Subsidies of a {@link City}: what its firm applies for, what officers, the meeting and the bank make of it. */
final class SubsidyVisit {
    private static final Pattern LAST = Pattern.compile("/([0-9]+)$");
    private static final LocalDate MEETING = LocalDate.of(2026, 1, 5);

    private final City city;
    private final ApplicationFixture world;
    private final String suffix;

    SubsidyVisit(City city) {
        this.city = city;
        suffix = "-" + city.slug();
        world = new ApplicationFixture(city.tenant(), suffix);
        world.budget(world.programme(), 10_000_000);
        world.budget(world.automatic(), 10_000_000);
    }

    /** Another one of these; of programmes there is one. */
    String made(Thing thing) {
        return switch (thing) {
            case PROGRAMME -> "interest" + suffix;
            case APPLICATION -> submitted(Secrets.random());
            case BATCH -> batch(approved(submitted(Secrets.random())));
            case PUBLIC_NOTICE -> published(batch(approved(submitted(Secrets.random()))));
            case COMPLAINT -> complaint();
            case DISBURSEMENT -> disbursement(cleared());
            case SAMPLE -> sample();
            default -> throw new IllegalArgumentException(thing + " is nothing of subsidies");
        };
    }

    /** An application of the firm with a material in it, not handed in yet; one that is there is gone on with. */
    private String begun() {
        return last(post("/enterprise/applications", owner(), Map.of("programme", "interest" + suffix)));
    }

    /** Handed in, for a loan of this name. */
    private String submitted(String contract) {
        String application = begun();
        String here = own(application);
        Walker.post(here + "/enterprise", owner(), Map.of("f-registered-here", "true"));
        Walker.post(
                here + "/financing",
                owner(),
                Map.of(
                        "f-loans-n", "1",
                        "f-loans-1-id", contract,
                        "f-loans-1-interest-paid", "0.1",
                        "f-loans-1-other-subsidy", "false"));
        Walker.post(here + "/account", owner(), account());
        Walker.upload(
                here + "/materials", owner(), city.word() + ".pdf", "%PDF-1.7 合同", Map.of("material", "contract"));
        HttpResponse<String> answer = Walker.post(here + "/submission", owner(), Map.of("declared", "yes"));
        if (answer.statusCode() != 303) {
            throw new AssertionError(answer.body());
        }
        return application;
    }

    /** The material of an application. */
    String material(String application) {
        return City.found(
                Pattern.compile("/materials/([0-9]+)/removal"),
                Walker.get(own(application) + "/materials", owner()).body());
    }

    private String firstPassed(String application) {
        String here = desk(application);
        Walker.post(here + "/acceptance", city.cookies(Role.OFFICER), Map.of());
        Walker.post(
                here + "/first-review",
                city.cookies(Role.OFFICER),
                Map.of("say-f_1", "yes", "why-f_1", city.word() + "已看流水", "decision", "pass"));
        return application;
    }

    private String approved(String application) {
        Walker.post(
                desk(firstPassed(application)) + "/second-review",
                city.cookies(Role.REVIEWER),
                Map.of("decision", "confirm"));
        return application;
    }

    private String batch(String application) {
        return last(post(
                "/console/batches",
                city.cookies(Role.OFFICER),
                Map.of("title", city.word() + "会议", "meetingOn", MEETING.toString(), "pick-" + application, "yes")));
    }

    private String published(String batch) {
        String here = "/" + city.slug() + "/console/batches/" + batch;
        Walker.post(here + "/decision", city.cookies(Role.REVIEWER), Map.of("minutes", city.word() + "纪要"));
        return City.found(
                LAST,
                City.location(Walker.post(
                        here + "/notice", city.cookies(Role.REVIEWER), Map.of("title", city.word() + "名单公示"))));
    }

    private String complaint() {
        String application = approved(submitted(Secrets.random()));
        String notice = published(batch(application));
        Walker.post(
                "/" + city.slug() + "/notices/" + notice + "/objections",
                "",
                Map.of(
                        "application", application,
                        "name", city.word() + "群众",
                        "contact", city.word() + "@example.cn",
                        "words", city.word() + "认为这家企业不符合条件"));
        return City.found(
                Pattern.compile("(?s).*/complaints/([0-9]+)/decision"),
                Walker.get("/" + city.slug() + "/console/complaints", city.cookies(Role.DIRECTOR))
                        .body());
    }

    /** An application that can be paid. */
    private String cleared() {
        String application = approved(submitted(Secrets.random()));
        close(published(batch(application)));
        return application;
    }

    private void close(String notice) {
        city.sql(
                "UPDATE subsidy_notice SET opens_on = '2026-01-05', closes_on = '2026-01-15' WHERE tenant_id = ? AND id = ?",
                notice);
        Walker.post("/" + city.slug() + "/notices/" + notice + "/closing", city.cookies(Role.REVIEWER), Map.of());
    }

    private String disbursement(String application) {
        return last(post("/console/disbursements", city.cookies(Role.OFFICER), Map.of("pick-" + application, "yes")));
    }

    /** What was approved since the last one, all of it. */
    private String sample() {
        approved(submitted(Secrets.random()));
        String page = Walker.get("/" + city.slug() + "/console/samples", city.cookies(Role.OFFICER))
                .body();
        Map<String, String> form = new HashMap<>(Map.of("basis", "APPROVED"));
        Pattern.compile("name=\"(share-APPROVED-[0-9]+)\"")
                .matcher(page)
                .results()
                .forEach(share -> form.put(share.group(1), "100"));
        return last(post("/console/samples", city.cookies(Role.OFFICER), form));
    }

    /** The first row of a sample. */
    String sampled(String sample) {
        return City.found(
                Pattern.compile("/rows/([0-9]+)"),
                Walker.get("/" + city.slug() + "/console/samples/" + sample, city.cookies(Role.DIRECTOR))
                        .body());
    }

    /** Work shared out, somebody away, a sample checked, topics chosen and given up. */
    private void workSharedOut() {
        String application = submitted(Secrets.random());
        post(
                "/console/applications/absence",
                city.cookies(Role.DIRECTOR),
                Map.of(
                        "act",
                        "away",
                        "from",
                        "2026-01-05",
                        "until",
                        today().plusDays(3).toString()));
        Walker.get("/" + city.slug() + "/console/applications", city.cookies(Role.DIRECTOR));
        post("/console/applications/absence", city.cookies(Role.DIRECTOR), Map.of("act", "back"));
        post(
                "/console/applications/assignment",
                city.cookies(Role.OFFICER),
                Map.of("pick-" + application, "yes", "assignee", "reviewer"));
        String sample = sample();
        String row = "/console/samples/" + sample + "/rows/" + sampled(sample);
        Map<String, String> sheet = new HashMap<>();
        for (int at = 0; at < 5; at++) {
            sheet.put("item-" + at, "yes");
            sheet.put("words-" + at, city.word() + "已核对原件");
        }
        post(row, city.cookies(Role.DIRECTOR), sheet);
        Walker.get("/" + city.slug() + row, city.cookies(Role.AUDITOR));
        post("/enterprise/applications/topics", owner(), Map.of("topic-kind/INTEREST", "yes"));
        String calendar = City.found(
                Pattern.compile("href=\"(/[^\"]+/calendar[.]ics[?]token=[^\"]+)\""),
                Walker.get("/" + city.slug() + "/enterprise/applications", owner())
                        .body());
        Walker.get(calendar.replace("&amp;", "&"), "");
        post("/enterprise/applications/topics", owner(), Map.of("sent", "yes"));
        // What is taken out of the bureau holds a row of each.
        post("/enterprise/applications/topics", owner(), Map.of("topic-kind/INTEREST", "yes"));
        post(
                "/console/applications/absence",
                city.cookies(Role.DIRECTOR),
                Map.of(
                        "act",
                        "away",
                        "from",
                        "2026-01-05",
                        "until",
                        today().plusDays(3).toString()));
        Walker.get("/" + city.slug() + "/account/data", owner());
    }

    /** What happens to applications beside what the walk sends. */
    void busyDay() {
        objectedTo();
        triedOn();
        city.sql(
                "INSERT IGNORE INTO subsidy_call (tenant_id, account_id, call_key, body_sha256, answer, called_at)"
                        + " SELECT tenant_id, id, REPEAT('0', 64), REPEAT('1', 64), '{}', created_at FROM account"
                        + " WHERE tenant_id = ? AND username = ?",
                "officer");
        correctedAndSentBack();
        refusedAndAppealed();
        paidAndTakenBack();
        Map<String, String> automatic = Map.of("programme", String.valueOf(world.automatic()));
        post("/console/offers", city.cookies(Role.OFFICER), automatic);
        Map<String, String> chosen = new HashMap<>(automatic);
        Pattern.compile("name=\"(pick-[0-9]+)\"")
                .matcher(Walker.get("/" + city.slug() + "/console/offers", city.cookies(Role.REVIEWER))
                        .body())
                .results()
                .forEach(pick -> chosen.put(pick.group(1), "yes"));
        post("/console/offers/release", city.cookies(Role.REVIEWER), chosen);
        String offered = City.found(
                Pattern.compile("/enterprise/applications/([0-9]+)[^0-9]"),
                Walker.get("/" + city.slug() + "/enterprise/applications", owner())
                        .body());
        Walker.post(own(offered) + "/confirmation", owner(), account());
        workSharedOut();
        post("/subsidies/interest" + suffix + "/subscription", owner(), Map.of("act", "on"));
        Walker.get("/" + city.slug() + "/calendar.ics", "");
    }

    private void objectedTo() {
        String application = approved(submitted(Secrets.random()));
        String notice = published(batch(application));
        Walker.post(
                "/" + city.slug() + "/notices/" + notice + "/objections",
                "",
                Map.of(
                        "application", application,
                        "name", city.word() + "同行",
                        "contact", city.word() + "@example.cn",
                        "words", city.word() + "认为这笔贷款已经得过贴息"));
        Walker.get(desk(application), city.cookies(Role.OFFICER));
        Walker.get(own(application), owner());
    }

    /** A draft of the rule that was applied under. */
    private void triedOn() {
        HttpResponse<String> draft = post(
                "/console/rules", city.cookies(Role.OFFICER), Map.of("programme", String.valueOf(world.programme())));
        String rule = City.found(Pattern.compile("/console/rules/([0-9]+)/form"), City.location(draft));
        Walker.get("/" + city.slug() + "/console/rules/" + rule + "/trial", city.cookies(Role.OFFICER));
        city.sql(
                "INSERT IGNORE INTO rule_publication (tenant_id, rule_id, revision, effective_from, transition, note, asked_by, asked_at)"
                        + " SELECT tenant_id, id, revision, '2020-01-01', transition, '追溯', 'reviewer', changed_at"
                        + " FROM subsidy_rule WHERE tenant_id = ? AND id = ?",
                rule);
        Walker.get("/" + city.slug() + "/console/rules/" + rule + "/publication", city.cookies(Role.REVIEWER));
    }

    private void correctedAndSentBack() {
        String application = submitted("HT-" + city.word());
        String here = desk(application);
        Walker.post(here + "/corrections", city.cookies(Role.OFFICER), Map.of("wrong-account", city.word() + "户名不符"));
        String correction = City.found(
                Pattern.compile("name=\"answer-([0-9]+)\""),
                Walker.get(own(application), owner()).body());
        Walker.post(own(application) + "/corrections", owner(), Map.of("answer-" + correction, city.word() + "已更正"));
        firstPassed(application);
        Walker.post(
                here + "/second-review",
                city.cookies(Role.REVIEWER),
                Map.of("decision", "back", "reason", city.word() + "请补充说明"));
        approved(application);
        // Another one for the same loan, which the reviewer is shown.
        String same = firstPassed(submitted("HT-" + city.word()));
        Walker.get(desk(same), city.cookies(Role.REVIEWER));
        Walker.post(here + "/revocation", city.cookies(Role.REVIEWER), Map.of("revocation", city.word() + "主动放弃"));
    }

    private void refusedAndAppealed() {
        String application = submitted(Secrets.random());
        Walker.post(desk(application) + "/acceptance", city.cookies(Role.OFFICER), Map.of());
        Walker.post(
                desk(application) + "/first-review",
                city.cookies(Role.OFFICER),
                Map.of("say-f_1", "no", "why-f_1", city.word() + "没有用于经营", "decision", "refuse"));
        Walker.post(desk(application) + "/second-review", city.cookies(Role.REVIEWER), Map.of("decision", "confirm"));
        Walker.post(own(application) + "/appeal", owner(), Map.of("words", city.word() + "确实用于经营，请重新审核"));
        String complaint = City.found(
                Pattern.compile("/complaints/([0-9]+)/decision"),
                Walker.get("/" + city.slug() + "/console/complaints", city.cookies(Role.DIRECTOR))
                        .body());
        Walker.post(
                "/" + city.slug() + "/console/complaints/" + complaint + "/decision",
                city.cookies(Role.DIRECTOR),
                Map.of("answer-" + complaint, city.word() + "维持原决定", "decision", "reject"));
    }

    private void paidAndTakenBack() {
        String application = cleared();
        String payment = "/" + city.slug() + "/console/disbursements/" + disbursement(application);
        Walker.post(
                payment + "/account",
                city.cookies(Role.OFFICER),
                Map.of(
                        "ordinal",
                        "1",
                        "holder",
                        city.word() + "一厂",
                        "accountNumber",
                        "4400123456789012",
                        "bank",
                        city.word() + "银行"));
        String seen = City.found(
                Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\""),
                Walker.get(payment, city.cookies(Role.FINANCE_OFFICE)).body());
        Walker.post(
                payment + "/confirmation",
                city.cookies(Role.FINANCE_OFFICE),
                Map.of("decision", "agree", "seen", seen));
        String[] row = Walker.get(payment + "/bank.csv", city.cookies(Role.OFFICER))
                .body()
                .split("\r\n")[1]
                .split(",");
        String receipt = "批次号,序号,申报编号,金额（元）,结果,到账日期,失败原因\r\n" + row[0] + "," + row[1] + "," + row[2] + "," + row[6]
                + ",成功," + today() + ",\r\n";
        Walker.upload(payment + "/receipt", city.cookies(Role.REVIEWER), "receipt.csv", receipt, Map.of());
        Walker.post(
                desk(application) + "/clawback",
                city.cookies(Role.OFFICER),
                Map.of("amount", "1 元", "ground", city.word() + "多领利息", "clause", "第九条"));
        Walker.post(
                desk(application) + "/clawback/closing",
                city.cookies(Role.REVIEWER),
                Map.of("decision", "returned", "remark", city.word() + "凭证"));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(TestServer.get().bean(Clock.class).instant(), ZoneId.of("Asia/Shanghai"));
    }

    private Map<String, String> account() {
        return Map.of("holder", city.word() + "一厂", "accountNumber", "4400123456789012", "bank", city.word() + "银行");
    }

    private HttpResponse<String> post(String path, @Nullable String cookies, Map<String, String> form) {
        return Walker.post("/" + city.slug() + path, cookies, form);
    }

    private static String last(HttpResponse<String> answer) {
        return City.found(LAST, City.location(answer));
    }

    private String owner() {
        return city.cookies(Role.ENTERPRISE_OWNER);
    }

    private String own(String application) {
        return "/" + city.slug() + "/enterprise/applications/" + application;
    }

    private String desk(String application) {
        return "/" + city.slug() + "/console/applications/" + application;
    }
}
