-- What a rule must say of before it may be published, and rules for days gone by that wait for one more person.
CREATE TABLE rule_case (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    rule_id BIGINT NOT NULL,
    name VARCHAR(100) NOT NULL,
    asked_on DATE NOT NULL,
    -- As subsidy.FactsJson reads them.
    facts MEDIUMTEXT NOT NULL,
    expected VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- NULL where no amount is expected to be certain.
    expected_fen BIGINT NULL,
    changed_by VARCHAR(64) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    UNIQUE KEY rule_case_of_tenant (tenant_id, id),
    KEY rule_case_of_rule (tenant_id, rule_id),
    CONSTRAINT rule_case_rule FOREIGN KEY (tenant_id, rule_id) REFERENCES subsidy_rule (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Asked for by one, agreed to by another; gone once it is published, refused, or the draft changes.
CREATE TABLE rule_publication (
    tenant_id BIGINT NOT NULL,
    rule_id BIGINT NOT NULL,
    revision INT NOT NULL,
    effective_from DATE NOT NULL,
    effective_until DATE NULL,
    transition VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    note VARCHAR(500) NOT NULL,
    asked_by VARCHAR(64) NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, rule_id),
    CONSTRAINT rule_publication_rule FOREIGN KEY (tenant_id, rule_id) REFERENCES subsidy_rule (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
