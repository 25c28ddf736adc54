-- Passwords, sessions, second factors, tokens and the counting of attempts: each in a table that says what it holds.
ALTER TABLE account
    ADD COLUMN password_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN password_changed_at DATETIME(6) NULL,
    -- Rises with everything that must end what is signed in; a session of another epoch is dead.
    ADD COLUMN session_epoch INT NOT NULL DEFAULT 1,
    -- Sealed: see access.PersonalFields.
    ADD COLUMN contact_email VARCHAR(600) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN contact_phone VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL;

-- Names are looked up in lower case.
UPDATE account a
LEFT JOIN account b ON b.tenant_id = a.tenant_id AND b.id <> a.id AND LOWER(b.username) = LOWER(a.username)
SET a.username = LOWER(a.username)
WHERE b.id IS NULL;

CREATE TABLE browser_session (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    epoch INT NOT NULL,
    -- What is still wanted of the person: FULL, CODE, ENROL, PASSWORD.
    stage VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6) NOT NULL,
    last_seen_at DATETIME(6) NOT NULL,
    ends_at DATETIME(6) NOT NULL,
    idle_seconds INT NOT NULL,
    source VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    agent VARCHAR(200) NOT NULL,
    UNIQUE KEY session_by_digest (tenant_id, digest),
    KEY session_of_account (tenant_id, account_id),
    CONSTRAINT session_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE api_token (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(64) NOT NULL,
    scope VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    last_used_at DATETIME(6) NULL,
    UNIQUE KEY token_by_digest (tenant_id, digest),
    KEY token_of_account (tenant_id, account_id),
    CONSTRAINT token_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO api_token (tenant_id, account_id, digest, name, scope, created_at, expires_at)
SELECT tenant_id, account_id, token_hash, '', 'ALL', created_at, expires_at FROM credential WHERE kind = 'TOKEN';
DELETE FROM credential WHERE kind IN ('TOKEN', 'SESSION');

CREATE TABLE second_factor (
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    secret VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    confirmed_at DATETIME(6) NULL,
    -- The 30 seconds whose code was used last: each is good once.
    last_step BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, account_id),
    CONSTRAINT second_factor_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE recovery_code (
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, account_id, digest),
    CONSTRAINT recovery_code_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE sign_in_attempts (
    tenant_id BIGINT NOT NULL,
    subject CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tries INT NOT NULL,
    since DATETIME(6) NOT NULL,
    free_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, subject),
    CONSTRAINT attempts_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE sign_in_policy (
    tenant_id BIGINT NOT NULL PRIMARY KEY,
    password_rules VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    second_factor_roles VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    idle_minutes INT NOT NULL,
    session_hours INT NOT NULL,
    CONSTRAINT sign_in_policy_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
