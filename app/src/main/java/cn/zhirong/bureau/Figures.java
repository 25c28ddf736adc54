package cn.zhirong.bureau;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** How much there is of a bureau; nothing of what it says. */
@MappedEntity("tenant")
record Figures(@Id long tenantId, long accounts, long policies, long bytes) {
    static final Figures NONE = new Figures(0, 0, 0, 0);
}
