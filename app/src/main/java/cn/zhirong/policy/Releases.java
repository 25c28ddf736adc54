package cn.zhirong.policy;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What readers see begins, changes and ends here: publication with what it does to earlier versions and to documents it repeals,
 * withdrawal, repeal. Each act is one transaction with its audit entry and its outbox rows.
 */
@Singleton
class Releases {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final VersionRepository repository;
    private final TextRepository texts;
    private final Versions versions;
    private final PolicyOutbox outbox;
    private final Tenants tenants;
    private final Audit audit;
    private final Json json;
    private final Clock clock;

    Releases(
            VersionRepository repository,
            TextRepository texts,
            Versions versions,
            PolicyOutbox outbox,
            Tenants tenants,
            Audit audit,
            Json json,
            Clock clock) {
        this.repository = repository;
        this.texts = texts;
        this.versions = versions;
        this.outbox = outbox;
        this.tenants = tenants;
        this.audit = audit;
        this.json = json;
        // Instants as the database keeps them, so that what was written equals what is read.
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    /** Shows a draft to readers; {@code by} is null for the one set-up call that needs no second person. */
    @Transactional
    PolicyVersion publish(Tenant tenant, String actor, long versionId, int revision, @Nullable String by) {
        tenants.lock(tenant);
        PolicyVersion draft = versions.version(tenant, versionId);
        permit(draft, by);
        check(tenant, draft);
        DraftStore.must(repository.release(tenant.id(), versionId, revision, by, clock.instant()));
        outbox.record(tenant, versionId);
        String manner = by == null ? "set-up without a second person" : "uploaded by " + draft.uploadedBy();
        audit.record(tenant, actor, "policy.publish", "version/" + versionId, manner);
        if (draft.kind().isBinding()) {
            LocalDate start = startOf(draft);
            takePlace(tenant, actor, draft, start);
            repealOthers(tenant, actor, draft, start);
            findRepealer(tenant, actor, draft);
        }
        return versions.version(tenant, versionId);
    }

    @Transactional
    PolicyVersion withdraw(Tenant tenant, String actor, long versionId, int revision, String reason) {
        tenants.lock(tenant);
        PolicyVersion version = published(tenant, versionId);
        DraftStore.must(repository.withdraw(tenant.id(), versionId, revision));
        outbox.record(tenant, versionId);
        audit.record(tenant, actor, "policy.withdraw", "version/" + versionId, reason);
        giveBack(tenant, actor, version);
        return versions.version(tenant, versionId);
    }

    @Transactional
    PolicyVersion repeal(Tenant tenant, String actor, long versionId, int revision, LocalDate day, String by) {
        tenants.lock(tenant);
        PolicyVersion version = published(tenant, versionId);
        LocalDate start = version.startsOn();
        if (FactsCheck.inRange(day) == null || (start != null && day.isBefore(start))) {
            throw Refusal.badField("repealedOn", "废止日期须在施行日期（" + start + "）至 " + FactsCheck.LATEST + " 之间。");
        }
        markRepealed(tenant, actor, version, revision, day, by);
        return versions.version(tenant, versionId);
    }

    private static void permit(PolicyVersion draft, @Nullable String by) {
        if (draft.state() != State.DRAFT) {
            throw Refusal.conflict("not-a-draft", "这份文件现在是“" + draft.state().label() + "”，只有草稿可以发布。");
        }
        if (draft.uploadedBy().equals(by)) {
            throw Refusal.forbidden("上传人不能发布自己上传的文件，请由另一位同事复核后发布。");
        }
        if (by == null && !draft.uploadedBy().equals(PolicyDesk.COMMAND_LINE)) {
            throw Refusal.forbidden("只有命令行导入的文件可以不经第二人发布。");
        }
    }

    private void check(Tenant tenant, PolicyVersion draft) {
        List<Refusal.Field> errors = new ArrayList<>(FactsCheck.errors(draft.facts()));
        for (PolicyNotice notice : notices(tenant, draft.id())) {
            if (notice.holds()) {
                errors.add(new Refusal.Field("notices", "有一条提示须先处理：" + notice.message()));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.badInput("这份文件还不能发布，有 " + errors.size() + " 处需要处理。", errors);
        }
    }

    private List<PolicyNotice> notices(Tenant tenant, long versionId) {
        return texts.find(tenant.id(), versionId)
                .map(row -> json.readList(row.notices(), PolicyNotice.class))
                .orElse(List.of());
    }

    /** From its first day on, a new version stands in the place of the earlier ones. */
    private void takePlace(Tenant tenant, String actor, PolicyVersion newer, LocalDate start) {
        for (PolicyVersion other : siblings(tenant, newer)) {
            LocalDate until = other.supersededOn();
            boolean older = other.number() < newer.number() && other.kind().isBinding();
            if (older && (until == null || until.isAfter(start))) {
                supersede(tenant, actor, other, start, "by version " + newer.number());
            }
        }
    }

    /** What a withdrawn version had superseded holds again, until the version that follows now. */
    private void giveBack(Tenant tenant, String actor, PolicyVersion withdrawn) {
        List<PolicyVersion> left = siblings(tenant, withdrawn);
        for (PolicyVersion other : left) {
            if (other.number() < withdrawn.number() && startOf(withdrawn).equals(other.supersededOn())) {
                LocalDate next = left.stream()
                        .filter(later ->
                                later.number() > other.number() && later.kind().isBinding())
                        .map(this::startOf)
                        .min(LocalDate::compareTo)
                        .orElse(null);
                supersede(tenant, actor, other, next, "version " + withdrawn.number() + " was withdrawn");
            }
        }
    }

    private void supersede(Tenant tenant, String actor, PolicyVersion version, @Nullable LocalDate day, String detail) {
        repository.supersede(tenant.id(), version.id(), day);
        outbox.record(tenant, version.id());
        audit.record(tenant, actor, "policy.supersede", "version/" + version.id(), detail + " on " + day);
    }

    private List<PolicyVersion> siblings(Tenant tenant, PolicyVersion version) {
        return versions.versions(tenant, repository.ofPolicy(tenant.id(), version.policyId())).stream()
                .filter(other -> other.state() == State.PUBLISHED && other.id() != version.id())
                .toList();
    }

    private void repealOthers(Tenant tenant, String actor, PolicyVersion repealing, LocalDate start) {
        String by = nameOf(repealing);
        for (String name : repealed(tenant, repealing.id())) {
            for (PolicyVersion other : named(tenant, name)) {
                if (other.policyId() != repealing.policyId() && other.repealedOn() == null) {
                    markRepealed(tenant, actor, other, other.revision(), later(start, other.startsOn()), by);
                }
            }
        }
    }

    /** An old document may come into the library after the one that repealed it. */
    private void findRepealer(Tenant tenant, String actor, PolicyVersion draft) {
        for (String name : List.of(draft.documentNumber(), draft.title())) {
            if (name.isEmpty()) {
                continue;
            }
            for (long id : texts.repealing(tenant.id(), name)) {
                PolicyVersion present = versions.version(tenant, draft.id());
                PolicyVersion repealer = versions.version(tenant, id);
                boolean meant = repealed(tenant, id).stream().anyMatch(it -> bare(it).equals(name));
                if (meant
                        && repealer.policyId() != draft.policyId()
                        && repealer.kind().isBinding()
                        && present.repealedOn() == null) {
                    LocalDate day = later(startOf(repealer), present.startsOn());
                    markRepealed(tenant, actor, present, present.revision(), day, nameOf(repealer));
                }
            }
        }
    }

    private void markRepealed(
            Tenant tenant, String actor, PolicyVersion version, int revision, LocalDate day, String by) {
        String shortened = by.length() > 200 ? by.substring(0, 200) : by;
        DraftStore.must(repository.repeal(tenant.id(), version.id(), revision, day, shortened));
        outbox.record(tenant, version.id());
        audit.record(tenant, actor, "policy.repeal", "version/" + version.id(), "on " + day + " by " + shortened);
    }

    private List<String> repealed(Tenant tenant, long versionId) {
        return texts.repealedNumbers(tenant.id(), versionId)
                .map(list -> json.readList(list, String.class))
                .orElse(List.of());
    }

    private List<PolicyVersion> named(Tenant tenant, String name) {
        List<VersionRow> rows = new ArrayList<>(repository.byDocumentNumber(tenant.id(), name));
        rows.addAll(repository.byTitle(tenant.id(), bare(name)));
        return versions.versions(tenant, rows).stream()
                .filter(version -> version.state() == State.PUBLISHED)
                .distinct()
                .toList();
    }

    private PolicyVersion published(Tenant tenant, long versionId) {
        PolicyVersion version = versions.version(tenant, versionId);
        if (version.state() != State.PUBLISHED) {
            throw Refusal.conflict("not-published", "这份文件现在是“" + version.state().label() + "”，只有已发布的文件可以这样处理。");
        }
        return version;
    }

    private LocalDate startOf(PolicyVersion version) {
        return Optional.ofNullable(version.startsOn()).orElseGet(() -> LocalDate.ofInstant(clock.instant(), SHANGHAI));
    }

    private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isAfter(day) ? other : day;
    }

    private static String nameOf(PolicyVersion version) {
        return version.documentNumber().isEmpty() ? version.title() : version.documentNumber();
    }

    /** A title without the 《》 around it. */
    private static String bare(String name) {
        return Objects.requireNonNull(name).startsWith("《") && name.endsWith("》")
                ? name.substring(1, name.length() - 1)
                : name;
    }
}
