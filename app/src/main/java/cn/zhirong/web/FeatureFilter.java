package cn.zhirong.web;

import cn.zhirong.tenant.Feature;
import cn.zhirong.tenant.Tenant;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;

/** Keeps what a bureau switched off from being used, by the part of the address after the bureau's. */
@ServerFilter("/**")
class FeatureFilter implements Ordered {
    private final CurrentTenant currentTenant;

    FeatureFilter(CurrentTenant currentTenant) {
        this.currentTenant = currentTenant;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void check(HttpRequest<?> request) {
        Optional<Feature> feature = Feature.of(CurrentTenant.part(request.getPath()));
        if (feature.isEmpty()) {
            return;
        }
        Optional<Tenant> tenant = currentTenant.of(request);
        if (tenant.isEmpty() || tenant.get().has(feature.get())) {
            return;
        }
        switch (feature.get()) {
            case ASSISTANT -> throw Refusal.forbidden("本局暂未开放智能问答。请在政策库中查找，或者按页脚的方式联系工作人员。");
            case REGISTRATION -> throw Refusal.forbidden("本局暂未开放企业自行登记。需要账号的，请按页脚的方式联系工作人员。");
            case OPEN_LIBRARY -> {
                if (VisitorBinder.visitor(request).person() == null) {
                    throw Refusal.signInFirst();
                }
            }
        }
    }

    /** After the visitor is known. */
    @Override
    public int getOrder() {
        return 100;
    }
}
