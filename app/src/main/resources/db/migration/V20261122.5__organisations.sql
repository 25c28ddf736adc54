-- Accounts may act for an organisation of the same tenant: an enterprise, a bank, an insurer. The same bank in two tenants is two rows.
CREATE TABLE organisation (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(200) NOT NULL,
    credit_code CHAR(18) CHARACTER SET ascii COLLATE ascii_bin NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_by VARCHAR(64) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    decided_by VARCHAR(64) NULL,
    decided_at DATETIME(6) NULL,
    decided_how VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    reason VARCHAR(500) NOT NULL DEFAULT '',
    UNIQUE KEY organisation_of_tenant (tenant_id, id),
    UNIQUE KEY organisation_by_code (tenant_id, kind, credit_code),
    KEY organisation_by_state (tenant_id, state, kind),
    CONSTRAINT organisation_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    -- Whoever entered it does not verify it.
    CONSTRAINT organisation_second_person CHECK (decided_by IS NULL OR decided_by <> created_by)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE account
    ADD COLUMN organisation_id BIGINT NULL AFTER role,
    ADD CONSTRAINT account_organisation FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisation (tenant_id, id);
