package cn.zhirong.enterprise;

import cn.zhirong.access.EnterpriseVerified;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/** An enterprise that registered itself and was verified is in the register. */
@Singleton
class Joining {
    private final Enterprises enterprises;

    Joining(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    @EventListener
    void verified(EnterpriseVerified verified) {
        enterprises.join(verified.tenant(), verified.actor(), verified.creditCode(), verified.name());
    }
}
