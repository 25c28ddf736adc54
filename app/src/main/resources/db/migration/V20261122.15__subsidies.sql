-- What one can apply for, the rules that decide it with all their versions, the dated rates they use, budgets, and what was granted.
CREATE TABLE subsidy_programme (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    code VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title VARCHAR(200) NOT NULL,
    kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The code of the policy it rests on first.
    policy VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- What people read of it: summary, audience, materials, windows, clocks, contact, rationing.
    content MEDIUMTEXT NOT NULL,
    revision INT NOT NULL DEFAULT 0,
    changed_by VARCHAR(64) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    UNIQUE KEY subsidy_programme_of_tenant (tenant_id, id),
    UNIQUE KEY subsidy_programme_by_code (tenant_id, code),
    CONSTRAINT subsidy_programme_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A version of a programme's rule. A published one is never changed; a newer one that holds takes its place from its first day.
CREATE TABLE subsidy_rule (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    programme_id BIGINT NOT NULL,
    number INT NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    effective_from DATE NOT NULL,
    effective_until DATE NULL,
    -- As rule.RuleYaml reads it.
    content LONGTEXT NOT NULL,
    revision INT NOT NULL DEFAULT 0,
    note VARCHAR(500) NOT NULL DEFAULT '',
    -- OPENED: an application is decided under the version it was opened under; NEWEST: under the one in force when it is decided.
    transition VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'OPENED',
    created_by VARCHAR(64) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    changed_by VARCHAR(64) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    tested_at DATETIME(6) NULL,
    published_by VARCHAR(64) NULL,
    published_at DATETIME(6) NULL,
    -- Whoever else agreed that it holds for days gone by.
    second_by VARCHAR(64) NULL,
    UNIQUE KEY subsidy_rule_of_tenant (tenant_id, id),
    UNIQUE KEY subsidy_rule_by_number (tenant_id, programme_id, number),
    KEY subsidy_rule_by_state (tenant_id, state),
    CONSTRAINT subsidy_rule_programme FOREIGN KEY (tenant_id, programme_id) REFERENCES subsidy_programme (tenant_id, id),
    CONSTRAINT subsidy_rule_second_person CHECK (published_by IS NULL OR published_by <> changed_by),
    CONSTRAINT subsidy_rule_third_person CHECK (second_by IS NULL OR (second_by <> published_by AND second_by <> changed_by))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What only an officer of this bureau can say of a firm: a fact of yes or no that its rules may ask.
CREATE TABLE subsidy_judged_fact (
    tenant_id BIGINT NOT NULL,
    name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    label VARCHAR(100) NOT NULL,
    PRIMARY KEY (tenant_id, name),
    CONSTRAINT subsidy_judged_fact_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Rates that change with time, such as the LPR; kept_until is the last day for which nothing newer was published.
CREATE TABLE rate_series (
    tenant_id BIGINT NOT NULL,
    name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    label VARCHAR(100) NOT NULL,
    kept_until DATE NOT NULL,
    illustrative BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (tenant_id, name),
    CONSTRAINT rate_series_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE rate_point (
    tenant_id BIGINT NOT NULL,
    name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    published_on DATE NOT NULL,
    ppm BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, name, published_on),
    CONSTRAINT rate_point_series FOREIGN KEY (tenant_id, name) REFERENCES rate_series (tenant_id, name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What may be spent in a year; the database itself refuses to go beyond it.
CREATE TABLE subsidy_budget (
    tenant_id BIGINT NOT NULL,
    programme_id BIGINT NOT NULL,
    year SMALLINT NOT NULL,
    amount_fen BIGINT NOT NULL,
    reserved_fen BIGINT NOT NULL DEFAULT 0,
    paid_fen BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, programme_id, year),
    CONSTRAINT subsidy_budget_programme FOREIGN KEY (tenant_id, programme_id) REFERENCES subsidy_programme (tenant_id, id),
    CONSTRAINT subsidy_budget_not_overdrawn CHECK (reserved_fen >= 0 AND paid_fen >= 0 AND reserved_fen + paid_fen <= amount_fen)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was granted to a firm, or for it to an institution: what caps, ladders and "not twice" look at. Rows are only added; what
-- comes back is a row below zero.
CREATE TABLE subsidy_grant (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    enterprise_id BIGINT NOT NULL,
    -- The code of the programme, or the name that relations know another government's by.
    rule VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    benefit VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Names of the groups it counts towards, with commas between.
    cap_groups VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    beneficiary VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payee VARCHAR(60) NOT NULL DEFAULT '',
    -- The loan, invoice or event.
    thing VARCHAR(100) NOT NULL DEFAULT '',
    stage VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
    year SMALLINT NOT NULL,
    fen BIGINT NOT NULL,
    -- What it came from, such as application/12.
    origin VARCHAR(100) NOT NULL,
    granted_at DATETIME(6) NOT NULL,
    UNIQUE KEY subsidy_grant_of_tenant (tenant_id, id),
    KEY subsidy_grant_of_enterprise (tenant_id, enterprise_id),
    KEY subsidy_grant_of_payee (tenant_id, payee),
    CONSTRAINT subsidy_grant_enterprise FOREIGN KEY (tenant_id, enterprise_id) REFERENCES enterprise (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
