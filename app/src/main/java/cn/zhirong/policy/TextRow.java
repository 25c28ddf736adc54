package cn.zhirong.policy;

import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code policy_text}: every column but the keys is JSON. */
@MappedEntity("policy_text")
record TextRow(
        long tenantId,
        long versionId,
        String content,
        String found,
        String citedNumbers,
        String repealedNumbers,
        String corrections,
        String notices) {}
