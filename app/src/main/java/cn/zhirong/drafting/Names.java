package cn.zhirong.drafting;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** People as colleagues know them: by name, and by user name where nobody of it is left. */
@Singleton
class Names {
    private final Accounts accounts;

    Names(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The names of several, by user name. */
    Map<String, String> of(Tenant tenant, Collection<String> usernames) {
        Map<String, String> names = new HashMap<>();
        usernames.forEach(one -> names.computeIfAbsent(one, username -> of(tenant, username)));
        return names;
    }

    /** The name of whoever has this user name. */
    String of(Tenant tenant, String username) {
        return accounts.find(tenant, username).map(Person::name).orElse(username);
    }
}
