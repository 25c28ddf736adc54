package cn.zhirong.knowledge;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code hit_clause}. */
@MappedEntity("hit_clause")
record HitClauseRow(
        long tenantId,
        @Id long questionId,
        String shelf,
        long policyId,
        String path,
        String title,
        String documentNumber) {
    HitClause clause() {
        return new HitClause(shelf, policyId, path, title, documentNumber);
    }
}
