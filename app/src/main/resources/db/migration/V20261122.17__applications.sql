-- The way of an application from the first line to the payment. A row is never taken out of its way: each step is an event beside it,
-- each decision keeps the bytes of the trace it rests on.
CREATE TABLE subsidy_batch (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    title VARCHAR(100) NOT NULL,
    meeting_on DATE NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    minutes VARCHAR(500) NOT NULL DEFAULT '',
    created_by VARCHAR(64) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    decided_by VARCHAR(64) NULL,
    decided_at DATETIME(6) NULL,
    UNIQUE KEY subsidy_batch_of_tenant (tenant_id, id),
    CONSTRAINT subsidy_batch_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    -- Whoever puts the list together does not enter what the meeting decided.
    CONSTRAINT subsidy_batch_second_person CHECK (decided_by IS NULL OR decided_by <> created_by)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What everybody may read before any money moves. Its lines are kept as they were published.
CREATE TABLE subsidy_notice (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    batch_id BIGINT NOT NULL,
    title VARCHAR(120) NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content LONGTEXT NOT NULL,
    opens_on DATE NOT NULL,
    closes_on DATE NOT NULL,
    published_by VARCHAR(64) NOT NULL,
    published_at DATETIME(6) NOT NULL,
    closed_by VARCHAR(64) NULL,
    closed_at DATETIME(6) NULL,
    UNIQUE KEY subsidy_notice_of_tenant (tenant_id, id),
    UNIQUE KEY subsidy_notice_of_batch (tenant_id, batch_id),
    CONSTRAINT subsidy_notice_batch FOREIGN KEY (tenant_id, batch_id) REFERENCES subsidy_batch (tenant_id, id),
    CONSTRAINT subsidy_notice_window CHECK (closes_on >= opens_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE subsidy_application (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    -- As people write it: 2026-ZQ-000123-K, the last sign checks the others.
    number VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    programme_id BIGINT NOT NULL,
    -- The version it was opened under.
    rule_id BIGINT NOT NULL,
    enterprise_id BIGINT NOT NULL,
    firm VARCHAR(200) NOT NULL,
    origin VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision INT NOT NULL DEFAULT 0,
    opened_by VARCHAR(64) NOT NULL,
    opened_on DATE NOT NULL,
    opened_at DATETIME(6) NOT NULL,
    submitted_on DATE NULL,
    facts LONGTEXT NOT NULL,
    -- Parts that the firm has gone through, by comma.
    done VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    -- Where the money goes: name, number and bank, or empty.
    account VARCHAR(600) NOT NULL DEFAULT '',
    -- What the last review found due; reserved in the budget of that year while budget_year is there.
    amount_fen BIGINT NULL,
    budget_year SMALLINT NULL,
    -- Until when whoever is to act has to; null where no clock runs.
    due_on DATE NULL,
    first_by VARCHAR(64) NULL,
    second_by VARCHAR(64) NULL,
    batch_id BIGINT NULL,
    notice_id BIGINT NULL,
    changed_at DATETIME(6) NOT NULL,
    UNIQUE KEY subsidy_application_of_tenant (tenant_id, id),
    UNIQUE KEY subsidy_application_by_number (tenant_id, number),
    KEY subsidy_application_by_state (tenant_id, state, due_on),
    KEY subsidy_application_of_firm (tenant_id, enterprise_id, id),
    KEY subsidy_application_of_batch (tenant_id, batch_id),
    KEY subsidy_application_of_notice (tenant_id, notice_id),
    CONSTRAINT subsidy_application_programme FOREIGN KEY (tenant_id, programme_id) REFERENCES subsidy_programme (tenant_id, id),
    CONSTRAINT subsidy_application_rule FOREIGN KEY (tenant_id, rule_id) REFERENCES subsidy_rule (tenant_id, id),
    CONSTRAINT subsidy_application_enterprise FOREIGN KEY (tenant_id, enterprise_id) REFERENCES enterprise (tenant_id, id),
    CONSTRAINT subsidy_application_batch FOREIGN KEY (tenant_id, batch_id) REFERENCES subsidy_batch (tenant_id, id),
    CONSTRAINT subsidy_application_notice FOREIGN KEY (tenant_id, notice_id) REFERENCES subsidy_notice (tenant_id, id),
    CONSTRAINT subsidy_application_second_person CHECK (second_by IS NULL OR first_by IS NULL OR second_by <> first_by),
    CONSTRAINT subsidy_application_amount CHECK (amount_fen IS NULL OR amount_fen >= 0)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The last number given in a year.
CREATE TABLE subsidy_number (
    tenant_id BIGINT NOT NULL,
    year SMALLINT NOT NULL,
    last_number INT NOT NULL,
    PRIMARY KEY (tenant_id, year),
    CONSTRAINT subsidy_number_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What happened, for the timeline.
CREATE TABLE subsidy_event (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    application_id BIGINT NOT NULL,
    step VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor VARCHAR(64) NOT NULL,
    remark VARCHAR(1000) NOT NULL DEFAULT '',
    happened_at DATETIME(6) NOT NULL,
    UNIQUE KEY subsidy_event_of_tenant (tenant_id, id),
    KEY subsidy_event_of_application (tenant_id, application_id, id),
    CONSTRAINT subsidy_event_application FOREIGN KEY (tenant_id, application_id) REFERENCES subsidy_application (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A file of a firm, so that it need not be sent twice.
CREATE TABLE subsidy_file (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    enterprise_id BIGINT NOT NULL,
    name VARCHAR(120) NOT NULL,
    format VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    size_bytes INT NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content LONGBLOB NOT NULL,
    uploaded_by VARCHAR(64) NOT NULL,
    uploaded_at DATETIME(6) NOT NULL,
    UNIQUE KEY subsidy_file_of_tenant (tenant_id, id),
    UNIQUE KEY subsidy_file_once (tenant_id, enterprise_id, sha256),
    CONSTRAINT subsidy_file_enterprise FOREIGN KEY (tenant_id, enterprise_id) REFERENCES enterprise (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE subsidy_material (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    application_id BIGINT NOT NULL,
    material VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    file_id BIGINT NOT NULL,
    added_by VARCHAR(64) NOT NULL,
    added_at DATETIME(6) NOT NULL,
    UNIQUE KEY subsidy_material_of_tenant (tenant_id, id),
    UNIQUE KEY subsidy_material_once (tenant_id, application_id, material, file_id),
    CONSTRAINT subsidy_material_application FOREIGN KEY (tenant_id, application_id) REFERENCES subsidy_application (tenant_id, id),
    CONSTRAINT subsidy_material_file FOREIGN KEY (tenant_id, file_id) REFERENCES subsidy_file (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE subsidy_correction (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    application_id BIGINT NOT NULL,
    item VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    words VARCHAR(500) NOT NULL,
    asked_by VARCHAR(64) NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    answer VARCHAR(500) NULL,
    answered_by VARCHAR(64) NULL,
    answered_at DATETIME(6) NULL,
    UNIQUE KEY subsidy_correction_of_tenant (tenant_id, id),
    KEY subsidy_correction_of_application (tenant_id, application_id, id),
    CONSTRAINT subsidy_correction_application FOREIGN KEY (tenant_id, application_id) REFERENCES subsidy_application (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A decision with the very bytes it rests on.
CREATE TABLE subsidy_review (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    application_id BIGINT NOT NULL,
    stage VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    passed BOOLEAN NOT NULL,
    rule_id BIGINT NOT NULL,
    amount_fen BIGINT NOT NULL,
    -- Judgements and overrides with their reasons, as the officer gave them.
    findings LONGTEXT NOT NULL,
    -- Who gets how much for what.
    payouts LONGTEXT NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    trace LONGBLOB NOT NULL,
    trace_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    decided_by VARCHAR(64) NOT NULL,
    -- Whoever decided before; a second decision is another person's.
    after_whom VARCHAR(64) NULL,
    decided_at DATETIME(6) NOT NULL,
    UNIQUE KEY subsidy_review_of_tenant (tenant_id, id),
    KEY subsidy_review_of_application (tenant_id, application_id, id),
    CONSTRAINT subsidy_review_application FOREIGN KEY (tenant_id, application_id) REFERENCES subsidy_application (tenant_id, id),
    CONSTRAINT subsidy_review_rule FOREIGN KEY (tenant_id, rule_id) REFERENCES subsidy_rule (tenant_id, id),
    CONSTRAINT subsidy_review_second_person CHECK ((stage = 'FIRST') = (after_whom IS NULL) AND (after_whom IS NULL OR after_whom <> decided_by))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The loans, invoices and events that applications ask money for. While money for one is approved or paid, it is held with the kind of
-- programme before its name: the interest of a loan is paid once, whichever programme it is; its guarantee fee is another matter.
CREATE TABLE subsidy_thing (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    application_id BIGINT NOT NULL,
    thing VARCHAR(180) NOT NULL,
    held VARCHAR(210) NULL,
    UNIQUE KEY subsidy_thing_of_tenant (tenant_id, id),
    UNIQUE KEY subsidy_thing_of_application (tenant_id, application_id, thing),
    UNIQUE KEY subsidy_thing_once (tenant_id, held),
    KEY subsidy_thing_by_name (tenant_id, thing),
    CONSTRAINT subsidy_thing_application FOREIGN KEY (tenant_id, application_id) REFERENCES subsidy_application (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- An objection to what is to be paid (by anybody), or an appeal of a firm against a refusal; somebody else than the reviewers decides.
CREATE TABLE subsidy_complaint (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    application_id BIGINT NOT NULL,
    kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(60) NOT NULL,
    contact VARCHAR(200) NOT NULL,
    words VARCHAR(2000) NOT NULL,
    received_at DATETIME(6) NOT NULL,
    due_on DATE NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    first_by VARCHAR(64) NULL,
    second_by VARCHAR(64) NULL,
    decided_by VARCHAR(64) NULL,
    decided_at DATETIME(6) NULL,
    answer VARCHAR(1000) NOT NULL DEFAULT '',
    UNIQUE KEY subsidy_complaint_of_tenant (tenant_id, id),
    KEY subsidy_complaint_of_application (tenant_id, application_id, id),
    KEY subsidy_complaint_by_state (tenant_id, state, due_on),
    CONSTRAINT subsidy_complaint_application FOREIGN KEY (tenant_id, application_id) REFERENCES subsidy_application (tenant_id, id),
    CONSTRAINT subsidy_complaint_second_person CHECK (decided_by IS NULL
        OR ((first_by IS NULL OR decided_by <> first_by) AND (second_by IS NULL OR decided_by <> second_by)))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE subsidy_disbursement (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    number VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    total_fen BIGINT NOT NULL,
    created_by VARCHAR(64) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    confirmed_by VARCHAR(64) NULL,
    confirmed_at DATETIME(6) NULL,
    UNIQUE KEY subsidy_disbursement_of_tenant (tenant_id, id),
    UNIQUE KEY subsidy_disbursement_by_number (tenant_id, number),
    CONSTRAINT subsidy_disbursement_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    CONSTRAINT subsidy_disbursement_second_person CHECK (confirmed_by IS NULL OR confirmed_by <> created_by),
    CONSTRAINT subsidy_disbursement_total CHECK (total_fen > 0)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE subsidy_disbursement_row (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    disbursement_id BIGINT NOT NULL,
    application_id BIGINT NOT NULL,
    ordinal INT NOT NULL,
    payee VARCHAR(200) NOT NULL,
    account VARCHAR(600) NOT NULL,
    amount_fen BIGINT NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    remark VARCHAR(200) NOT NULL DEFAULT '',
    settled_on DATE NULL,
    UNIQUE KEY subsidy_disbursement_row_of_tenant (tenant_id, id),
    UNIQUE KEY subsidy_disbursement_row_once (tenant_id, disbursement_id, ordinal),
    KEY subsidy_disbursement_row_of_application (tenant_id, application_id),
    CONSTRAINT subsidy_disbursement_row_disbursement FOREIGN KEY (tenant_id, disbursement_id) REFERENCES subsidy_disbursement (tenant_id, id),
    CONSTRAINT subsidy_disbursement_row_application FOREIGN KEY (tenant_id, application_id) REFERENCES subsidy_application (tenant_id, id),
    CONSTRAINT subsidy_disbursement_row_amount CHECK (amount_fen > 0)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE subsidy_clawback (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    application_id BIGINT NOT NULL,
    amount_fen BIGINT NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    clause VARCHAR(200) NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    demanded_by VARCHAR(64) NOT NULL,
    demanded_at DATETIME(6) NOT NULL,
    closed_by VARCHAR(64) NULL,
    closed_at DATETIME(6) NULL,
    UNIQUE KEY subsidy_clawback_of_tenant (tenant_id, id),
    KEY subsidy_clawback_of_application (tenant_id, application_id, id),
    CONSTRAINT subsidy_clawback_application FOREIGN KEY (tenant_id, application_id) REFERENCES subsidy_application (tenant_id, id),
    CONSTRAINT subsidy_clawback_amount CHECK (amount_fen > 0),
    CONSTRAINT subsidy_clawback_second_person CHECK (closed_by IS NULL OR closed_by <> demanded_by)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Programmes that a person wants to hear of.
CREATE TABLE subsidy_subscription (
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    programme_id BIGINT NOT NULL,
    since DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, programme_id),
    CONSTRAINT subsidy_subscription_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id),
    CONSTRAINT subsidy_subscription_programme FOREIGN KEY (tenant_id, programme_id) REFERENCES subsidy_programme (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What a call with an Idempotency-Key was answered, so that the same call again is answered the same and done once.
CREATE TABLE subsidy_call (
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    call_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    body_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    answer LONGTEXT NULL,
    called_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, call_key),
    CONSTRAINT subsidy_call_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
