package cn.zhirong.isolation;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the walk sends to each route: which thing an address names, and a form that would be taken. */
final class RouteCases {
    private static final String CONVERSATION = "/{slug}/ask/{conversation}";
    private static final String HITS = "/{slug}/console/hits";
    private static final String COUNTERPART = "/{slug}/account/bureaus/{id}";
    private static final String DRAFT = "/{slug}/console/policies/{versionId}";
    private static final String PERSON = "/{slug}/console/people/{accountId}";
    private static final String FIRMS = "/{slug}/console/enterprises";
    private static final String FIRM = FIRMS + "/{enterprise}";
    private static final String RULES = "/{slug}/console/rules";
    private static final String RULE = RULES + "/{ruleId}";
    private static final String PROGRAMMES = "/{slug}/console/programmes";
    private static final String PROGRAMME = PROGRAMMES + "/{programmeVersion}";
    private static final String OWN_FIRM = "/{slug}/enterprise/profile";
    private static final String OWN_CASES = "/{slug}/enterprise/applications";
    private static final String OWN_CASE = OWN_CASES + "/{application}";
    private static final String CASE = "/{slug}/console/applications/{application}";
    private static final String PLATFORM = "/platform/bureaus/{bureau}";
    private static final Pattern VARIABLE = Pattern.compile("\\{[?+]?([A-Za-z]+)[^}]*}");

    private static final Map<String, String> PASSWORDS =
            Map.of("old", "不是这一个", "password", "屋檐下的雨停了", "repeat", "屋檐下的雨停了");

    /** A portal with tickets: nobody need answer before somebody comes back from it. */
    private static final Map<String, String> IDENTITY = Map.of(
            "kind",
            "TICKET",
            "name",
            "省门户",
            "issuer",
            "https://portal.example.cn/ticket",
            "login",
            "https://portal.example.cn/login",
            "clientId",
            "app",
            "secret",
            "s",
            "state",
            "on");

    /** An honour of the register as its forms send it. */
    private static final Map<String, String> HONOUR = Map.of(
            "group",
            "honour",
            "kind",
            "honour.specialised",
            "number",
            "示例一号",
            "asOf",
            "2026-01-05",
            "evidence",
            "证书原件");

    private static final Map<String, String> FACTS = Map.of("zone", "一区", "asOf", "2026-01-05", "evidence", "证明");
    private static final Map<String, String> FIGURES = Map.of("staff", "12", "asOf", "2026-01-05", "evidence", "年报");
    private static final Map<String, String> ANSWER = Map.of("decision", "accept", "words", "属实。");

    private static final Map<String, String> RULE_CASE =
            Map.of("name", "甲公司", "asked", "2026-01-05", "expected", "MET", "do", "save");

