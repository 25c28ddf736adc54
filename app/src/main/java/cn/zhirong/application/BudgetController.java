package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.kernel.Money;
import cn.zhirong.subsidy.Budgets;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What may be spent on each programme in a year, how much of it is reserved and paid. */
@Controller("/{slug}/console/budgets")
@ExecuteOn(TaskExecutors.BLOCKING)
class BudgetController {
    private final Applications applications;
    private final Programmes programmes;
    private final Budgets budgets;
    private final Pages pages;

    BudgetController(Applications applications, Programmes programmes, Budgets budgets, Pages pages) {
        this.applications = applications;
        this.programmes = programmes;
        this.budgets = budgets;
        this.pages = pages;
    }

    @Needs(Action.APPLICATION_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return list(request, HttpStatus.OK, tenant, visitor, FilledForm.NOTHING);
    }

    @Needs(Action.BUDGET_SET)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> set(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> typed) {
        try {
            FormReader form = new FormReader(typed);
            Programme programme = programmes
                    .find(tenant, form.raw("programme"))
                    .orElseThrow(() -> Refusal.badField("programme", "请选择项目。"));
            int now = applications.today().getYear();
            String written = form.raw("year");
            int year = written.matches("20[0-9]{2}") ? Integer.parseInt(written) : 0;
            if (year < now - 1 || year > now + 3) {
                form.wrong("year", "年度须在 " + (now - 1) + " 至 " + (now + 3) + " 之间。");
            }
            String words = form.raw("amount").replace(" ", "");
            Money amount = Money.written(words.matches("[0-9.,]+") ? words + "万元" : words)
                    .filter(money -> money.fen() >= 0)
                    .orElseGet(() -> {
                        form.wrong("amount", "预算金额须写成数字，单位万元，例如 500，精确到分。");
                        return Money.ZERO;
                    });
            form.check();
            set(tenant, visitor, programme, year, amount);
            return Flash.redirect(here(tenant), "“" + programme.title() + "”" + year + " 年度预算为 " + amount + "。");
        } catch (Refusal refusal) {
            return list(request, refusal.status(), tenant, visitor, FilledForm.refused(typed, refusal));
        }
    }

    /** The database itself refuses less than what is bound already, also where somebody approves at the same moment. */
    private void set(Tenant tenant, Visitor visitor, Programme programme, int year, Money amount) {
        try {
            Collisions.again(() -> {
                budgets.set(tenant, visitor.signedIn().username(), programme, year, amount);
                return true;
            });
        } catch (DataAccessException refused) {
            Money bound = budgets.of(tenant, programme).stream()
                    .filter(budget -> budget.year() == year)
                    .map(budget -> budget.reserved().plus(budget.paid()))
                    .findFirst()
                    .orElse(Money.ZERO);
            if (bound.compareTo(amount) <= 0) {
                throw refused;
            }
            throw Refusal.badField("amount", "年度预算不能少于已占用和已拨付的 " + bound + "。");
        }
    }

    private HttpResponse<String> list(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Visitor visitor, FilledForm typed) {
        List<BatchViews.Budget> rows = new ArrayList<>();
        List<Map<String, String>> options = new ArrayList<>();
        for (Programme programme : programmes.all(tenant)) {
            options.add(Map.of("value", programme.code(), "text", programme.title()));
            for (Budgets.Budget budget : budgets.of(tenant, programme).reversed()) {
                long bound = budget.reserved().plus(budget.paid()).fen();
                long all = budget.amount().fen();
                rows.add(new BatchViews.Budget(
                        programme.title(),
                        String.valueOf(budget.year()),
                        budget.amount().words(),
                        budget.reserved().words(),
                        budget.paid().words(),
                        budget.left().words(),
                        all == 0 ? "—" : bound * 100 / all + "%"));
            }
        }
        return pages.show(
                request,
                status,
                "application/console-budgets",
                new BatchViews.BudgetsView(
                        here(tenant),
                        CasePages.list(tenant),
                        rows,
                        visitor.may(Action.BUDGET_SET),
                        options,
                        String.valueOf(applications.today().getYear()),
                        typed));
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/budgets";
    }
}
