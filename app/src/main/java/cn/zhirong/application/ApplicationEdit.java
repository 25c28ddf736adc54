package cn.zhirong.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row that is being changed: what is not said stays as it was. */
final class ApplicationEdit {
    private final ApplicationRow was;
    private long ruleId;
    private LocalDate openedOn;
    private State state;
    private @Nullable LocalDate submittedOn;
    private String facts;
    private String done;
    private String account;
    private @Nullable Long amountFen;
    private @Nullable Integer budgetYear;
    private @Nullable LocalDate dueOn;
    private @Nullable String firstBy;
    private @Nullable String secondBy;
    private @Nullable Long batchId;
    private @Nullable Long noticeId;

    private ApplicationEdit(ApplicationRow was) {
        this.was = was;
        ruleId = was.ruleId();
        openedOn = was.openedOn();
        state = was.state();
        submittedOn = was.submittedOn();
        facts = was.facts();
        done = was.done();
        account = was.account();
        amountFen = was.amountFen();
        budgetYear = was.budgetYear();
        dueOn = was.dueOn();
        firstBy = was.firstBy();
        secondBy = was.secondBy();
        batchId = was.batchId();
        noticeId = was.noticeId();
    }

    static ApplicationEdit of(ApplicationRow row) {
        return new ApplicationEdit(row);
    }

    ApplicationEdit to(State next, @Nullable LocalDate due) {
        state = next;
        dueOn = due;
        return this;
    }

    /** It counts as opened on this day, under this version. */
    ApplicationEdit under(long rule, LocalDate day) {
        ruleId = rule;
        openedOn = day;
        return this;
    }

    ApplicationEdit facts(String json) {
        facts = json;
        return this;
    }

    /** The firm has gone through this part. */
    ApplicationEdit done(Task task) {
        TreeSet<String> parts = new TreeSet<>(Arrays.asList(done.split(",")));
        parts.add(task.name());
        done = parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(","));
        return this;
    }

    ApplicationEdit account(String json) {
        account = json;
        return this;
    }

    ApplicationEdit submitted(LocalDate day) {
        submittedOn = day;
        return this;
    }

    ApplicationEdit amount(long fen) {
        amountFen = fen;
        return this;
    }

    /** Nothing is decided and handed in any more. */
    ApplicationEdit undecided() {
        amountFen = null;
        submittedOn = null;
        return this;
    }

    /** In which year's budget it is reserved; null where it is not. */
    ApplicationEdit budget(@Nullable Integer year) {
        budgetYear = year;
        return this;
    }

    ApplicationEdit first(@Nullable String username) {
        firstBy = username;
        secondBy = null;
        return this;
    }

    ApplicationEdit second(String username) {
        secondBy = username;
        return this;
    }

    ApplicationEdit batch(@Nullable Long id) {
        batchId = id;
        return this;
    }

    ApplicationEdit notice(@Nullable Long id) {
        noticeId = id;
        return this;
    }

    ApplicationRow at(Instant now) {
        return new ApplicationRow(
                was.id(),
                was.tenantId(),
                was.number(),
                was.programmeId(),
                ruleId,
                was.enterpriseId(),
                was.firm(),
                was.origin(),
                state,
                was.revision() + 1,
                was.openedBy(),
                openedOn,
                was.openedAt(),
                submittedOn,
                facts,
                done,
                account,
                amountFen,
                budgetYear,
                dueOn,
                firstBy,
                secondBy,
                batchId,
                noticeId,
                now,
                was.assignee());
    }
}
