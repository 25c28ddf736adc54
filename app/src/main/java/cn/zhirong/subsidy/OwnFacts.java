package cn.zhirong.subsidy;

import cn.zhirong.access.Person;
import cn.zhirong.enterprise.Enterprises;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Payment;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the bureau knows of the firm that a person acts for. */
@Singleton
public class OwnFacts {
    private final Enterprises enterprises;
    private final Grants grants;

    OwnFacts(Enterprises enterprises, Grants grants) {
        this.enterprises = enterprises;
        this.grants = grants;
    }

    /**
     * What is known.
     *
     * @param enterprise its number in the register; null where the person acts for none
     * @param name of the firm; empty where there is none
     * @param paid what it was granted
     */
    public record Known(@Nullable Long enterprise, String name, Facts facts, List<Payment> paid) {
        public Known {
            paid = List.copyOf(paid);
        }

        /** Of nobody. */
        public static final Known NOTHING = new Known(null, "", Facts.none(), List.of());
    }

    /** What is known on the day; nothing for those who act for no firm that was verified. */
    public Known of(Tenant tenant, @Nullable Person person, LocalDate day) {
        Optional<Profile> profile = person == null ? Optional.empty() : enterprises.own(tenant, person);
        return profile.map(one -> of(tenant, one, day)).orElse(Known.NOTHING);
    }

    /** What is known of a firm of the register. */
    public Known of(Tenant tenant, Profile profile, LocalDate day) {
        return new Known(
                profile.id(),
                profile.name(),
                EnterpriseFacts.of(profile, day, tenant.profile().region().code()),
                grants.of(tenant, profile.id()));
    }
}
