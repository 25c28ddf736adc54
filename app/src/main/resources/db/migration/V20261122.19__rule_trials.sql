-- Drafts of rules tried on the bureau's firms before anybody signs: what came of it, in sums, and firm by firm without names.
-- A draft that is thrown away takes its trials with it.
CREATE TABLE rule_trial (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    rule_id BIGINT NOT NULL,
    -- What was tried is the draft as it stood then.
    rule_revision INT NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asked_by VARCHAR(64) NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    settings LONGTEXT NOT NULL,
    result LONGTEXT NOT NULL,
    firms LONGBLOB NOT NULL,
    millis BIGINT NOT NULL,
    UNIQUE KEY rule_trial_of_tenant (tenant_id, id),
    KEY rule_trial_of_rule (tenant_id, rule_id),
    CONSTRAINT rule_trial_rule FOREIGN KEY (tenant_id, rule_id) REFERENCES subsidy_rule (tenant_id, id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
