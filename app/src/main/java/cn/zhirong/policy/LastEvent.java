package cn.zhirong.policy;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** How far the changes of a shelf have come. */
@MappedEntity("index_event")
record LastEvent(@Id long tenantId, long position) {}
