-- Accounts in several bureaus that one person linked: a row in each of the two, confirmed by the account it belongs to.
CREATE TABLE counterpart (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    -- The same in both bureaus, and in no third row.
    pair_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    other_tenant_id BIGINT NOT NULL,
    -- What both accounts were when this one confirmed that the other may come in: a password set or a role changed makes
    -- another epoch. The other one's is NULL until it is confirmed.
    epoch INT NOT NULL,
    other_epoch INT NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY counterpart_of_tenant (tenant_id, id),
    UNIQUE KEY counterpart_of_pair (tenant_id, pair_digest),
    UNIQUE KEY counterpart_of_account (tenant_id, account_id, other_tenant_id),
    CONSTRAINT counterpart_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE counterpart_code (
    tenant_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    code_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    epoch INT NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, account_id),
    UNIQUE KEY counterpart_code_of_code (tenant_id, code_digest),
    CONSTRAINT counterpart_code_account FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Words and address of a letter that waits are sealed: see access.PersonalFields.
ALTER TABLE outbox_letter MODIFY address VARCHAR(600) NOT NULL;