    private static final Map<String, Case> CASES = Map.ofEntries(
            Map.entry("/{slug}/ask", form(Map.of("question", "贴息比例是多少？", "live", "1"))),
            Map.entry(CONVERSATION + "/deletion", form(Map.of()).spending(Thing.CONVERSATION)),
            Map.entry(CONVERSATION + "/turns/{number}/stop", form(Map.of())),
            Map.entry(CONVERSATION + "/turns/{number}/again", form(Map.of())),
            Map.entry(CONVERSATION + "/turns/{number}/feedback", form(Map.of("thumb", "up"))),
            Map.entry(
                    "/api/v1/{slug}/ask", new Case(Kind.JSON, Map.of("", "{\"question\":\"贴息比例是多少？\"}"), null, false)),
            Map.entry("/api/v1/{slug}/policies", new Case(Kind.UPLOAD, Map.of(), null, false)),
            Map.entry(
                    "/api/v1/{slug}/policies/{id}/publication",
                    new Case(Kind.JSON, Map.of("", "{}"), Thing.DRAFT, false)),
            Map.entry("/{slug}/console/policies/upload", new Case(Kind.UPLOAD, Map.of(), null, false)),
            Map.entry(DRAFT + "/file", new Case(Kind.UPLOAD, Map.of("revision", "0"), Thing.DRAFT, false)),
            Map.entry(
                    DRAFT + "/facts",
                    form(Map.of("revision", "0", "title", "办法")).spending(Thing.DRAFT)),
            Map.entry(DRAFT + "/corrections", form(Map.of("revision", "0")).spending(Thing.DRAFT)),
            Map.entry(DRAFT + "/corrections/undo", form(Map.of("revision", "0")).lacking()),
            Map.entry(
                    DRAFT + "/notices",
                    form(Map.of("revision", "0", "notice", "0", "reason", "已核对。"))
                            .lacking()),
            Map.entry(
                    DRAFT + "/version-of",
                    form(Map.of("revision", "0", "policy", Thing.POLICY.slot())).spending(Thing.DRAFT)),
            Map.entry(DRAFT + "/discard", form(Map.of("revision", "0")).spending(Thing.DRAFT)),
            Map.entry(DRAFT + "/publication", form(Map.of("revision", "0")).spending(Thing.DRAFT)),
            Map.entry(
                    DRAFT + "/withdrawal",
                    form(Map.of("revision", "0", "reason", "有误。")).spending(Thing.DRAFT)),
            Map.entry(
                    DRAFT + "/repeal",
                    form(Map.of("revision", "0", "repealedOn", "2026-10-01", "repealedBy", "新办法"))
                            .spending(Thing.DRAFT)),
            Map.entry(HITS + "/questions", form(Map.of("question", "怎样申请贴息？"))),
            Map.entry(
                    HITS + "/questions/{id}", form(Map.of("question", "怎样申请？")).spending(Thing.QUESTION)),
            Map.entry(
                    HITS + "/questions/{id}/clauses",
                    form(Map.of("shelf", "{slug}", "passage", Thing.PASSAGE.slot()))
                            .spending(Thing.QUESTION)),
            Map.entry(
                    HITS + "/questions/{id}/clauses/removal",
                    form(Map.of("shelf", "{slug}", "policy", Thing.POLICY.slot(), "path", "{clause}"))
                            .spending(Thing.QUESTION)),
            Map.entry(HITS + "/questions/{id}/removal", form(Map.of()).spending(Thing.QUESTION)),
            Map.entry(HITS + "/file", new Case(Kind.UPLOAD, Map.of(), null, false)),
            Map.entry(HITS + "/runs", form(Map.of())),
            Map.entry(HITS + "/runs/{id}/adoption", form(Map.of()).spending(Thing.RUN)),
            Map.entry(HITS + "/runs/{id}/discard", form(Map.of()).spending(Thing.RUN)),
            Map.entry(HITS + "/settings", form(Map.of("synonyms", "补贴=贴息", "meaning", "75"))),
            Map.entry(
                    "/{slug}/console/passages/{versionId}/{passageId}",
                    form(Map.of("act", "off", "text", "重复。")).spending(Thing.PASSAGE)),
            Map.entry(
                    "/{slug}/console/unanswered/hit-set",
                    form(Map.of("question", "0")).lacking()),
            Map.entry(
                    "/{slug}/console/unanswered/handling",
                    form(Map.of("question", "0", "remark", "已处理。")).lacking()),
            Map.entry("/{slug}/sign-in/code", form(Map.of("code", "000000"))),
            Map.entry("/{slug}/sign-in/second-factor", form(Map.of("return", ""))),
            Map.entry("/{slug}/sign-in/password", form(PASSWORDS)),
            Map.entry("/{slug}/sign-in/forgotten", form(Map.of("username", "nobody"))),
            Map.entry(
                    "/api/v1/{slug}/login", new Case(Kind.JSON, Map.of("", "{\"username\":\"nobody\"}"), null, false)),
            Map.entry(
                    "/{slug}/account/sessions/{id}/end",
                    form(Map.of()).spending(Thing.SESSION).lacking()),
            Map.entry("/{slug}/account/sessions/end-others", form(Map.of()).spending(Thing.SESSION)),
            Map.entry("/{slug}/account/password", form(PASSWORDS)),
            Map.entry("/{slug}/account/second-factor", form(Map.of("return", ""))),
            Map.entry("/{slug}/account/second-factor/codes", form(Map.of("code", "000000"))),
            Map.entry("/{slug}/account/second-factor/remove", form(Map.of("code", "000000"))),
            Map.entry("/{slug}/account/tokens", form(Map.of("name", "对接", "scope", "READ", "days", "30"))),
            Map.entry(
                    "/{slug}/account/tokens/{id}/revoke",
                    form(Map.of()).spending(Thing.TOKEN).lacking()),
            Map.entry(
                    "/{slug}/console/sign-in",
                    form(Map.of("rules", "MODERN", "idleMinutes", "30", "sessionHours", "12"))),
            Map.entry(
                    "/{slug}/account/identities/{id}/removal",
                    form(Map.of()).spending(Thing.IDENTITY_LINK).lacking()),
            Map.entry("/{slug}/account/bureaus", form(Map.of("code", "nowhere.00"))),
            Map.entry("/{slug}/account/bureaus/code", form(Map.of())),
            // A link is the one manager's: other partners do not find it.
            Map.entry(
                    COUNTERPART + "/confirmation",
                    form(Map.of()).spending(Thing.COUNTERPART).lacking()),
            Map.entry(
                    COUNTERPART + "/removal",
                    form(Map.of()).spending(Thing.COUNTERPART).lacking()),
            Map.entry(
                    COUNTERPART + "/entry",
                    form(Map.of()).spending(Thing.COUNTERPART).lacking()),
            Map.entry("/{slug}/console/identity", form(IDENTITY)),
            Map.entry("/{slug}/console/identity/{provider}", form(IDENTITY)),
            Map.entry(
                    "/{slug}/console/identity/{provider}/removal",
                    form(Map.of()).spending(Thing.IDENTITY_LINK)),
            Map.entry("/{slug}/console/audit/export", form(Map.of("actor", "officer"))),
            Map.entry("/{slug}/console/audit/verification", form(Map.of())),
            Map.entry("/{slug}/console/outbox/{id}/retry", form(Map.of()).spending(Thing.LETTER)),
            // A notice is one person's: whoever else may use the route does not find it.
            Map.entry(
                    "/{slug}/account/inbox/{id}/reading",
                    form(Map.of()).spending(Thing.NOTICE).lacking()),
            Map.entry(
                    "/{slug}/account/inbox/reading",
                    form(Map.of("upTo", "999999999")).spending(Thing.NOTICE)),
            Map.entry("/{slug}/account/consent", form(Map.of("return", ""))),
            Map.entry("/{slug}/account/data/deletion", form(Map.of("reason", "不再使用。"))),
            Map.entry(
                    "/{slug}/console/privacy/{id}/answer",
                    form(Map.of("decision", "done", "answer", "已删除。")).spending(Thing.REQUEST)),
            Map.entry("/{slug}/console/settings", form(Map.of("revision", "0", "name", "某局"))),
            Map.entry("/{slug}/console/settings/calendar", form(Map.of("days", "", "seen", ""))),
            Map.entry("/{slug}/console/settings/letters/{kind}", form(Map.of("subject", "邀请", "body", "请打开{{链接}}"))),
            Map.entry("/{slug}/console/leave/exports", form(Map.of())),
            Map.entry("/{slug}/console/leave/deletion", form(Map.of("reason", "不再使用", "name", "某局"))),
            Map.entry(
                    "/{slug}/console/leave/deletion/cancellation",
                    form(Map.of()).lacking()),
            Map.entry("/platform/audit/export", form(Map.of("actor", "nobody"))),
            Map.entry("/platform/audit/verification", form(Map.of())),
            Map.entry(
                    "/platform/sign-in-policy",
                    form(Map.of("rules", "MODERN", "idleMinutes", "30", "sessionHours", "12"))),
            Map.entry("/platform/opening", form(Map.of("name", "某局"))),
            Map.entry(PLATFORM + "/suspension", form(Map.of("reason", "欠费停用。")).spending(Thing.BUREAU)),
            Map.entry(PLATFORM + "/resumption", form(Map.of("reason", "已恢复。")).spending(Thing.BUREAU)),
            Map.entry(
                    PLATFORM + "/deletion/confirmation",
                    form(Map.of("reason", Thing.BUREAU.slot())).lacking()),
            Map.entry(
                    PLATFORM + "/deletion/cancellation",
                    form(Map.of("reason", "改主意了。")).lacking()),
            Map.entry("/{slug}/console/people/new", form(Map.of("name", "钱某", "username", "q", "role", "OFFICER"))),
            Map.entry(PERSON + "/link", form(Map.of()).spending(Thing.ACCOUNT)),
            Map.entry(PERSON + "/disable", form(Map.of()).spending(Thing.ACCOUNT)),
            Map.entry(PERSON + "/enable", form(Map.of()).spending(Thing.ACCOUNT)),
            Map.entry(
                    PERSON + "/role",
                    form(Map.of("role", "BANK_MANAGER", "organisation", Thing.ENTERPRISE.slot()))
                            .spending(Thing.ACCOUNT)),
            Map.entry("/{slug}/console/organisations", form(Map.of("kind", "BANK", "enterprise", "某银行"))),
            Map.entry("/{slug}/registration", form(Map.of("enterprise", "某公司", "consent", "yes"))),
            Map.entry(
                    "/{slug}/console/registrations/{id}/verification",
                    form(Map.of()).spending(Thing.ENTERPRISE)),
            Map.entry(
                    "/{slug}/console/registrations/{id}/refusal",
                    form(Map.of("reason", "资料不符。")).spending(Thing.ENTERPRISE)),
            Map.entry(
                    "/{slug}/console/registrations/{id}/transfer-code",
                    form(Map.of()).spending(Thing.ENTERPRISE)),
            Map.entry("/{slug}/enterprise/code", form(Map.of("code", "000000"))),
            Map.entry("/{slug}/enterprise/members", form(Map.of("name", "钱某", "username", "q"))),
            Map.entry(
                    "/{slug}/enterprise/members/{accountId}/disable",
                    form(Map.of()).spending(Thing.ASSISTANT)),
            Map.entry(
                    "/{slug}/enterprise/members/{accountId}/enable",
                    form(Map.of()).spending(Thing.ASSISTANT)),
            Map.entry(FIRMS + "/new", form(Map.of("creditCode", "91441200XXXX00003", "name", "三厂", "evidence", "执照"))),
            Map.entry(FIRMS + "/export", form(Map.of("format", "csv", "table", "honours"))),
            Map.entry(
                    FIRMS + "/import",
                    new Case(Kind.UPLOAD, Map.of("asOf", "2026-01-05", "evidence", "名单"), null, false)),
            Map.entry(FIRMS + "/import/{table}/confirmation", form(Map.of()).spending(Thing.FIRM_TABLE)),
            Map.entry(FIRMS + "/import/{table}/discard", form(Map.of()).spending(Thing.FIRM_TABLE)),
            Map.entry(FIRM + "/facts", form(FACTS)),
            Map.entry(FIRM + "/years/{year}", form(FIGURES)),
            Map.entry(FIRM + "/facts/{fact}/answer", form(ANSWER).spending(Thing.FIRM_FACT)),
            Map.entry(FIRM + "/items/new", form(HONOUR)),
            Map.entry(FIRM + "/items/{item}", form(HONOUR).spending(Thing.FIRM_ITEM)),
            Map.entry(
                    FIRM + "/items/{item}/closing",
                    form(Map.of("reason", "证书被取消。")).spending(Thing.FIRM_ITEM)),
            Map.entry(FIRM + "/items/{item}/answer", form(ANSWER).spending(Thing.DECLARED_ITEM)),
            Map.entry(RULES, form(Map.of("programme", Thing.RULE_PROGRAMME.slot()))),
            Map.entry(
                    RULES + "/upload",
                    new Case(Kind.UPLOAD, Map.of("programme", Thing.RULE_PROGRAMME.slot()), null, false)),
            Map.entry(RULES + "/rates", form(Map.of("name", "lpr-5y", "label", "5年期以上LPR", "kept", "2026-01-05"))),
            Map.entry(RULES + "/rates/{entryId}/confirmation", form(Map.of()).spending(Thing.RATE_ENTRY)),
            Map.entry(RULES + "/rates/{entryId}/withdrawal", form(Map.of()).spending(Thing.RATE_ENTRY)),
            Map.entry(RULES + "/judged", form(Map.of("do", "add", "label", "项目符合产业方向"))),
            Map.entry(PROGRAMMES, form(Map.of("programme", Thing.RULE_PROGRAMME.slot()))),
            Map.entry(
                    PROGRAMME + "/form",
                    form(Map.of("revision", "0", "do", "add:window", "title", "奖励"))
                            .spending(Thing.PROGRAMME_DRAFT)),
            Map.entry(
                    PROGRAMME + "/publication",
                    form(Map.of("revision", "0", "note", "核对无误。")).spending(Thing.PROGRAMME_DRAFT)),
            Map.entry(PROGRAMME + "/deletion", form(Map.of()).spending(Thing.PROGRAMME_DRAFT)),
            Map.entry(
                    RULE + "/form",
                    form(Map.of("revision", "0", "do", "save", "name", "奖励")).spending(Thing.RULE)),
            Map.entry(
                    RULE + "/text",
                    form(Map.of("revision", "0", "text", "name: 奖励")).spending(Thing.RULE)),
            Map.entry(RULE + "/deletion", form(Map.of()).spending(Thing.RULE)),
            Map.entry(RULE + "/test", form(Map.of("revision", "0"))),
            Map.entry(
                    RULE + "/publication",
                    form(Map.of("revision", "0", "from", "2027-01-01", "note", "发布。", "transition", "OPENED"))),
            Map.entry(RULE + "/agreement", form(Map.of()).lacking()),
            Map.entry(RULE + "/decline", form(Map.of()).lacking()),
            Map.entry(RULE + "/cases/new", form(RULE_CASE)),
            Map.entry(RULE + "/cases/{caseId}", form(RULE_CASE)),
            Map.entry(RULE + "/trial", form(Map.of("source", "REGISTER", "budget", "100"))),
            Map.entry(RULE + "/trial/{trialId}/export", form(Map.of()).lacking()),
            Map.entry(RULE + "/cases/{caseId}/deletion", form(Map.of()).spending(Thing.RULE_CASE)),
            Map.entry(OWN_FIRM + "/facts", form(FACTS)),
            Map.entry(OWN_FIRM + "/years/{year}", form(FIGURES)),
            Map.entry(OWN_FIRM + "/items/new", form(HONOUR)),
            Map.entry(OWN_FIRM + "/items/{item}/taking-back", form(Map.of()).spending(Thing.DECLARED_ITEM)),
            Map.entry(
                    "/api/v1/{slug}/subsidies/{code}/applications", new Case(Kind.JSON, Map.of("", "{}"), null, false)),
            Map.entry("/api/v1/{slug}/subsidies/{code}/reviews", new Case(Kind.JSON, Map.of("", "{}"), null, false)),
            Map.entry("/api/v1/{slug}/subsidies/{code}/notices", new Case(Kind.JSON, Map.of("", "{}"), null, false)),
            Map.entry(
                    "/api/v1/{slug}/subsidies/{code}/disbursements",
                    new Case(Kind.JSON, Map.of("", "{}"), null, false)),
            Map.entry("/{slug}/subsidies/{code}/subscription", form(Map.of("act", "on"))),
            Map.entry(OWN_CASES, form(Map.of("programme", Thing.PROGRAMME.slot()))),
            Map.entry(OWN_CASE + "/enterprise", form(Map.of("f-registered-here", "true"))),
            Map.entry(OWN_CASE + "/financing", form(Map.of("f-loans-none", "yes"))),
            Map.entry(OWN_CASE + "/account", form(Map.of("holder", "某公司"))),
            Map.entry(OWN_CASE + "/submission", form(Map.of("declared", "yes"))),
            Map.entry(OWN_CASE + "/corrections", form(Map.of("answer-1", "已更正。"))),
            Map.entry(OWN_CASE + "/withdrawal", form(Map.of("reason", "不申报了。"))),
            Map.entry(OWN_CASE + "/appeal", form(Map.of("words", "我们认为符合全部条件。"))),
            Map.entry(OWN_CASE + "/confirmation", form(Map.of("holder", "某公司"))),
            Map.entry(OWN_CASE + "/materials", new Case(Kind.UPLOAD, Map.of("material", "contract"), null, false)),
            Map.entry(
                    OWN_CASE + "/materials/reuse",
                    form(Map.of("material", "contract", "file", "1")).lacking()),
            Map.entry(OWN_CASE + "/materials/{material}/removal", form(Map.of()).spending(Thing.MATERIAL)),
            Map.entry(CASE + "/acceptance", form(Map.of())),
            Map.entry(CASE + "/corrections", form(Map.of("wrong-account", "户名不符。"))),
            Map.entry(CASE + "/lapse", form(Map.of())),
            Map.entry(CASE + "/first-review", form(Map.of("decision", "preview"))),
            Map.entry(CASE + "/second-review", form(Map.of("decision", "confirm"))),
            Map.entry(CASE + "/revocation", form(Map.of("revocation", "企业主动放弃。"))),
            Map.entry(CASE + "/clawback", form(Map.of("amount", "1元", "ground", "多领利息。", "clause", "第九条"))),
            Map.entry(
                    CASE + "/clawback/closing",
                    form(Map.of("decision", "returned", "remark", "已到账。")).lacking()),
            Map.entry("/{slug}/console/batches", form(Map.of("title", "会议", "meetingOn", "2026-01-05"))),
            Map.entry("/{slug}/console/batches/{batch}/decision", form(Map.of("minutes", "会议纪要"))),
            Map.entry("/{slug}/console/batches/{batch}/notice", form(Map.of("title", "名单公示"))),
            Map.entry(
                    "/{slug}/notices/{notice}/objections",
                    form(Map.of(
                                    "application",
                                    Thing.APPLICATION.slot(),
                                    "name",
                                    "群众",
                                    "contact",
                                    "12345",
                                    "words",
                                    "认为这家企业不符合条件。"))
                            .lacking()),
            Map.entry("/{slug}/notices/{notice}/closing", form(Map.of())),
            Map.entry("/{slug}/console/complaints/{complaint}/decision", form(Map.of("decision", "reject"))),
            Map.entry(
                    "/{slug}/console/disbursements",
                    form(Map.of("pick-1", "yes")).lacking()),
            Map.entry("/{slug}/console/disbursements/{disbursement}/account", form(Map.of("ordinal", "1"))),
            Map.entry("/{slug}/console/disbursements/{disbursement}/confirmation", form(Map.of("decision", "reject"))),
            Map.entry(
                    "/{slug}/console/disbursements/{disbursement}/receipt",
                    new Case(Kind.UPLOAD, Map.of(), null, false)),
            Map.entry("/{slug}/console/offers", form(Map.of("programme", "1")).lacking()),
            Map.entry(
                    "/{slug}/console/offers/release",
                    form(Map.of("programme", "1")).lacking()),
            Map.entry(OWN_CASE + "/amendment", form(Map.of("wrong", "地址写错了。"))),
            Map.entry(OWN_CASES + "/topics", form(Map.of("topic-kind/INTEREST", "yes"))),
            Map.entry("/{slug}/unsubscribe", form(Map.of("token", "nowhere")).lacking()),
            Map.entry(
                    "/{slug}/console/applications/assignment",
                    form(Map.of("pick-1", "yes", "assignee", "-")).lacking()),
            Map.entry(
                    "/{slug}/console/applications/absence",
                    form(Map.of("act", "away", "from", "2026-01-05", "until", "2099-01-05"))),
            Map.entry("/{slug}/console/samples", form(Map.of("basis", "PAID")).lacking()),
            Map.entry("/{slug}/console/samples/{sample}/rows/{row}", form(Map.of("item-0", "yes"))),
            Map.entry(
                    "/{slug}/console/budgets",
                    form(Map.of("programme", Thing.PROGRAMME.slot(), "year", "2026", "amount", "1000"))),
            Map.entry("/{slug}/calculator", form(Map.of("way", "form", "f-size", "small"))),
            Map.entry(
                    "/api/v1/{slug}/subsidies/evaluation",
                    new Case(Kind.JSON, Map.of("", "{\"facts\":{\"size\":\"小型\"}}"), null, false)),
            Map.entry("/{slug}/sign-in", form(Map.of("token", "0123456789abcdef0123456789abcdef"))),
            Map.entry("/{slug}/sign-out", form(Map.of("walk", "1"))),
            Map.entry("/display", form(Map.of("zoom", "125"))));

