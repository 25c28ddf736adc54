-- What people are told: in their inbox on the pages, and by letters that are written with the change that causes them and sent after it.
CREATE TABLE inbox_notice (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    cause CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title VARCHAR(200) NOT NULL,
    words TEXT NOT NULL,
    link VARCHAR(300) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    read_at DATETIME(6) NULL,
    UNIQUE KEY inbox_notice_of_tenant (tenant_id, id),
    UNIQUE KEY inbox_notice_by_cause (tenant_id, account_id, cause),
    KEY inbox_notice_unread (tenant_id, account_id, read_at),
    CONSTRAINT inbox_notice_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The words and the full address are kept only until the letter is sent.
CREATE TABLE outbox_letter (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    cause CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    channel VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    address VARCHAR(254) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    words TEXT NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts INT NOT NULL,
    next_at DATETIME(6) NOT NULL,
    reason VARCHAR(200) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    sent_at DATETIME(6) NULL,
    UNIQUE KEY outbox_letter_of_tenant (tenant_id, id),
    UNIQUE KEY outbox_letter_by_cause (tenant_id, cause),
    KEY outbox_letter_due (tenant_id, state, channel, next_at),
    CONSTRAINT outbox_letter_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
