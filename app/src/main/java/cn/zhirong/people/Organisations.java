package cn.zhirong.people;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Action;
import cn.zhirong.access.Audit;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.EnterpriseVerified;
import cn.zhirong.access.Letters;
import cn.zhirong.access.Notices;
import cn.zhirong.access.OrganisationKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.access.Secrets;
import cn.zhirong.access.SiteAddress;
import cn.zhirong.kernel.CreditCode;
import cn.zhirong.privacy.Consents;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Organisations of a bureau: added by its director, or enterprises that register themselves and are verified. */
@Singleton
public class Organisations {
    /** How long a transfer code is good: a transfer takes a working day, people take a week. */
    static final Duration CODE_LIFE = Duration.ofDays(14);

    /** Guesses at a code of six digits. */
    static final int CODE_TRIES = 5;

    static final int LONGEST_NAME = 100;
    static final int LONGEST_REASON = 200;
    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OrganisationRepository repository;
    private final Accounts accounts;
    private final Consents consents;
    private final ApplicationEventPublisher<EnterpriseVerified> publisher;
    private final Audit audit;
    private final BeanProvider<Letters> letters;
    private final BeanProvider<Notices> notices;
    private final SiteAddress site;
    private final Clock clock;

    Organisations(
            OrganisationRepository repository,
            Accounts accounts,
            Consents consents,
            ApplicationEventPublisher<EnterpriseVerified> publisher,
            Audit audit,
            BeanProvider<Letters> letters,
            BeanProvider<Notices> notices,
            SiteAddress site,
            Clock clock) {
        this.letters = letters;
        this.notices = notices;
        this.site = site;
        this.repository = repository;
        this.accounts = accounts;
        this.consents = consents;
        this.publisher = publisher;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an enterprise types to register.
     *
     * @param enterprise its name as registered
     * @param creditCode as typed
     * @param person who registers it and becomes its owner
     * @param username the name to sign in with
     * @param email for letters, may be empty
     * @param agreed whether the person agreed to the privacy notice
     */
    record Registration(
            String enterprise, String creditCode, String person, String username, String email, boolean agreed) {}

    /** One of this tenant. */
    OrganisationRow find(Tenant tenant, long id) {
        return repository.find(tenant.id(), id).orElseThrow(Refusal::notFound);
    }

    List<OrganisationRow> all(Tenant tenant) {
        return repository.findAll(tenant.id());
    }

    List<OrganisationRow> enterprises(Tenant tenant, OrganisationState state) {
        return repository.findEnterprises(tenant.id(), state);
    }

    /** Adds a partner of the bureau, known to it: nobody needs to verify it. */
    @Transactional
    OrganisationRow add(Tenant tenant, String actor, OrganisationKind kind, String typedName, String typedCode) {
        String name = name(typedName);
        CreditCode code = typedCode.isBlank() ? null : code(typedCode);
        if (code != null) {
            free(tenant, kind, code);
        }
        OrganisationRow row = save(tenant, kind, name, code, OrganisationState.VERIFIED, actor);
        audit.record(tenant, actor, "organisation.add", "organisation/" + row.key(), kind + " " + name);
        tellVerified(tenant, actor, row);
        return row;
    }

    /** The number of a partner of the bureau that is no enterprise, added under this name. */
    @Transactional
    public long addPartner(Tenant tenant, String actor, OrganisationKind kind, String name) {
        return add(tenant, actor, kind, name, "").key();
    }

    /** The number of an enterprise that is known to the bureau, for people to act for it; added where it is not there. */
    @Transactional
    public long addEnterprise(Tenant tenant, String actor, String name, CreditCode code) {
        OrganisationRow there = repository
                .findByCode(tenant.id(), OrganisationKind.ENTERPRISE, code.value())
                .orElse(null);
        return there != null
                ? there.key()
                : add(tenant, actor, OrganisationKind.ENTERPRISE, name, code.value())
                        .key();
    }

    /**
     * Registers an enterprise with its owner; gives the link by which the owner comes in first.
     *
     * @throws Refusal with all that is wrong
     */
    @Transactional
    String register(Tenant tenant, Registration typed) {
        check(tenant, typed);
        String name = name(typed.enterprise());
        CreditCode code = code(typed.creditCode());
        free(tenant, OrganisationKind.ENTERPRISE, code);
        OrganisationRow row =
                save(tenant, OrganisationKind.ENTERPRISE, name, code, OrganisationState.PENDING, typed.username());
        Person owner = accounts.create(
                tenant,
                "system",
                typed.username(),
                typed.person(),
                Role.ENTERPRISE_OWNER,
                row.key(),
                typed.email().isBlank() ? null : typed.email());
        audit.record(tenant, owner.username(), "organisation.register", "organisation/" + row.key(), code.value());
        consents.give(tenant, owner);
        notices.ifPresent(it -> it.tellWhoMay(
                tenant,
                Action.REGISTRATION_VERIFY,
                owner.username(),
                "registration " + row.key(),
                "enterprise.waiting",
                Map.of("企业", name),
                "/" + tenant.slug() + "/console/registrations/" + row.key()));
        return accounts.issue(owner, CredentialKind.LINK);
    }

    /** An officer has seen the papers of a registered enterprise. */
    @Transactional
    void verify(Tenant tenant, String actor, long id) {
        decide(tenant, actor, id, OrganisationState.VERIFIED, "OFFICER", "");
    }

    /** It is not who it says; its credit code is free again and its people can no longer sign in. */
    @Transactional
    void refuse(Tenant tenant, String actor, long id, String reason) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw Refusal.badField("reason", "请写明原因，1 至 " + LONGEST_REASON + " 个字；企业会看到。");
        }
        decide(tenant, actor, id, OrganisationState.REFUSED, "OFFICER", reason.strip());
    }

    /** A new code for the remark of a transfer, told once; older ones are dead. */
    @Transactional
    String transferCode(Tenant tenant, String actor, long id) {
        OrganisationRow row = find(tenant, id);
        if (row.state() != OrganisationState.PENDING) {
            throw Refusal.conflict("decided", "这家企业" + row.state().label() + "，不需要核验码。");
        }
        String code = String.format("%06d", RANDOM.nextInt(CODES));
        repository.removeCode(tenant.id(), id);
        repository.addCode(
                tenant.id(),
                id,
                digest(tenant, id, code),
                actor,
                clock.instant(),
                clock.instant().plus(CODE_LIFE),
                CODE_TRIES);
        audit.record(tenant, actor, "organisation.transfer-code", "organisation/" + id, "");
        return code;
    }

    /** Whether the enterprise may type a code now. */
    boolean awaitsCode(Tenant tenant, long id) {
        return repository
                .codeExpires(tenant.id(), id)
                .filter(clock.instant()::isBefore)
                .isPresent();
    }

    /**
     * The enterprise typed the code that it read in its bank statement. A try is counted even when the answer is no; a right one
     * is used up, the result written and told in one transaction.
     */
    @Transactional
    boolean redeemCode(Tenant tenant, Person owner, String typed) {
        long id = own(owner);
        if (repository.tryCode(tenant.id(), id, clock.instant()) != 1) {
            throw Refusal.conflict("no-code", "核验码已过期或者试错满 " + CODE_TRIES + " 次，请联系本单位重新打款。");
        }
        String code = typed.replaceAll("\\s", "");
        if (repository.countCode(tenant.id(), id, digest(tenant, id, code)) != 1) {
            audit.record(tenant, owner.username(), "organisation.wrong-code", "organisation/" + id, "");
            return false;
        }
        byTransfer(tenant, owner, id);
        return true;
    }

    /** The organisation that this person acts for. */
    static long own(Person person) {
        Long id = person.organisationId();
        if (id == null) {
            throw Refusal.notFound();
        }
        return id;
    }

    private void byTransfer(Tenant tenant, Person owner, long id) {
        // Nobody of the bureau decided: the bank account did.
        if (repository.decide(tenant.id(), id, OrganisationState.VERIFIED, null, clock.instant(), "TRANSFER", "")
                != 1) {
            throw Refusal.conflict("decided", "这家企业已经有了核验结果，请刷新页面。");
        }
        repository.removeCode(tenant.id(), id);
        audit.record(tenant, owner.username(), "organisation.verify", "organisation/" + id, "TRANSFER");
        tellVerified(tenant, owner.username(), find(tenant, id));
    }

    private void decide(Tenant tenant, String actor, long id, OrganisationState state, String how, String reason) {
        OrganisationRow row = find(tenant, id);
        if (row.createdBy().equals(actor)) {
            throw Refusal.conflict("second-person", "登记人不能核验自己登记的企业，请另一位同事核验。");
        }
        if (repository.decide(tenant.id(), id, state, actor, clock.instant(), how, reason) != 1) {
            throw Refusal.conflict("decided", "这家企业已经有了核验结果，请刷新页面。");
        }
        repository.removeCode(tenant.id(), id);
        if (state == OrganisationState.REFUSED) {
            members(tenant, id)
                    .forEach(member ->
                            accounts.disable(tenant, actor, member.person().accountId()));
        }
        write(tenant, row, state, reason);
        String action = state == OrganisationState.VERIFIED ? "organisation.verify" : "organisation.refuse";
        audit.record(tenant, actor, action, "organisation/" + id, how + " " + reason);
        if (state == OrganisationState.VERIFIED) {
            tellVerified(tenant, actor, row);
        }
    }

    /** Tells whoever keeps what is known of enterprises. */
    private void tellVerified(Tenant tenant, String actor, OrganisationRow row) {
        String code = row.creditCode();
        if (row.kind() == OrganisationKind.ENTERPRISE && code != null) {
            publisher.publishEvent(new EnterpriseVerified(tenant, actor, new CreditCode(code), row.name()));
        }
    }

    /** Tells the owners on their pages, and by letter where they gave an address. */
    private void write(Tenant tenant, OrganisationRow row, OrganisationState state, String reason) {
        String kind = state == OrganisationState.VERIFIED ? "enterprise.verified" : "enterprise.refused";
        for (Accounts.Listed member : members(tenant, row.key())) {
            Person person = member.person();
            if (person.role() != Role.ENTERPRISE_OWNER) {
                continue;
            }
            Map<String, String> fields =
                    Map.of("姓名", person.name(), "企业", row.name(), "原因", reason, "链接", site.of(tenant, "/enterprise"));
            notices.ifPresent(it -> it.tell(
                    tenant,
                    person.accountId(),
                    "registration " + row.key() + " " + state,
                    kind,
                    fields,
                    "/" + tenant.slug() + "/enterprise"));
            String email = accounts.contacts(tenant, person.accountId()).email();
            if (email != null) {
                letters.ifPresent(it -> it.write(tenant, email, kind, fields));
            }
        }
    }

    /** The accounts that act for an organisation. */
    List<Accounts.Listed> members(Tenant tenant, long id) {
        return accounts.everybody(tenant).stream()
                .filter(account -> Long.valueOf(id).equals(account.person().organisationId()))
                .toList();
    }

    private void free(Tenant tenant, OrganisationKind kind, CreditCode code) {
        if (repository.findByCode(tenant.id(), kind, code.value()).isPresent()) {
            throw Refusal.unprocessable(
                    "registered",
                    "这个统一社会信用代码已经登记。",
                    List.of(new Refusal.Field("creditCode", "这个统一社会信用代码已经登记。请向本企业的负责人要邀请链接；如被他人冒用，请联系本单位。")));
        }
    }

    private OrganisationRow save(
            Tenant tenant,
            OrganisationKind kind,
            String name,
            @Nullable CreditCode code,
            OrganisationState state,
            String actor) {
        return repository.save(new OrganisationRow(
                null,
                tenant.id(),
                kind,
                name,
                code == null ? null : code.value(),
                state,
                actor,
                clock.instant(),
                null,
                null,
                null,
                ""));
    }

    private void check(Tenant tenant, Registration typed) {
        List<Refusal.Field> wrong = new ArrayList<>();
        wrong(wrong, () -> name(typed.enterprise()));
        wrong(wrong, () -> code(typed.creditCode()));
        accounts.check(tenant, typed.username(), typed.person(), typed.email())
                .forEach(it -> wrong.add(new Refusal.Field(it.field(), it.message())));
        if (!typed.agreed()) {
            wrong.add(new Refusal.Field("consent", "请先阅读并同意个人信息处理告知。"));
        }
        if (!wrong.isEmpty()) {
            CreditCode.typed(typed.creditCode())
                    .ifPresent(code -> wrong(wrong, () -> free(tenant, OrganisationKind.ENTERPRISE, code)));
            throw Refusal.badInput("有几处需要改正。", wrong);
        }
    }

    private static void wrong(List<Refusal.Field> all, Runnable check) {
        try {
            check.run();
        } catch (Refusal refused) {
            all.addAll(refused.errors());
        }
    }

    private static String name(String typed) {
        String name = typed.strip();
        if (name.length() < 2 || name.length() > LONGEST_NAME) {
            throw Refusal.badField("enterprise", "名称须为 2 至 " + LONGEST_NAME + " 个字，与营业执照一致。");
        }
        return name;
    }

    private static CreditCode code(String typed) {
        return CreditCode.typed(typed)
                .orElseThrow(() -> Refusal.badField("creditCode", "统一社会信用代码须为 18 位，且校验码正确。请与营业执照核对。"));
    }

    private static String digest(Tenant tenant, long id, String code) {
        return Secrets.digest(tenant.id() + "/" + id + "/" + code);
    }
}
