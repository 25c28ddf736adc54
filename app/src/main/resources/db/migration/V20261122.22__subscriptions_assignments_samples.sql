-- Whoever objects left a way to reach them: sealed since, and taken away a year after the answer. What an earlier version wrote in
-- plain words is sealed when the server starts.
ALTER TABLE subsidy_complaint MODIFY contact VARCHAR(600) NOT NULL;
ALTER TABLE subsidy_complaint ADD COLUMN account_id BIGINT NULL;
ALTER TABLE subsidy_complaint ADD COLUMN erase_on DATE NULL;
ALTER TABLE subsidy_complaint ADD CONSTRAINT subsidy_complaint_account
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id);
ALTER TABLE subsidy_complaint ADD KEY subsidy_complaint_to_erase (tenant_id, erase_on);
UPDATE subsidy_complaint SET erase_on = DATE_ADD(DATE(decided_at), INTERVAL 365 DAY) WHERE decided_at IS NOT NULL;

-- Money comes back from whoever it was paid to; empty where that is the firm itself.
ALTER TABLE subsidy_clawback ADD COLUMN payee VARCHAR(200) NOT NULL DEFAULT '';

-- Who works on an application; nobody where it is null.
ALTER TABLE subsidy_application ADD COLUMN assignee VARCHAR(64) NULL;
ALTER TABLE subsidy_application ADD KEY subsidy_application_by_assignee (tenant_id, assignee, state);

-- Days on which somebody is not there, both included.
CREATE TABLE subsidy_absence (
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    from_on DATE NOT NULL,
    until_on DATE NOT NULL,
    PRIMARY KEY (tenant_id, account_id),
    CONSTRAINT subsidy_absence_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id),
    CONSTRAINT subsidy_absence_order CHECK (until_on >= from_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Kinds of programme, and policies whose programmes, somebody wants to hear of: kind/INTEREST, policy/code.
CREATE TABLE subsidy_topic (
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    topic VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    since DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, topic),
    CONSTRAINT subsidy_topic_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What somebody was told, or knew when they subscribed: it is never told again.
CREATE TABLE subsidy_told (
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    cause VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    told_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, cause),
    CONSTRAINT subsidy_told_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A random part of what was decided since the last sample: everybody can draw it again from its seed.
CREATE TABLE subsidy_sample (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    basis VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- What came after the last one, up to now: nothing is drawn from twice.
    after_at DATETIME(6) NOT NULL,
    until_at DATETIME(6) NOT NULL,
    seed CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Programme, share in percent, how many there were and how many were drawn.
    shares LONGTEXT NOT NULL,
    drawn_by VARCHAR(64) NOT NULL,
    UNIQUE KEY subsidy_sample_of_tenant (tenant_id, id),
    UNIQUE KEY subsidy_sample_once (tenant_id, basis, after_at),
    CONSTRAINT subsidy_sample_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    CONSTRAINT subsidy_sample_order CHECK (until_at > after_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE subsidy_sample_row (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    sample_id BIGINT NOT NULL,
    application_id BIGINT NOT NULL,
    -- Who decided it and who drew it: none of them checks it.
    first_by VARCHAR(64) NULL,
    second_by VARCHAR(64) NULL,
    drawn_by VARCHAR(64) NOT NULL,
    -- What was looked at, with what came of each.
    sheet LONGTEXT NULL,
    finding VARCHAR(1000) NULL,
    checked_by VARCHAR(64) NULL,
    checked_at DATETIME(6) NULL,
    UNIQUE KEY subsidy_sample_row_of_tenant (tenant_id, id),
    UNIQUE KEY subsidy_sample_row_once (tenant_id, sample_id, application_id),
    KEY subsidy_sample_row_of_application (tenant_id, application_id),
    CONSTRAINT subsidy_sample_row_sample FOREIGN KEY (tenant_id, sample_id) REFERENCES subsidy_sample (tenant_id, id),
    CONSTRAINT subsidy_sample_row_application FOREIGN KEY (tenant_id, application_id) REFERENCES subsidy_application (tenant_id, id),
    CONSTRAINT subsidy_sample_row_another CHECK (checked_by IS NULL
        OR (checked_by <> drawn_by AND (first_by IS NULL OR checked_by <> first_by) AND (second_by IS NULL OR checked_by <> second_by)))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What the bank answered, as it came; entered by another person than the one who put the payments together.
ALTER TABLE subsidy_disbursement ADD COLUMN settled_by VARCHAR(64) NULL;
ALTER TABLE subsidy_disbursement ADD COLUMN receipt LONGTEXT NULL;
ALTER TABLE subsidy_disbursement ADD CONSTRAINT subsidy_disbursement_settled_by CHECK (settled_by IS NULL OR settled_by <> created_by);

-- What earlier grants took away from the amount of the trace, in words; empty for nothing.
ALTER TABLE subsidy_review ADD COLUMN settled VARCHAR(1000) NOT NULL DEFAULT '';
