package cn.zhirong.command;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Audit;
import cn.zhirong.access.OrganisationKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.drafting.BundledCases;
import cn.zhirong.enterprise.DemonstrationFirms;
import cn.zhirong.kernel.Problem;
import cn.zhirong.people.Organisations;
import cn.zhirong.policy.BundledLibrary;
import cn.zhirong.policy.PolicyFiles;
import cn.zhirong.privacy.Consents;
import cn.zhirong.subsidy.BundledProgrammes;
import cn.zhirong.subsidy.ProgrammeFiles;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantFiles;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.Tenants;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Loads the demonstration bureaus with their people and policies, once; refuses to mix them with real data. A kill in the middle
 * is made good by the next start.
 */
@Singleton
class Demonstration {
    private static final String LOADED = "demonstration.load";

    private final Tenants tenants;
    private final Accounts accounts;
    private final BundledLibrary library;
    private final DemonstrationFirms firms;
    private final BundledProgrammes programmes;
    private final BundledCases cases;
    private final Organisations organisations;
    private final Consents consents;
    private final Audit audit;

    Demonstration(
            Tenants tenants,
            Accounts accounts,
            BundledLibrary library,
            DemonstrationFirms firms,
            BundledProgrammes programmes,
            BundledCases cases,
            Organisations organisations,
            Consents consents,
            Audit audit) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.library = library;
        this.firms = firms;
        this.programmes = programmes;
        this.cases = cases;
        this.organisations = organisations;
        this.consents = consents;
        this.audit = audit;
    }

    void load() {
        if (tenants.all().stream().anyMatch(tenant -> !tenant.demonstration())) {
            throw new CommandRefused("这个数据目录里有真实租户，不能装入演示数据。请去掉 --demo，或用 --data 另指定一个目录。");
        }
        Tenant shared = tenants.shared();
        if (audit.count(shared, LOADED, "all") > 0) {
            return;
        }
        TenantFiles.Loaded bureaus = TenantFiles.bundled();
        PolicyFiles.Loaded policies = PolicyFiles.bundled();
        ProgrammeFiles.Loaded subsidies = ProgrammeFiles.bundled();
        refuse(Stream.of(
                        bureaus.problems().stream().map(problem -> at("tenants/", problem)),
                        policies.problems().stream().map(problem -> at("policies/", problem)),
                        subsidies.problems().stream().map(problem -> at("tenants/", problem)))
                .flatMap(problems -> problems)
                .toList());
        library.load(shared, policies.policies());
        for (TenantProfile profile : bureaus.tenants()) {
            Tenant tenant = tenants.find(profile.slug()).orElseGet(() -> tenants.create(profile, true));
            person(tenant, "officer", "陈经办（演示）", Role.OFFICER);
            person(tenant, "reviewer", "李复核（演示）", Role.REVIEWER);
            person(tenant, "director", "周局长（演示）", Role.DIRECTOR);
            person(tenant, "auditor", "沈审计（演示）", Role.AUDITOR);
            enterprise(tenant);
            finance(tenant);
            library.load(tenant, policies.policies());
            subsidies.bureaus().stream()
                    .filter(bureau -> bureau.slug().equals(tenant.slug()))
                    .forEach(bureau -> {
                        programmes.load(tenant, bureau);
                        cases.load(tenant, bureau);
                    });
        }
        audit.record(
                shared,
                "system",
                LOADED,
                "all",
                "policies=" + policies.policies().size());
    }

    void tellHowToSignIn(int port, PrintStream out) {
        for (Tenant tenant : tenants.all()) {
            out.println("登录 " + tenant.profile().name() + "：http://localhost:" + port + "/" + tenant.slug()
                    + "/sign-in （选择演示人员，无需密码）");
        }
    }

    private void person(Tenant tenant, String username, String name, Role role) {
        if (accounts.find(tenant, username).isEmpty()) {
            accounts.create(tenant, username, name, role);
        }
    }

    /** The firms of the register, and somebody who acts for the first of them. */
    private void enterprise(Tenant tenant) {
        DemonstrationFirms.First first = firms.load(tenant);
        if (accounts.find(tenant, DemonstrationFirms.MEMBER).isEmpty()) {
            long organisation = organisations.addEnterprise(tenant, "system", first.name(), first.code());
            Person owner = accounts.create(
                    tenant, "system", DemonstrationFirms.MEMBER, "何企业（演示）", Role.ENTERPRISE_OWNER, organisation, null);
            // Whoever tries the demonstration is nobody: there is nothing to agree to.
            consents.give(tenant, owner);
        }
    }

    /** Somebody of the finance office, who confirms payments. */
    private void finance(Tenant tenant) {
        if (accounts.find(tenant, "finance").isEmpty()) {
            long office = organisations.addPartner(tenant, "system", OrganisationKind.FINANCE, "市财政局（示例）");
            accounts.create(tenant, "system", "finance", "郑财政（演示）", Role.FINANCE_OFFICE, office, null);
        }
    }

    private static Problem at(String folder, Problem problem) {
        return new Problem(folder + problem.file(), problem.line(), problem.message());
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new CommandRefused("演示数据有 " + problems.size() + " 处问题，未启动：\n"
                    + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
    }
}
