package cn.zhirong.enterprise;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** The register as a list: searched, counted, gone through. */
@Singleton
class Register {
    private final EnterpriseRepository repository;
    private final Enterprises enterprises;

    Register(EnterpriseRepository repository, Enterprises enterprises) {
        this.repository = repository;
        this.enterprises = enterprises;
    }

    long count(Tenant tenant, EnterpriseFilter filter) {
        return repository.count(
                tenant.id(),
                filter.like(),
                filter.likeCode(),
                filter.zone(),
                filter.section(),
                filter.size(),
                filter.onlyWaiting(),
                filter.kind(),
                enterprises.today());
    }

    List<EnterpriseRow> search(Tenant tenant, EnterpriseFilter filter, int limit, int offset) {
        return repository.search(
                tenant.id(),
                filter.like(),
                filter.likeCode(),
                filter.zone(),
                filter.section(),
                filter.size(),
                filter.onlyWaiting(),
                filter.kind(),
                enterprises.today(),
                filter.sort(),
                limit,
                offset);
    }

    /** What is known of rows, in their order. */
    List<Profile> profiles(List<EnterpriseRow> rows) {
        return enterprises.profiles(rows);
    }

    /** All that the filter finds, some at a time, at most so many. */
    void each(Tenant tenant, EnterpriseFilter filter, int most, Consumer<Profile> consumer) {
        int size = Math.min(Enterprises.PAGE, most);
        int offset = 0;
        List<EnterpriseRow> rows;
        do {
            rows = search(tenant, filter, Math.min(size, most - offset), offset);
            profiles(rows).forEach(consumer);
            offset += rows.size();
        } while (rows.size() == size && offset < most);
    }

    List<String> zones(Tenant tenant) {
        return repository.zones(tenant.id());
    }

    /** How far the firm itself has come in registering, in words. */
    String registered(Tenant tenant, Profile profile) {
        return repository
                .registered(tenant.id(), profile.creditCode().value())
                .map(state -> switch (state) {
                    case "VERIFIED" -> "已注册，已核验";
                    case "PENDING" -> "已注册，待核验";
                    default -> "未注册";
                })
                .orElse("未注册");
    }
}
