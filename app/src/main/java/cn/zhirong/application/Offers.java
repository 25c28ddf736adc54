package cn.zhirong.application;

import cn.zhirong.access.Person;
import cn.zhirong.enterprise.Enterprises;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * 免申即享 as the bureau does it: it goes through its register and keeps who is eligible with the trace that says so; a second
 * person chooses who is asked. What the firm does with it is {@link OwnOffers}.
 */
@Singleton
class Offers {
    /** Firms on one list; whoever is left is found by the next. */
    static final int MOST = 2_000;

    private final ApplicationRepository repository;
    private final Applications applications;
    private final Enterprises enterprises;
    private final Programmes programmes;
    private final Sheets sheets;
    private final EligibleFirms eligible;
    private final OfferList list;

    Offers(
            ApplicationRepository repository,
            Applications applications,
            Enterprises enterprises,
            Programmes programmes,
            Sheets sheets,
            EligibleFirms eligible,
            OfferList list) {
        this.repository = repository;
        this.applications = applications;
        this.enterprises = enterprises;
        this.programmes = programmes;
        this.sheets = sheets;
        this.eligible = eligible;
        this.list = list;
    }

    /** Programmes for which firms need not apply. */
    List<Programme> automatic(Tenant tenant) {
        return programmes.all(tenant).stream()
                .filter(programme -> programme.content().automatic())
                .toList();
    }

    /** How many wait on a list, or for their firm. */
    List<ApplicationRepository.Listed> listed(Tenant tenant) {
        return repository.listed(tenant.id());
    }

    /** A page of those of a programme, the ones that wait for their firm first. */
    List<ApplicationRow> page(Tenant tenant, Programme programme, Paging paging) {
        return applications.search(
                tenant,
                new Asked(Set.of(State.FOUND, State.OFFERED), "", programme.id(), 0, 0),
                paging.size(),
                paging.offset());
    }

    /**
     * Goes through the register. A firm that applied for the programme this year, is on a list, or did not want it, is passed over.
     *
     * @return how many were found
     * @throws Refusal 422 where the programme is none of these, is closed today, or has no rule
     */
    int find(Tenant tenant, Person person, long programmeId) {
        Programme programme = programmes.get(tenant, programmeId);
        RuleVersion version = sheets.inForce(tenant, programme, applications.today())
                .filter(one ->
                        programme.content().automatic() && programme.content().isOpen(applications.today()))
                .orElseThrow(() -> Refusal.unprocessable(
                        "not-automatic", "“" + programme.title() + "”不是免申即享项目，今天不受理，或者现在没有施行中的规则。"));
        int found = 0;
        for (long firm : eligible.of(tenant, version, applications.today())) {
            Profile profile = enterprises.profile(tenant, firm);
            if (list.offer(tenant, person.username(), programme, version, profile) && ++found == MOST) {
                break;
            }
        }
        list.found(tenant, person, programme, found);
        return found;
    }

    /**
     * What came of sending a list out.
     *
     * @param changed firms that get another sum by now: they were taken off the list
     */
    record Released(int sent, List<String> changed) {}

    /**
     * Asks the firms that were chosen from a list that somebody else made, one by one.
     *
     * @param chosen at least one, all of them waiting on this list
     */
    Released release(Tenant tenant, Person person, long programmeId, Set<Long> chosen) {
        programmes.get(tenant, programmeId);
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw Refusal.badField("offer", "请勾选 1 至 " + MOST + " 家企业，现在勾选了 " + chosen.size() + " 家。");
        }
        List<ApplicationRow> rows = new ArrayList<>();
        for (long id : new TreeSet<>(chosen)) {
            ApplicationRow row = list.waiting(tenant, programmeId, id);
            if (person.username().equals(row.firstBy())) {
                throw Refusal.conflict("second-person", "名单是您列的，须由另一位同事复核后发出。");
            }
            rows.add(row);
        }
        List<String> changed = new ArrayList<>();
        for (ApplicationRow row : rows) {
            if (!list.release(tenant, person, row.key())) {
                changed.add(row.firm());
            }
        }
        return new Released(rows.size() - changed.size(), List.copyOf(changed));
    }
}
