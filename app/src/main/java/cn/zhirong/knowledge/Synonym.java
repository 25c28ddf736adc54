package cn.zhirong.knowledge;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What people say, and what the documents say for it.
 *
 * @param said 俗称, at least two characters
 * @param formal 正式用语
 */
@Serdeable
public record Synonym(String said, String formal) {}
