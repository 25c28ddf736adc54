-- What people agreed to, and what they asked to have deleted.
CREATE TABLE privacy_consent (
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    notice_version VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    given_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, account_id, notice_version),
    CONSTRAINT privacy_consent_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE privacy_request (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    -- The account while its request is open, then NULL: one at a time.
    open_account_id BIGINT NULL,
    asked_by VARCHAR(64) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    asked_at DATETIME(6) NOT NULL,
    -- A day in Asia/Shanghai, by the bureau's calendar on the day it was asked.
    due_on DATE NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    answer VARCHAR(500) NOT NULL DEFAULT '',
    handled_by VARCHAR(64) NULL,
    handled_at DATETIME(6) NULL,
    UNIQUE KEY privacy_request_of_tenant (tenant_id, id),
    UNIQUE KEY privacy_request_open (tenant_id, open_account_id),
    KEY privacy_request_of_account (tenant_id, account_id),
    CONSTRAINT privacy_request_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id),
    -- Nobody decides about a request of their own.
    CONSTRAINT privacy_request_second_person CHECK (handled_by IS NULL OR handled_by <> asked_by),
    CONSTRAINT privacy_request_handled CHECK ((state = 'OPEN') = (handled_by IS NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Emptied on request: such an account is never enabled again.
ALTER TABLE account ADD COLUMN erased_at DATETIME(6) NULL;
