package cn.zhirong.web;

import cn.zhirong.tenant.Tenant;
import io.micronaut.core.bind.ArgumentBinder;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Gives controllers the tenant of the address; an unknown one is "not found" before any controller runs. The variable in the
 * address is called {@code slug}: a parameter named like a variable would be converted from it, past this binder.
 */
@Singleton
class TenantBinder implements TypedRequestArgumentBinder<Tenant> {
    private final CurrentTenant currentTenant;

    TenantBinder(CurrentTenant currentTenant) {
        this.currentTenant = currentTenant;
    }

    @Override
    public Argument<Tenant> argumentType() {
        return Argument.of(Tenant.class);
    }

    @Override
    public ArgumentBinder.BindingResult<Tenant> bind(ArgumentConversionContext<Tenant> context, HttpRequest<?> source) {
        Tenant tenant = currentTenant.of(source).orElseThrow(Refusal::notFound);
        return () -> Optional.of(tenant);
    }
}
