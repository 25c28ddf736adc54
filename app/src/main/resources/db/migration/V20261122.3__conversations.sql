-- A turn is stored before its answer is made, so that a reload in the middle loses nothing.
CREATE TABLE conversation (
    id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant_id BIGINT NOT NULL,
    visitor CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    KEY conversation_of_visitor (tenant_id, visitor, created_at),
    CONSTRAINT conversation_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE turn (
    tenant_id BIGINT NOT NULL,
    conversation_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number INT NOT NULL,
    form CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    question VARCHAR(2000) NOT NULL,
    as_of DATE NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    answer LONGTEXT NULL,
    asked_at DATETIME(6) NOT NULL,
    finished_at DATETIME(6) NULL,
    helpful BOOLEAN NULL,
    reasons VARCHAR(200) NULL,
    remark VARCHAR(500) NULL,
    PRIMARY KEY (tenant_id, conversation_id, number),
    UNIQUE KEY turn_by_form (tenant_id, form),
    CONSTRAINT turn_conversation FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
