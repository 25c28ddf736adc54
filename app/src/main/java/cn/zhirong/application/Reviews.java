package cn.zhirong.application;

import cn.zhirong.access.Person;
import cn.zhirong.database.Json;
import cn.zhirong.rule.Verdict;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The two looks at an application. Each decision keeps the bytes of the trace it rests on; the second is another person's. */
@Singleton
class Reviews {
    private final Applications applications;
    private final ReviewRepository repository;
    private final Sheets sheets;
    private final Decisions decisions;
    private final Way way;
    private final Json json;

    Reviews(
            Applications applications,
            ReviewRepository repository,
            Sheets sheets,
            Decisions decisions,
            Way way,
            Json json) {
        this.applications = applications;
        this.repository = repository;
        this.sheets = sheets;
        this.decisions = decisions;
        this.way = way;
        this.json = json;
    }

    /** All of an application, the newest first. */
    List<ReviewRow> of(Tenant tenant, long application) {
        return repository.newestFirst(tenant.id(), application);
    }

    /** The last one of each of these applications, by their keys. */
    Map<Long, ReviewRow> newest(Tenant tenant, List<ApplicationRow> rows) {
        return rows.isEmpty()
                ? Map.of()
                : repository
                        .newest(
                                tenant.id(),
                                rows.stream().map(ApplicationRow::key).toList())
                        .stream()
                        .collect(Collectors.toMap(ReviewRow::applicationId, Function.identity()));
    }

    Findings findings(ReviewRow review) {
        return json.read(review.findings(), Findings.class);
    }

    /** The findings of the first look that is still to be confirmed, or none. */
    Findings standing(Tenant tenant, ApplicationRow row) {
        return first(tenant, row).map(this::findings).orElseGet(() -> Findings.none(applications.today()));
    }

    private Optional<ReviewRow> first(Tenant tenant, ApplicationRow row) {
        return of(tenant, row.key()).stream()
                .filter(review -> review.stage() == ReviewRow.Stage.FIRST)
                .findFirst();
    }

    /**
     * The sheet with these findings.
     *
     * @throws Refusal where they speak of a criterion or record that is not there
     */
    Sheet sheet(Tenant tenant, ApplicationRow row, Findings findings) {
        try {
            return sheets.sheet(tenant, row, findings);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notThere) {
            throw Refusal.badField("overrides", "改认定的条件或者记录不存在，请对照初审表填写。");
        }
    }

    /**
     * The first look.
     *
     * @param reason what the officer says of it; for a refusal it may be empty, the criteria are named by themselves
     * @throws Refusal 422 where it does not follow from the sheet
     */
    @Whole
    ApplicationRow first(Tenant tenant, Person person, long id, Findings findings, boolean pass, String reason) {
        ApplicationRow row = applications.lock(tenant, id);
        Sheet sheet = sheet(tenant, row, findings);
        if (pass && !sheet.grants()) {
            throw Refusal.unprocessable(
                    "not-eligible", "按现有事实和判断，结论是“" + sheet.verdict().label() + "”，没有可以确定的金额，不能通过。请先判断或核定，或者改为不予支持。");
        }
        if (pass) {
            Decisions.mustBeDistinct(sheet);
        }
        if (!pass && sheet.verdict() != Verdict.NOT_MET && reason.codePointCount(0, reason.length()) < 5) {
            throw Refusal.badField("reason", "各项条件没有都不符合，不予支持时须写明理由，5 至 500 个字。");
        }
        String why = pass ? reason : refusal(sheet, reason);
        decisions.keep(tenant, row, ReviewRow.Stage.FIRST, pass, sheet, why, person.username(), null);
        ApplicationEdit edit = ApplicationEdit.of(row).first(person.username());
        if (pass) {
            decisions.name(tenant, row, sheet);
            edit.amount(sheet.amount().fen());
        }
        return way.take(tenant, row, edit, pass ? Step.FIRST_PASS : Step.FIRST_REFUSE, person.username(), why);
    }

    /**
     * The second look: confirms what the first said. Approving reserves the money; evaluated once more while the firm is held, so
     * that a cap used up meanwhile is seen.
     *
     * @throws Refusal 409 for the person of the first look, or where the result is another one by now; 422 where the budget is not
     *     enough or a thing was paid for already
     */
    @Whole
    ApplicationRow second(Tenant tenant, Person person, long id, String remark) {
        ApplicationRow row = applications.lock(tenant, id);
        if (!EnumSet.of(State.FIRST_PASSED, State.FIRST_REFUSED, State.FOUND).contains(row.state())) {
            throw Refusal.conflict("state", "这份申请现在是“" + row.state().label() + "”，不能复审。请刷新页面。");
        }
        mayBeSecond(row, person);
        boolean pass = row.state() != State.FIRST_REFUSED;
        decisions.holdCaps(tenant, row, sheets.version(tenant, row, applications.today()));
        ReviewRow first = first(tenant, row).orElseThrow(Refusal::notFound);
        Sheet sheet = sheet(tenant, row, findings(first));
        if (!isSame(first, sheet)) {
            throw Refusal.conflict("outdated", "初审之后事实、规则或者已享受的补贴有了变化，结果与初审不同。请退回初审。");
        }
        String why = pass ? remark : first.reason();
        decisions.keep(tenant, row, ReviewRow.Stage.SECOND, pass, sheet, why, person.username(), first.decidedBy());
        ApplicationEdit edit = ApplicationEdit.of(row).second(person.username());
        if (row.state() == State.FOUND) {
            return way.take(tenant, row, edit, Step.RELEASE, person.username(), remark);
        }
        if (pass) {
            decisions.bind(tenant, row, sheet, edit);
        }
        return way.take(tenant, row, edit, pass ? Step.SECOND_PASS : Step.SECOND_REFUSE, person.username(), why);
    }

    /** Whether the first look comes to the same today: to the byte, and where it passed to the same sum. */
    boolean stands(Tenant tenant, ApplicationRow row) {
        return first(tenant, row)
                .map(first -> isSame(first, sheet(tenant, row, findings(first))))
                .orElse(false);
    }

    private static boolean isSame(ReviewRow first, Sheet sheet) {
        return Arrays.equals(sheet.trace().bytes(), first.trace())
                && (!first.passed() || first.amountFen() == sheet.amount().fen());
    }

    /** Back to the first look, for a reason. */
    @Whole
    ApplicationRow sendBack(Tenant tenant, Person person, long id, String reason) {
        ApplicationRow row = applications.lock(tenant, id);
        mayBeSecond(row, person);
        return way.take(tenant, row, ApplicationEdit.of(row).first(null), Step.SEND_BACK, person.username(), reason);
    }

    private static void mayBeSecond(ApplicationRow row, Person person) {
        if (person.username().equals(row.firstBy())) {
            throw Refusal.conflict("second-person", "初审是您做的，复审须由另一位同事办理。");
        }
    }

    /** Names each criterion that is not met with its clause, before what the officer says. */
    static String refusal(Sheet sheet, String reason) {
        List<String> named = new ArrayList<>(TraceReasons.unmet(sheet.trace()));
        if (!reason.isEmpty()) {
            named.add(reason);
        }
        String all = named.stream().distinct().collect(Collectors.joining("；"));
        return Texts.cut(all);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