    /** Which thing a variable of an address names, by where it stands. */
    private static final Map<String, Thing> NAMED = Map.ofEntries(
            Map.entry("/policies/{id}", Thing.POLICY),
            Map.entry("/policies/{id}/publication", Thing.DRAFT_POLICY),
            Map.entry("/console/policies/{versionId}", Thing.DRAFT),
            Map.entry("/console/passages/{versionId}", Thing.VERSION),
            Map.entry("{passageId}", Thing.PASSAGE),
            Map.entry("/questions/{id}", Thing.QUESTION),
            Map.entry("/runs/{id}", Thing.RUN),
            Map.entry("/sessions/{id}", Thing.SESSION),
            Map.entry("/tokens/{id}", Thing.TOKEN),
            Map.entry("{provider}", Thing.IDENTITY_PROVIDER),
            Map.entry("/identities/{id}", Thing.IDENTITY_LINK),
            Map.entry("/account/bureaus/{id}", Thing.COUNTERPART),
            Map.entry("/outbox/{id}", Thing.LETTER),
            Map.entry("/inbox/{id}", Thing.NOTICE),
            Map.entry("/console/people/{accountId}", Thing.ACCOUNT),
            Map.entry("/members/{accountId}", Thing.ASSISTANT),
            Map.entry("/registrations/{id}", Thing.ENTERPRISE),
            Map.entry("/console/privacy/{id}", Thing.REQUEST),
            Map.entry("/exports/{id}", Thing.EXPORT),
            Map.entry("/console/enterprises/{enterprise}", Thing.FIRM),
            Map.entry("/facts/{fact}", Thing.FIRM_FACT),
            Map.entry("/items/{item}", Thing.FIRM_ITEM),
            Map.entry("/items/{item}/answer", Thing.DECLARED_ITEM),
            Map.entry("/profile/items/{item}/taking-back", Thing.DECLARED_ITEM),
            Map.entry("/import/{table}", Thing.FIRM_TABLE),
            Map.entry("/console/rules/{ruleId}", Thing.RULE),
            Map.entry("/cases/{caseId}", Thing.RULE_CASE),
            Map.entry("/trial/{trialId}", Thing.RULE_TRIAL),
            Map.entry("/rates/{entryId}", Thing.RATE_ENTRY),
            Map.entry("/console/programmes/{programmeVersion}", Thing.PROGRAMME_DRAFT),
            Map.entry("/subsidies/{code}", Thing.PROGRAMME),
            Map.entry("{application}", Thing.APPLICATION),
            Map.entry("{material}", Thing.MATERIAL),
            Map.entry("{batch}", Thing.BATCH),
            Map.entry("{notice}", Thing.PUBLIC_NOTICE),
            Map.entry("{complaint}", Thing.COMPLAINT),
            Map.entry("{disbursement}", Thing.DISBURSEMENT),
            Map.entry("{sample}", Thing.SAMPLE),
            Map.entry("{row}", Thing.SAMPLE_ROW),
            Map.entry("/bureaus/{bureau}", Thing.BUREAU),
            Map.entry("{conversation}", Thing.CONVERSATION));

