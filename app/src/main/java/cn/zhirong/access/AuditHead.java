package cn.zhirong.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * Where a tenant's chain ends and where it begins.
 *
 * @param lastNumber the number of its last entry, 0 where there is none
 * @param removedNumber the number of the last entry that retention removed, 0 where it removed none
 * @param removedHash the hash of that entry: the first one kept goes on from it
 */
@MappedEntity("audit_head")
record AuditHead(@Id long tenantId, long lastNumber, String lastHash, long removedNumber, String removedHash) {}
