-- An enterprise proves itself by a code that the bureau wrote into the remark of a small bank transfer to its account.
CREATE TABLE organisation_code (
    tenant_id BIGINT NOT NULL,
    organisation_id BIGINT NOT NULL,
    digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_by VARCHAR(64) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    tries_left INT NOT NULL,
    PRIMARY KEY (tenant_id, organisation_id),
    CONSTRAINT organisation_code_organisation FOREIGN KEY (tenant_id, organisation_id)
        REFERENCES organisation (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
