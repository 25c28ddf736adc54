package cn.zhirong.policy;

import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code document_file_piece}. */
@MappedEntity("document_file_piece")
record PieceRow(long tenantId, long fileId, int ordinal, byte[] content) {}
