-- The policy library: identity, versions, their words as read, as corrected and as provisions, and the file they came from.
CREATE TABLE document_file (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    name VARCHAR(200) NOT NULL,
    format VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    size_bytes BIGINT NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY document_file_of_tenant (tenant_id, id),
    KEY document_file_by_digest (tenant_id, sha256),
    CONSTRAINT document_file_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- In pieces, so that no packet limit of a server decides how large a document may be.
CREATE TABLE document_file_piece (
    tenant_id BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    ordinal INT NOT NULL,
    content MEDIUMBLOB NOT NULL,
    PRIMARY KEY (tenant_id, file_id, ordinal),
    CONSTRAINT document_file_piece_file FOREIGN KEY (tenant_id, file_id) REFERENCES document_file (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE policy (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY policy_of_tenant (tenant_id, id),
    UNIQUE KEY policy_by_code (tenant_id, code),
    CONSTRAINT policy_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE policy_version (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    policy_id BIGINT NOT NULL,
    number INT NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title VARCHAR(500) NOT NULL,
    document_number VARCHAR(100) NOT NULL,
    issuers VARCHAR(2000) NOT NULL,
    kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    level VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    audience VARCHAR(500) NOT NULL,
    signed_on DATE NULL,
    published_on DATE NULL,
    effective_from DATE NULL,
    expires_on DATE NULL,
    repealed_on DATE NULL,
    repealed_by VARCHAR(200) NOT NULL,
    superseded_on DATE NULL,
    source VARCHAR(500) NOT NULL,
    illustrative BOOLEAN NOT NULL,
    note VARCHAR(1000) NOT NULL,
    file_id BIGINT NULL,
    text_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    uploaded_by VARCHAR(64) NOT NULL,
    uploaded_at DATETIME(6) NOT NULL,
    released_by VARCHAR(64) NULL,
    released_at DATETIME(6) NULL,
    revision INT NOT NULL DEFAULT 0,
    UNIQUE KEY policy_version_of_tenant (tenant_id, id),
    UNIQUE KEY policy_version_by_number (tenant_id, policy_id, number),
    KEY policy_version_by_document_number (tenant_id, document_number),
    KEY policy_version_by_title (tenant_id, title(100)),
    KEY policy_version_by_text (tenant_id, text_digest),
    KEY policy_version_by_state (tenant_id, state),
    CONSTRAINT policy_version_policy FOREIGN KEY (tenant_id, policy_id) REFERENCES policy (tenant_id, id),
    CONSTRAINT policy_version_file FOREIGN KEY (tenant_id, file_id) REFERENCES document_file (tenant_id, id),
    -- Whoever uploaded it does not release it. Only what the command line set up is released by nobody.
    CONSTRAINT policy_version_second_person CHECK (released_by IS NULL OR released_by <> uploaded_by),
    CONSTRAINT policy_version_released CHECK (state <> 'PUBLISHED' OR released_by IS NOT NULL OR uploaded_by = 'command-line')
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The words as they were read, what the parser found in them, what people changed, and what they were told: apart, because lists of
-- versions never need it. cited_numbers and repealed_numbers repeat two parts of found so that they can be searched.
CREATE TABLE policy_text (
    tenant_id BIGINT NOT NULL,
    version_id BIGINT NOT NULL,
    content LONGTEXT NOT NULL,
    found LONGTEXT NOT NULL,
    cited_numbers MEDIUMTEXT NOT NULL,
    repealed_numbers MEDIUMTEXT NOT NULL,
    corrections LONGTEXT NOT NULL,
    notices LONGTEXT NOT NULL,
    PRIMARY KEY (tenant_id, version_id),
    CONSTRAINT policy_text_version FOREIGN KEY (tenant_id, version_id) REFERENCES policy_version (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE provision (
    tenant_id BIGINT NOT NULL,
    version_id BIGINT NOT NULL,
    ordinal INT NOT NULL,
    parent INT NOT NULL,
    kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    label VARCHAR(200) NOT NULL,
    path VARCHAR(500) NOT NULL,
    anchor VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    heading TEXT NOT NULL,
    content MEDIUMTEXT NOT NULL,
    source VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant_id, version_id, ordinal),
    UNIQUE KEY provision_by_anchor (tenant_id, version_id, anchor),
    CONSTRAINT provision_version FOREIGN KEY (tenant_id, version_id) REFERENCES policy_version (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What the index has to follow, one row a change, written in the transaction of the change itself.
CREATE TABLE index_event (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    version_id BIGINT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    KEY index_event_of_tenant (tenant_id, id),
    CONSTRAINT index_event_version FOREIGN KEY (tenant_id, version_id) REFERENCES policy_version (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
