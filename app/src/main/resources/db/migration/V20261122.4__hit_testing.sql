-- A bureau measures and steers its own search: questions with the clauses they must find, runs of them, the wording it adopts,
-- corrections of single passages, and what was done about questions that nobody could answer.
CREATE TABLE hit_question (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    question VARCHAR(500) NOT NULL,
    created_by VARCHAR(64) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY hit_question_of_tenant (tenant_id, id),
    UNIQUE KEY hit_question_by_words (tenant_id, question),
    CONSTRAINT hit_question_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The clause is named by policy and path, not by version: it is looked for in whichever text holds. The policy may stand on the
-- shared shelf, so that no foreign key can lead to it; title and number tell what was meant when it is gone.
CREATE TABLE hit_clause (
    tenant_id BIGINT NOT NULL,
    question_id BIGINT NOT NULL,
    shelf VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    policy_id BIGINT NOT NULL,
    path VARCHAR(500) NOT NULL,
    title VARCHAR(500) NOT NULL,
    document_number VARCHAR(100) NOT NULL,
    PRIMARY KEY (tenant_id, question_id, shelf, policy_id, path),
    CONSTRAINT hit_clause_question FOREIGN KEY (tenant_id, question_id) REFERENCES hit_question (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Results are kept whole: what a run found stays readable when questions are changed or removed. version_id names the draft that
-- was about to be published; a draft may be deleted, so that it is no foreign key.
CREATE TABLE hit_run (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    cause VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ran_by VARCHAR(64) NOT NULL,
    ran_at DATETIME(6) NOT NULL,
    as_of DATE NOT NULL,
    millis BIGINT NOT NULL,
    version_id BIGINT NULL,
    about VARCHAR(500) NOT NULL,
    settings LONGTEXT NOT NULL,
    settings_revision INT NOT NULL,
    asked INT NOT NULL,
    hit_at_1 INT NOT NULL,
    hit_at_3 INT NOT NULL,
    hit_at_10 INT NOT NULL,
    results LONGTEXT NOT NULL,
    decision VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    decided_by VARCHAR(64) NULL,
    decided_at DATETIME(6) NULL,
    reason VARCHAR(500) NULL,
    UNIQUE KEY hit_run_of_tenant (tenant_id, id),
    CONSTRAINT hit_run_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE search_setting (
    tenant_id BIGINT NOT NULL PRIMARY KEY,
    settings LONGTEXT NOT NULL,
    changed_by VARCHAR(64) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    revision INT NOT NULL,
    CONSTRAINT search_setting_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The key is made of the clause's path and the passage's words: a correction holds in every version of the policy that says the same
-- there, and can never fall upon other words than those it was made for.
CREATE TABLE passage_correction (
    tenant_id BIGINT NOT NULL,
    policy_id BIGINT NOT NULL,
    passage_key CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    pieces LONGTEXT NOT NULL,
    switched_off BOOLEAN NOT NULL,
    reason VARCHAR(500) NOT NULL,
    changed_by VARCHAR(64) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, policy_id, passage_key),
    CONSTRAINT passage_correction_policy FOREIGN KEY (tenant_id, policy_id) REFERENCES policy (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What was done about a question that got no answer. The digest is of the question's words alone; who asked is nowhere here.
CREATE TABLE unanswered_handling (
    tenant_id BIGINT NOT NULL,
    question_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    remark VARCHAR(500) NOT NULL,
    handled_by VARCHAR(64) NOT NULL,
    handled_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, question_digest),
    CONSTRAINT unanswered_handling_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE turn ADD KEY turn_by_time (tenant_id, asked_at);
