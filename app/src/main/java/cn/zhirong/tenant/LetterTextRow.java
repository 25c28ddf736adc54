package cn.zhirong.tenant;

import io.micronaut.data.annotation.MappedEntity;

/** What is read of a row of {@code letter_text}. */
@MappedEntity("letter_text")
record LetterTextRow(long tenantId, String kind, String subject, String body) {}