    /** Variables that name no thing of anybody. */
    private static final Map<String, String> CONSTANTS = Map.of(
            "number",
            "1",
            "kind",
            "account.invitation",
            "part",
            "reading",
            "version",
            "0",
            "path",
            "css/base.css",
            "year",
            "2025");

    private RouteCases() {}

    enum Kind {
        FORM,
        JSON,
        UPLOAD
    }

    /**
     * What is sent.
     *
     * @param fields of the form; for JSON the body under the empty name
     * @param spent the thing that is no more what it was when the request was taken
     * @param mayLack whether an own thing need not have the part that the form names
     */
    record Case(
            Kind kind, Map<String, String> fields, @Nullable Thing spent, boolean mayLack) {
        Case lacking() {
            return new Case(kind, fields, spent, true);
        }

        Case spending(Thing thing) {
            return new Case(kind, fields, thing, mayLack);
        }
    }

    /** What is sent to a route that writes. */
    static Case posted(String template) {
        Case found = CASES.get(template);
        if (found == null) {
            throw new AssertionError("RouteCases does not say what is sent to POST " + template);
        }
        return found;
    }

    /** The address with the slots of things in the place of its variables; {@code slug} stays. */
    static String slotted(String template) {
        Matcher variable = VARIABLE.matcher(template);
        StringBuilder slotted = new StringBuilder();
        while (variable.find()) {
            variable.appendReplacement(
                    slotted, Matcher.quoteReplacement(slot(template, variable.group(1), variable.end())));
        }
        return variable.appendTail(slotted).toString();
    }

    private static String slot(String template, String name, int end) {
        if (name.equals("slug")) {
            return "{slug}";
        }
        String constant = CONSTANTS.get(name);
        if (constant != null) {
            return constant;
        }
        String upToHere = template.substring(0, end);
        return NAMED.entrySet().stream()
                .filter(named -> template.equals(named.getKey())
                        || template.endsWith(named.getKey())
                        || upToHere.endsWith(named.getKey()))
                // The longer name knows better: a policy to be published is one that has a draft.
                .max(Comparator.comparingInt(named -> named.getKey().length()))
                .map(named -> named.getValue().slot())
                .orElseThrow(() -> new AssertionError("RouteCases does not say what {" + name + "} is in " + template));
    }

    private static Case form(Map<String, String> fields) {
        return new Case(Kind.FORM, fields, null, false);
    }
}
