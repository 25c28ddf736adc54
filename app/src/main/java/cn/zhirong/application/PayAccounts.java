package cn.zhirong.application;

import cn.zhirong.access.PersonalFields;
import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.List;

/** Accounts that money goes to, as the database keeps them: sealed, in applications and in payments alike. */
@Singleton
class PayAccounts {
    /** One name for both tables: a payment takes over what stands in its application. */
    private static final String COLUMN = "subsidy.pay-account";

    private static final int AT_ONCE = 500;

    private final ApplicationRepository applications;
    private final PaymentRepository payments;
    private final PersonalFields fields;
    private final Tenants tenants;
    private final Json json;

    PayAccounts(
            ApplicationRepository applications,
            PaymentRepository payments,
            PersonalFields fields,
            Tenants tenants,
            Json json) {
        this.applications = applications;
        this.payments = payments;
        this.fields = fields;
        this.tenants = tenants;
        this.json = json;
    }

    /** What an earlier version kept in plain words. */
    @Introspected
    record Plain(long id, String account) {}

    /** As it is stored; nothing stays nothing. */
    String seal(long tenantId, Account account) {
        return account.isKnown() ? sealed(tenantId, json.write(account)) : "";
    }

    /** As it was typed; {@link Account#NONE} where nothing was. */
    Account open(long tenantId, String stored) {
        if (stored.isEmpty()) {
            return Account.NONE;
        }
        String text = PersonalFields.isSealed(stored) ? fields.open(tenantId, COLUMN, stored) : stored;
        return json.read(text, Account.class);
    }

    @EventListener
    void started(ServerStartupEvent event) {
        tenants.all().forEach(this::sealOld);
    }

    /** Seals what an earlier version kept in plain words; gives how many that were. What is changed meanwhile is left alone. */
    int sealOld(Tenant tenant) {
        int all = 0;
        List<Plain> some = applications.plainAccounts(tenant.id(), 0, AT_ONCE);
        while (!some.isEmpty()) {
            for (Plain row : some) {
                all += applications.seal(tenant.id(), row.id(), row.account(), sealed(tenant.id(), row.account()));
            }
            some = applications.plainAccounts(tenant.id(), some.getLast().id(), AT_ONCE);
        }
        some = payments.plainAccounts(tenant.id(), 0, AT_ONCE);
        while (!some.isEmpty()) {
            for (Plain row : some) {
                all += payments.seal(tenant.id(), row.id(), row.account(), sealed(tenant.id(), row.account()));
            }
            some = payments.plainAccounts(tenant.id(), some.getLast().id(), AT_ONCE);
        }
        return all;
    }

    private String sealed(long tenantId, String text) {
        return fields.seal(tenantId, COLUMN, text);
    }
}
