package cn.zhirong.isolation;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Counterparts;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;

/** The account of a bank's manager in another bureau, one of no other test. */
record Companion(Tenant bureau, Person person) {
    private static final Counterparts COUNTERPARTS = TestServer.get().bean(Counterparts.class);

    static Companion make() {
        Tenant bureau = TestServer.get().aBureau();
        Accounts accounts = TestServer.get().bean(Accounts.class);
        return new Companion(bureau, accounts.create(bureau, "wen", "文女士", Role.BANK_MANAGER));
    }

    /** Links it to this manager of a bureau of the walk, both ways; gives the number of the link there. */
    long linkedTo(Tenant city, Person manager) {
        COUNTERPARTS.link(city, manager, COUNTERPARTS.code(bureau, person));
        COUNTERPARTS.confirm(
                bureau, person, COUNTERPARTS.of(bureau, person).getLast().id());
        return COUNTERPARTS.of(city, manager).getLast().id();
    }

    /** The same the other way about: the code is made there. */
    void linkedBy(Tenant city, Person manager) {
        COUNTERPARTS.link(bureau, person, COUNTERPARTS.code(city, manager));
    }
}
