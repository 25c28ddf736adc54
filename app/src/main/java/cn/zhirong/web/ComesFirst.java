package cn.zhirong.web;

import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import java.util.Optional;

/**
 * A page that somebody who is signed in must see before they go on with what only they may do, such as a notice to agree to. What
 * is open to all and one's own account are not held back.
 */
public interface ComesFirst {
    /** What stands after the tenant's part of its address, such as {@code /account/consent}; empty where nothing comes first. */
    Optional<String> of(Tenant tenant, Person person);
}
