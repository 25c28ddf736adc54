package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.access.Person;
import cn.zhirong.access.Secrets;
import cn.zhirong.application.SampleRepository.Candidate;
import cn.zhirong.application.SampleRow.Basis;
import cn.zhirong.database.Json;
import cn.zhirong.kernel.Money;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 抽查: a random part of what was approved or paid since the last time is looked at again by somebody who had no part in it. Each
 * case can be drawn from once, so that nobody draws until they like what they see; the seed shows how it was drawn.
 */
@Singleton
class Samples {
    /** What a checker goes through, in this order. */
    static final List<String> ITEMS = List.of("申报材料与原件一致", "企业条件属实", "金额的计算依据属实", "审核程序和公示合规", "资金到账和用途合规");

    private final SampleRepository repository;
    private final SampleCheckRepository checks;
    private final Applications applications;
    private final Clawbacks clawbacks;
    private final Tenants tenants;
    private final Audit audit;
    private final Json json;

    Samples(
            SampleRepository repository,
            SampleCheckRepository checks,
            Applications applications,
            Clawbacks clawbacks,
            Tenants tenants,
            Audit audit,
            Json json) {
        this.repository = repository;
        this.checks = checks;
        this.applications = applications;
        this.clawbacks = clawbacks;
        this.tenants = tenants;
        this.audit = audit;
        this.json = json;
    }

    long count(Tenant tenant) {
        return repository.count(tenant.id());
    }

    /** A page of all, the newest first. */
    List<SampleRow> page(Tenant tenant, Paging paging) {
        return repository.page(tenant.id(), paging.size(), paging.offset());
    }

    SampleRow find(Tenant tenant, long id) {
        return repository.find(tenant.id(), id).orElseThrow(Refusal::notFound);
    }

    List<SampleCheckRow> of(Tenant tenant, SampleRow sample) {
        return checks.of(tenant.id(), sample.key());
    }

    /** How far these samples are, by their keys; nothing where nothing was drawn. */
    Map<Long, SampleCheckRepository.Progress> progress(Tenant tenant, List<SampleRow> samples) {
        return samples.isEmpty()
                ? Map.of()
                : checks
                        .progress(
                                tenant.id(),
                                samples.stream().map(SampleRow::key).toList())
                        .stream()
                        .collect(Collectors.toMap(SampleCheckRepository.Progress::sampleId, Function.identity()));
    }

    SampleCheckRow row(Tenant tenant, long sample, long id) {
        return checks.find(tenant.id(), sample, id).orElseThrow(Refusal::notFound);
    }

    List<SampleShare> shares(SampleRow sample) {
        return json.readList(sample.shares(), SampleShare.class);
    }

    List<SampleCheckRow.Item> sheet(SampleCheckRow row) {
        return row.sheet() == null ? List.of() : json.readList(row.sheet(), SampleCheckRow.Item.class);
    }

    /** How many wait to be drawn from, by programme. */
    Map<Long, Integer> waiting(Tenant tenant, Basis basis) {
        return counted(repository.decided(tenant.id(), steps(basis), after(tenant, basis), applications.now()));
    }

    private Instant after(Tenant tenant, Basis basis) {
        return repository.lastUntil(tenant.id(), basis).orElse(Instant.EPOCH.plusSeconds(1));
    }

    private static List<String> steps(Basis basis) {
        return switch (basis) {
            case APPROVED -> List.of(Step.SECOND_PASS.name(), Step.CONFIRM.name());
            case PAID -> List.of(Step.PAY.name());
        };
    }

    private static Map<Long, Integer> counted(List<Candidate> candidates) {
        return candidates.stream()
                .collect(Collectors.toMap(Candidate::programmeId, each -> 1, Integer::sum, TreeMap::new));
    }

