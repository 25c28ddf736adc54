-- Entries are numbered without gaps and chained by hash, so that a change, a loss or an insertion is found; the head says where each chain ends and where retention cut it.
ALTER TABLE audit_entry
    ADD COLUMN number BIGINT NOT NULL DEFAULT 0 AFTER tenant_id,
    ADD COLUMN state_before TEXT NULL,
    ADD COLUMN state_after TEXT NULL,
    ADD COLUMN source VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    ADD COLUMN decision VARCHAR(200) NULL,
    ADD COLUMN previous_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    ADD COLUMN hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';

-- What was recorded before is chained in the order in which it was written: the same form as cn.zhirong.access.AuditHash.
SET @audit_tenant := 0, @audit_number := 0, @audit_hash := '';
UPDATE audit_entry SET
    number = (@audit_number := IF(tenant_id = @audit_tenant, @audit_number + 1, 1)),
    previous_hash = (@audit_hash := IF(tenant_id = @audit_tenant, @audit_hash, REPEAT('0', 64))),
    hash = (@audit_hash := SHA2(CONCAT(
        'zhirong-audit-1;',
        OCTET_LENGTH(CAST(@audit_tenant := tenant_id AS CHAR)), ':', tenant_id, ';',
        OCTET_LENGTH(CAST(@audit_number AS CHAR)), ':', CAST(@audit_number AS CHAR), ';',
        '27:', DATE_FORMAT(happened_at, '%Y-%m-%dT%H:%i:%s.%fZ'), ';',
        OCTET_LENGTH(actor), ':', actor, ';',
        OCTET_LENGTH(action), ':', action, ';',
        OCTET_LENGTH(object), ':', object, ';',
        OCTET_LENGTH(detail), ':', detail, ';',
        '-;-;0:;-;',
        '64:', @audit_hash, ';'), 256))
ORDER BY tenant_id, id;

ALTER TABLE audit_entry
    ALTER COLUMN number DROP DEFAULT,
    ALTER COLUMN previous_hash DROP DEFAULT,
    ALTER COLUMN hash DROP DEFAULT,
    ADD UNIQUE KEY audit_by_number (tenant_id, number);

CREATE TABLE audit_head (
    tenant_id BIGINT NOT NULL PRIMARY KEY,
    last_number BIGINT NOT NULL,
    last_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    removed_number BIGINT NOT NULL,
    removed_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    CONSTRAINT audit_head_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    CONSTRAINT audit_head_order CHECK (removed_number >= 0 AND removed_number <= last_number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO audit_head (tenant_id, last_number, last_hash, removed_number, removed_hash)
SELECT e.tenant_id, e.number, e.hash, 0, REPEAT('0', 64)
FROM audit_entry e
JOIN (SELECT tenant_id, MAX(number) AS number FROM audit_entry GROUP BY tenant_id) l
    ON l.tenant_id = e.tenant_id AND l.number = e.number;
