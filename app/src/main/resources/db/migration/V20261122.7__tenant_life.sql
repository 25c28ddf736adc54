-- A bureau lives: it is set up, stopped for a while, and one day leaves. Its row stays for good, so that its slug is never given to
-- another: old links must not lead to somebody else.
ALTER TABLE tenant
    ADD COLUMN state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ACTIVE',
    ADD COLUMN state_since DATETIME(6) NULL,
    ADD COLUMN state_reason VARCHAR(500) NOT NULL DEFAULT '',
    -- Names of features, by comma: what is not switched off is on, so that a new feature is on everywhere.
    ADD COLUMN switched_off VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    ADD COLUMN revision INT NOT NULL DEFAULT 0;

-- Days that are not what their weekday says: holidays, and the weekends that are worked for them.
CREATE TABLE calendar_day (
    tenant_id BIGINT NOT NULL,
    day DATE NOT NULL,
    working BOOLEAN NOT NULL,
    remark VARCHAR(100) NOT NULL,
    PRIMARY KEY (tenant_id, day),
    CONSTRAINT calendar_day_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What a bureau says instead of the standard text of a letter.
CREATE TABLE letter_text (
    tenant_id BIGINT NOT NULL,
    kind VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject VARCHAR(200) NOT NULL,
    body TEXT NOT NULL,
    changed_by VARCHAR(64) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, kind),
    CONSTRAINT letter_text_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Everything of a bureau in one file, made in the background and kept for a day.
CREATE TABLE tenant_export (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    asked_by VARCHAR(64) NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    size_bytes BIGINT NOT NULL DEFAULT 0,
    expires_at DATETIME(6) NULL,
    UNIQUE KEY tenant_export_of_tenant (tenant_id, id),
    CONSTRAINT tenant_export_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Its director asks, the platform confirms, and thirty days later it is done; until then either takes it back.
CREATE TABLE tenant_deletion (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    asked_by VARCHAR(64) NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    confirmed_by VARCHAR(64) NULL,
    confirmed_at DATETIME(6) NULL,
    due_at DATETIME(6) NULL,
    -- What was counted before the first row went: a kill in the middle must not make the receipt smaller.
    receipt TEXT NULL,
    UNIQUE KEY tenant_deletion_of_tenant (tenant_id),
    CONSTRAINT tenant_deletion_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    -- Nobody confirms what they asked for, and nothing is begun that nobody confirmed.
    CONSTRAINT tenant_deletion_second_person CHECK (confirmed_by IS NULL OR confirmed_by <> asked_by),
    CONSTRAINT tenant_deletion_due CHECK ((confirmed_by IS NULL) = (due_at IS NULL)),
    CONSTRAINT tenant_deletion_begun CHECK (receipt IS NULL OR confirmed_by IS NOT NULL)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