    /**
     * Draws from everything since the last time.
     *
     * @param percent by programme, 1 to 100 for each that has something to draw from
     */
    @Whole
    SampleRow draw(Tenant tenant, Person person, Basis basis, Map<Long, Integer> percent) {
        tenants.lock(tenant);
        Instant after = after(tenant, basis);
        Instant until = applications.now();
        List<Candidate> candidates = repository.decided(tenant.id(), steps(basis), after, until);
        if (candidates.isEmpty()) {
            throw Refusal.unprocessable("nothing-new", "上次抽取之后没有新的“" + basis.label() + "”申报可以抽查。");
        }
        List<SampleShare> shares = new ArrayList<>();
        counted(candidates).forEach((programme, of) -> {
            int share = percent.getOrDefault(programme, 0);
            if (share < 1 || share > 100) {
                throw Refusal.badField("share-" + basis + "-" + programme, "抽查比例须为 1 至 100 的整数（%）。");
            }
            shares.add(new SampleShare(programme, share, of, SampleShare.count(share, of)));
        });
        String seed = Secrets.random();
        SampleRow sample = repository.save(
                new SampleRow(null, tenant.id(), basis, after, until, seed, json.write(shares), person.username()));
        for (Candidate each : drawn(candidates, shares, seed)) {
            ApplicationRow row = applications.seen(tenant, each.id());
            checks.save(new SampleCheckRow(
                    null,
                    tenant.id(),
                    sample.key(),
                    row.key(),
                    row.firstBy(),
                    row.secondBy(),
                    person.username(),
                    null,
                    null,
                    null,
                    null));
        }
        audit.record(
                tenant,
                person.username(),
                "application.sample",
                sample.object(),
                basis.label() + "，种子 " + seed + "，" + candidates.size() + " 份抽 "
                        + shares.stream().mapToInt(SampleShare::drawn).sum() + " 份");
        return sample;
    }

    /** Of each programme those whose number, digested behind the seed, comes first. */
    static List<Candidate> drawn(List<Candidate> candidates, List<SampleShare> shares, String seed) {
        List<Candidate> drawn = new ArrayList<>();
        for (SampleShare share : shares) {
            candidates.stream()
                    .filter(each -> each.programmeId() == share.programme())
                    .sorted(Comparator.comparing(
                            each -> Reviews.sha256((seed + "/" + each.number()).getBytes(StandardCharsets.UTF_8))))
                    .limit(share.drawn())
                    .forEach(drawn::add);
        }
        return drawn;
    }

    /** Money to be asked back because of a finding. */
    record Demand(String payee, Money amount, String clause) {}

    /**
     * Keeps what was looked at.
     *
     * @param finding null where all is in order
     * @param demand null where nothing is asked back, or not yet
     * @throws Refusal 409 for whoever had a part in it, or where it was checked already
     */
    @Whole
    void check(
            Tenant tenant,
            Person person,
            long sample,
            long id,
            List<SampleCheckRow.Item> sheet,
            @Nullable String finding,
            @Nullable Demand demand) {
        SampleCheckRow row = row(tenant, sample, id);
        if (row.isOwn(person.username())) {
            throw Refusal.conflict("second-person", "这份申报是您审核或者抽取的，须由没有参与的同事核查。");
        }
        if (checks.check(tenant.id(), id, json.write(sheet), finding, person.username(), applications.now()) != 1) {
            throw Refusal.conflict("checked", "这份申报已经有了核查结果，请刷新页面。");
        }
        if (finding != null && demand != null) {
            clawbacks.demand(
                    tenant,
                    person,
                    row.applicationId(),
                    demand.payee(),
                    demand.amount(),
                    "抽查发现：" + finding,
                    demand.clause());
        }
        audit.record(
                tenant,
                AuditedChange.by(person.username(), "application.sample-check", "sample/" + sample)
                        .with("application/" + row.applicationId() + "，" + (finding == null ? "没有问题" : "发现问题"))
                        .because(finding == null ? "" : finding));
    }
}
