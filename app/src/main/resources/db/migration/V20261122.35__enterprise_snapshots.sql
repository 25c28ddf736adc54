-- What is known of a firm now, whole, as one row: what goes through a register of a hundred thousand firms reads these instead of
-- millions of facts and entries. They follow from those and are written in the same transaction; a form that the program does not
-- know, such as 0, says that they have to be read themselves.
CREATE TABLE enterprise_snapshot (
    tenant_id BIGINT NOT NULL,
    enterprise_id BIGINT NOT NULL,
    form INT NOT NULL DEFAULT 0,
    content MEDIUMBLOB NOT NULL,
    PRIMARY KEY (tenant_id, enterprise_id),
    CONSTRAINT enterprise_snapshot_enterprise FOREIGN KEY (tenant_id, enterprise_id) REFERENCES enterprise (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO enterprise_snapshot (tenant_id, enterprise_id, form, content) SELECT tenant_id, id, 0, '' FROM enterprise;
