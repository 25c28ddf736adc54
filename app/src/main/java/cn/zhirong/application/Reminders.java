package cn.zhirong.application;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Action;
import cn.zhirong.access.Person;
import cn.zhirong.enterprise.Enterprises;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.tenant.WorkCalendar;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people what is new of what they follow, and reminds them of what ends: before a window closes, before the time to object is
 * over, and before a clock of their own firm runs out. Each once, and never after its day.
 */
@Singleton
class Reminders {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private static final Map<State, String> OWN = Map.of(
            State.CORRECTING, "提交补正",
            State.OFFERED, "确认是否享受",
            State.CLAWING, "退回补贴",
            State.REFUSED, "提出申诉（对结果没有意见的不用理会）");

    private final SubscriptionRepository repository;
    private final Applications applications;
    private final Programmes programmes;
    private final PublicNotices publications;
    private final Enterprises enterprises;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Messenger messenger;
    private final FirmRepository firms;
    private final RunningClocks running;

    Reminders(
            SubscriptionRepository repository,
            Applications applications,
            Programmes programmes,
            PublicNotices publications,
            Enterprises enterprises,
            Accounts accounts,
            Tenants tenants,
            Messenger messenger,
            FirmRepository firms,
            RunningClocks running) {
        this.repository = repository;
        this.applications = applications;
        this.programmes = programmes;
        this.publications = publications;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.tenants = tenants;
        this.messenger = messenger;
        this.firms = firms;
        this.running = running;
    }

    @Scheduled(initialDelay = "20m", fixedDelay = "6h")
    void run() {
        tenants.all().stream()
                .filter(tenant -> !tenant.isPlatform() && !tenant.isSuspended())
                .forEach(this::tellOrLog);
    }

    /** What fails in one bureau keeps no other waiting. */
    private void tellOrLog(Tenant tenant) {
        try {
            tell(tenant);
        } catch (RuntimeException e) {
            LOG.warn("reminders of {} failed", tenant.slug(), e);
        }
    }

    /** Tells what is due today; telling again tells nothing. Gives how much was told. */
    @Whole
    int tell(Tenant tenant) {
        return tellFollowers(tenant) + tellFirms(tenant);
    }

    private int tellFollowers(Tenant tenant) {
        Map<Long, Set<Long>> single = new HashMap<>();
        repository
                .all(tenant.id())
                .forEach(row -> single.computeIfAbsent(row.accountId(), key -> new HashSet<>())
                        .add(row.programmeId()));
        Map<Long, Set<String>> topics = new HashMap<>();
        repository
                .topics(tenant.id())
                .forEach(row -> topics.computeIfAbsent(row.accountId(), key -> new HashSet<>())
                        .add(row.topic()));
        if (single.isEmpty() && topics.isEmpty()) {
            return 0;
        }
        List<Person> followers = Stream.concat(single.keySet().stream(), topics.keySet().stream())
                .distinct()
                .flatMap(id -> accounts.find(tenant, id).stream())
                .filter(account -> !account.disabled())
                .map(Accounts.Listed::person)
                .toList();
        int told = 0;
        for (Programme programme : programmes.all(tenant)) {
            List<News> news = new java.util.ArrayList<>(News.of(
                    programme, programmes.published(tenant, programme), calendar(tenant), applications.today()));
            news.addAll(objections(tenant, programme));
            for (Person person : followers) {
                long id = person.accountId();
                boolean follows = single.getOrDefault(id, Set.of()).contains(programme.id())
                        || topics.getOrDefault(id, Set.of()).stream()
                                .anyMatch(key -> new Topic(key, "").isOf(programme));
                if (follows) {
                    told += tell(tenant, programme, person, news);
                }
            }
        }
        return told;
    }

