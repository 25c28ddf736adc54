package cn.zhirong.subsidy;

import cn.zhirong.rule.Beneficiary;
import cn.zhirong.rule.Payment;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code subsidy_grant}. */
@MappedEntity("subsidy_grant")
record GrantRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long enterpriseId,
        String rule,
        String benefit,
        String capGroups,
        Beneficiary beneficiary,
        String payee,
        String thing,
        String stage,
        int year,
        long fen,
        String origin,
        Instant grantedAt) {
    Payment payment() {
        Set<String> groups = Arrays.stream(capGroups.split(","))
                .filter(group -> !group.isEmpty())
                .collect(Collectors.toSet());
        return new Payment(rule, benefit, groups, beneficiary, payee, thing, stage, year, fen);
    }
}
