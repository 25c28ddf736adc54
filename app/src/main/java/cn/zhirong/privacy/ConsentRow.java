package cn.zhirong.privacy;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code privacy_consent}. */
@MappedEntity("privacy_consent")
record ConsentRow(long tenantId, long accountId, String noticeVersion, Instant givenAt) {}
