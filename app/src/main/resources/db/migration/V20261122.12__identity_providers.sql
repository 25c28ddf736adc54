-- Signing in by an identity that somebody else vouches for: who may vouch, whose identity is whose, and sign-ins on their way.
CREATE TABLE identity_provider (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(40) NOT NULL,
    issuer VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    client_id VARCHAR(200) NOT NULL,
    -- Sealed: see access.PersonalFields.
    secret VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    settings TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY identity_provider_of_tenant (tenant_id, id),
    CONSTRAINT identity_provider_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE identity_link (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    provider_id BIGINT NOT NULL,
    -- Of issuer and subject: the same number at another issuer is somebody else.
    identity_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id BIGINT NOT NULL,
    -- Sealed: what the provider calls the person.
    name_sealed VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY identity_link_of_identity (tenant_id, identity_digest),
    UNIQUE KEY identity_link_of_account (tenant_id, account_id, provider_id),
    CONSTRAINT identity_link_provider FOREIGN KEY (tenant_id, provider_id) REFERENCES identity_provider (tenant_id, id),
    CONSTRAINT identity_link_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE identity_attempt (
    tenant_id BIGINT NOT NULL,
    state_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    browser_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    provider_id BIGINT NOT NULL,
    -- Whose account is to be linked; none where somebody signs in.
    account_id BIGINT NULL,
    back VARCHAR(500) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, state_digest),
    KEY identity_attempt_end (tenant_id, expires_at),
    CONSTRAINT identity_attempt_provider FOREIGN KEY (tenant_id, provider_id)
        REFERENCES identity_provider (tenant_id, id),
    CONSTRAINT identity_attempt_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
