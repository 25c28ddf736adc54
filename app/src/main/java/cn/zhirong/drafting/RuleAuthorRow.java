package cn.zhirong.drafting;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code rule_author}. */
@MappedEntity("rule_author")
record RuleAuthorRow(long tenantId, @Id long ruleId, String username) {}
