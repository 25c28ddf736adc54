-- The register of enterprises: a firm once in each tenant, what is known of it as facts and entries that are only ever added to.
-- The columns of enterprise beside its code repeat what its facts say now, so that the list can search and sort.
CREATE TABLE enterprise (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    -- Joins the organisation that registered itself under the same code; a refused one has none.
    credit_code CHAR(18) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(200) NOT NULL,
    zone VARCHAR(120) NOT NULL DEFAULT '',
    -- GB/T 4754-2017: section by its letter, code of two to four digits.
    section CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NULL,
    industry VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NULL,
    size_class VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    figures_year SMALLINT NULL,
    revenue_fen BIGINT NULL,
    staff BIGINT NULL,
    -- How many declarations an officer has yet to answer.
    waiting INT NOT NULL DEFAULT 0,
    created_by VARCHAR(64) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    UNIQUE KEY enterprise_of_tenant (tenant_id, id),
    UNIQUE KEY enterprise_by_code (tenant_id, credit_code),
    KEY enterprise_by_name (tenant_id, name),
    KEY enterprise_by_zone (tenant_id, zone),
    CONSTRAINT enterprise_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One value of one field, of a year where the field is yearly (else 0). A row without a value says that it is not known any more.
-- Amounts are fen, shares are millionths, yes and no are 1 and 0.
CREATE TABLE enterprise_fact (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    enterprise_id BIGINT NOT NULL,
    field VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    year SMALLINT NOT NULL,
    number_value BIGINT NULL,
    text_value VARCHAR(500) NULL,
    day_value DATE NULL,
    source VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    as_of DATE NOT NULL,
    evidence VARCHAR(300) NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entered_by VARCHAR(64) NOT NULL,
    entered_at DATETIME(6) NOT NULL,
    answered_by VARCHAR(64) NULL,
    answered_at DATETIME(6) NULL,
    answer VARCHAR(300) NOT NULL DEFAULT '',
    UNIQUE KEY enterprise_fact_of_tenant (tenant_id, id),
    KEY enterprise_fact_of_enterprise (tenant_id, enterprise_id, field, year),
    CONSTRAINT enterprise_fact_enterprise FOREIGN KEY (tenant_id, enterprise_id) REFERENCES enterprise (tenant_id, id),
    -- Whoever declares does not verify.
    CONSTRAINT enterprise_fact_second_person CHECK (answered_by IS NULL OR answered_by <> entered_by)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Honours, intellectual property, credit and penalties: what a firm has several of. A change closes a row and adds another.
CREATE TABLE enterprise_item (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    enterprise_id BIGINT NOT NULL,
    kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number VARCHAR(100) NOT NULL DEFAULT '',
    title VARCHAR(200) NOT NULL DEFAULT '',
    filed_on DATE NULL,
    begins_on DATE NULL,
    ends_on DATE NULL,
    status VARCHAR(40) NOT NULL DEFAULT '',
    parties VARCHAR(300) NOT NULL DEFAULT '',
    amount_fen BIGINT NULL,
    source VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    as_of DATE NOT NULL,
    evidence VARCHAR(300) NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entered_by VARCHAR(64) NOT NULL,
    entered_at DATETIME(6) NOT NULL,
    answered_by VARCHAR(64) NULL,
    answered_at DATETIME(6) NULL,
    answer VARCHAR(300) NOT NULL DEFAULT '',
    UNIQUE KEY enterprise_item_of_tenant (tenant_id, id),
    KEY enterprise_item_of_enterprise (tenant_id, enterprise_id, kind),
    KEY enterprise_item_by_kind (tenant_id, kind, state),
    CONSTRAINT enterprise_item_enterprise FOREIGN KEY (tenant_id, enterprise_id) REFERENCES enterprise (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A table that was read and not yet taken in, with what was wrong in it; its bytes go when it is decided, and nothing is left in their place.
CREATE TABLE enterprise_import (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    file_name VARCHAR(200) NOT NULL,
    content LONGBLOB NOT NULL,
    as_of DATE NOT NULL,
    evidence VARCHAR(300) NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    report LONGTEXT NOT NULL,
    created_by VARCHAR(64) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    decided_by VARCHAR(64) NULL,
    decided_at DATETIME(6) NULL,
    UNIQUE KEY enterprise_import_of_tenant (tenant_id, id),
    KEY enterprise_import_by_state (tenant_id, state),
    CONSTRAINT enterprise_import_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Those that were verified before there was a register.
INSERT INTO enterprise (tenant_id, credit_code, name, created_by, created_at, changed_at)
SELECT tenant_id, credit_code, name, created_by, created_at, created_at FROM organisation
WHERE kind = 'ENTERPRISE' AND state = 'VERIFIED' AND credit_code IS NOT NULL;
INSERT INTO enterprise_fact (tenant_id, enterprise_id, field, year, text_value, source, as_of, evidence, state, entered_by, entered_at)
SELECT tenant_id, id, 'name', 0, name, 'VERIFIED', CAST(created_at AS DATE), '企业注册核验', 'STANDS', created_by, created_at FROM enterprise;
