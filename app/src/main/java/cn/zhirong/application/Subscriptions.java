package cn.zhirong.application;

import cn.zhirong.access.AccountErased;
import cn.zhirong.access.Accounts;
import cn.zhirong.access.Notices;
import cn.zhirong.access.Person;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeContent.Window;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Refusal;
import io.micronaut.context.BeanProvider;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** People who want to hear of programmes: they are told when a window opens, and five working days before it closes. */
@Singleton
class Subscriptions {
    static final int WARNING = 5;

    private final SubscriptionRepository repository;
    private final Applications applications;
    private final Programmes programmes;
    private final Accounts accounts;
    private final Tenants tenants;
    private final BeanProvider<Notices> notices;

    Subscriptions(
            SubscriptionRepository repository,
            Applications applications,
            Programmes programmes,
            Accounts accounts,
            Tenants tenants,
            BeanProvider<Notices> notices) {
        this.repository = repository;
        this.applications = applications;
        this.programmes = programmes;
        this.accounts = accounts;
        this.tenants = tenants;
        this.notices = notices;
    }

    /** The programmes that a person wants to hear of. */
    Set<Long> of(Tenant tenant, Person person) {
        return repository.all(tenant.id()).stream()
                .filter(row -> row.accountId() == person.accountId())
                .map(SubscriptionRow::programmeId)
                .collect(Collectors.toSet());
    }

    /** Begins or ends it. */
    @Transactional
    Programme set(Tenant tenant, Person person, String code, boolean on) {
        Programme programme = programmes.find(tenant, code).orElseThrow(Refusal::notFound);
        if (on) {
            repository.add(tenant.id(), person.accountId(), programme.id(), applications.now());
        } else {
            repository.remove(tenant.id(), person.accountId(), programme.id());
        }
        return programme;
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "6h")
    void run() {
        tenants.all().stream()
                .filter(tenant -> !tenant.isPlatform() && !tenant.isSuspended())
                .forEach(this::tell);
    }

    /** Tells what is due today; telling again tells nothing. */
    @Transactional
    void tell(Tenant tenant) {
        List<SubscriptionRow> rows = repository.all(tenant.id());
        if (rows.isEmpty()) {
            return;
        }
        LocalDate today = applications.today();
        LocalDate soon = applications.terms(tenant).calendar().addWorkingDays(today, WARNING);
        for (Programme programme : programmes.all(tenant)) {
            for (Window window : programme.content().windows()) {
                news(window, today, soon).ifPresent(words -> tell(tenant, rows, programme, window, words));
            }
        }
    }

    /** Told within the days after it opened, and from five working days before it closes, for when the server was down. */
    private static Optional<String> news(Window window, LocalDate today, LocalDate soon) {
        if (today.isBefore(window.from()) || today.isAfter(window.until())) {
            return Optional.empty();
        }
        return Optional.of(window.until().isAfter(soon) ? "开始受理" : "即将截止");
    }

    private void tell(Tenant tenant, List<SubscriptionRow> rows, Programme programme, Window window, String words) {
        for (SubscriptionRow row : rows) {
            boolean stands = row.programmeId() == programme.id()
                    && accounts.find(tenant, row.accountId())
                            .filter(account -> !account.disabled())
                            .isPresent();
            if (stands) {
                notices.ifPresent(inbox -> inbox.tell(
                        tenant,
                        row.accountId(),
                        "window/" + programme.id() + "/" + window.from() + "/" + words,
                        "application.window",
                        Map.of(
                                "项目",
                                programme.title(),
                                "事项",
                                words,
                                "期限",
                                window.from() + " 至 " + window.until(),
                                "说明",
                                window.note()),
                        "/" + tenant.slug() + "/subsidies/" + programme.code()));
            }
        }
    }

    /** What somebody wanted to hear of goes with them. */
    @EventListener
    void erased(AccountErased account) {
        repository.all(account.tenantId()).stream()
                .filter(row -> row.accountId() == account.accountId())
                .forEach(row -> repository.remove(row.tenantId(), row.accountId(), row.programmeId()));
    }
}