    private int tell(Tenant tenant, Programme programme, Person person, List<News> news) {
        int told = 0;
        for (News one : news) {
            if (one.reminder() && hasApplied(tenant, programme, person)) {
                continue;
            }
            Map<String, String> fields =
                    Map.of("项目", programme.title(), "事项", one.words(), "期限", one.when(), "说明", one.note());
            if (messenger.once(
                    tenant, person, one.cause(), "application.window", fields, "/subsidies/" + programme.code())) {
                told++;
            }
        }
        return told;
    }

    /** The time to object to what was made public of a programme. */
    private List<News> objections(Tenant tenant, Programme programme) {
        return publications.of(tenant, List.of(programme)).stream()
                .filter(notice -> !applications.today().isAfter(notice.closesOn()))
                .flatMap(notice -> Optional.of(
                        News.stage(calendar(tenant), notice.opensOn(), notice.closesOn(), applications.today()))
                        .filter(stage -> stage > 0)
                        .map(stage -> new News(
                                "objection/" + notice.id() + "/" + stage,
                                "的公示即将结束",
                                "至 " + notice.closesOn(),
                                "有异议的，请在公示期内提出：" + notice.title(),
                                true))
                        .stream())
                .toList();
    }

    /** Whether the firm of this person handed in an application that is under way or was decided this year. */
    private boolean hasApplied(Tenant tenant, Programme programme, Person person) {
        LocalDate today = applications.today();
        Optional<Profile> firm = enterprises.own(tenant, person);
        return firm.isPresent()
                && applications.ofFirm(tenant, firm.get().id()).stream()
                        .anyMatch(row -> row.programmeId() == programme.id()
                                && row.state() != State.WITHDRAWN
                                && row.submittedOn() != null
                                && since(programme, today)
                                        .isBefore(row.submittedOn().plusDays(1)));
    }

    /** What was handed in before the window that is open today counts for an earlier one. */
    private static LocalDate since(Programme programme, LocalDate today) {
        return programme.content().windows().stream()
                .filter(window -> !today.isBefore(window.from()) && !today.isAfter(window.until()))
                .map(window -> window.from())
                .findFirst()
                .orElse(today.withDayOfYear(1));
    }

    private int tellFirms(Tenant tenant) {
        int told = 0;
        Terms terms = applications.terms(tenant);
        Map<Long, List<Person>> owners = new HashMap<>();
        List<RunningClocks.Running> some = running.after(tenant, OWN.keySet(), 0);
        while (!some.isEmpty()) {
            for (RunningClocks.Running one : some) {
                int stage = News.stage(terms.calendar(), one.began(), one.due(), terms.today());
                if (stage > 0) {
                    List<Person> people =
                            owners.computeIfAbsent(one.row().enterpriseId(), firm -> owners(tenant, firm));
                    told += tellFirm(tenant, terms, people, one, stage);
                }
            }
            some = running.after(tenant, OWN.keySet(), some.getLast().row().key());
        }
        return told;
    }

    private List<Person> owners(Tenant tenant, long enterpriseId) {
        return firms
                .organisation(tenant.id(), enterpriseId)
                .map(organisation -> accounts.of(tenant, organisation))
                .orElse(List.of())
                .stream()
                .filter(person -> person.may(Action.APPLICATION_OWN))
                .toList();
    }

    private int tellFirm(Tenant tenant, Terms terms, List<Person> people, RunningClocks.Running one, int stage) {
        ApplicationRow row = one.row();
        int told = 0;
        for (Person person : people) {
            if (messenger.once(
                    tenant,
                    person,
                    row.object() + "/" + row.state() + "/" + one.due() + "/" + stage,
                    "application.deadline",
                    Map.of(
                            "项目",
                            applications.programme(tenant, row).title(),
                            "编号",
                            row.number(),
                            "期限",
                            one.due().toString(),
                            "事项",
                            OWN.getOrDefault(row.state(), ""),
                            "剩余",
                            terms.left(one.due())),
                    "/enterprise/applications/" + row.key())) {
                told++;
            }
        }
        return told;
    }

    private WorkCalendar calendar(Tenant tenant) {
        return applications.terms(tenant).calendar();
    }
}
