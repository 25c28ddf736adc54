-- What people read of a programme, as officers write it: a version is a draft until somebody else puts it in force. What was in
-- force on an instant can be told from here, so that an application goes on under what it was opened under.
CREATE TABLE subsidy_programme_version (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    -- NULL while the programme itself is only a draft.
    programme_id BIGINT NULL,
    code VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The code while it is a draft: a programme has one draft at a time. NULL once it is in force.
    open_code VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
    title VARCHAR(200) NOT NULL,
    kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    policy VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content MEDIUMTEXT NOT NULL,
    revision INT NOT NULL DEFAULT 0,
    note VARCHAR(500) NOT NULL DEFAULT '',
    created_by VARCHAR(64) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    changed_by VARCHAR(64) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    put_by VARCHAR(64) NULL,
    put_at DATETIME(6) NULL,
    UNIQUE KEY subsidy_programme_version_of_tenant (tenant_id, id),
    UNIQUE KEY subsidy_programme_version_open (tenant_id, open_code),
    KEY subsidy_programme_version_in_force (tenant_id, programme_id, put_at),
    CONSTRAINT subsidy_programme_version_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id),
    CONSTRAINT subsidy_programme_version_programme FOREIGN KEY (tenant_id, programme_id) REFERENCES subsidy_programme (tenant_id, id),
    CONSTRAINT subsidy_programme_version_second_person CHECK (put_by IS NULL OR put_by <> changed_by),
    CONSTRAINT subsidy_programme_version_put_whole CHECK ((put_by IS NULL) = (put_at IS NULL)),
    CONSTRAINT subsidy_programme_version_open_or_put CHECK ((open_code IS NULL) = (put_at IS NOT NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO subsidy_programme_version (tenant_id, programme_id, code, open_code, title, kind, policy, content, revision, note,
        created_by, created_at, changed_by, changed_at, put_by, put_at)
    SELECT p.tenant_id, p.id, p.code, NULL, p.title, p.kind, p.policy, p.content, p.revision, '', p.changed_by, p.changed_at,
        p.changed_by, p.changed_at, CASE WHEN p.changed_by = 'system' THEN 'command-line' ELSE 'system' END, p.changed_at
    FROM subsidy_programme p;

-- What officers no longer judge: rules that are there still read it, no new one offers it.
ALTER TABLE subsidy_judged_fact ADD COLUMN retired BOOLEAN NOT NULL DEFAULT FALSE;

-- Everybody who wrote in a draft: none of them publishes it.
CREATE TABLE rule_author (
    tenant_id BIGINT NOT NULL,
    rule_id BIGINT NOT NULL,
    username VARCHAR(64) NOT NULL,
    PRIMARY KEY (tenant_id, rule_id, username),
    CONSTRAINT rule_author_rule FOREIGN KEY (tenant_id, rule_id) REFERENCES subsidy_rule (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO rule_author (tenant_id, rule_id, username)
    SELECT r.tenant_id, r.id, r.created_by FROM subsidy_rule r WHERE r.state <> 'PUBLISHED'
    UNION SELECT r.tenant_id, r.id, r.changed_by FROM subsidy_rule r WHERE r.state <> 'PUBLISHED';

CREATE TABLE subsidy_programme_author (
    tenant_id BIGINT NOT NULL,
    version_id BIGINT NOT NULL,
    username VARCHAR(64) NOT NULL,
    PRIMARY KEY (tenant_id, version_id, username),
    CONSTRAINT subsidy_programme_author_version FOREIGN KEY (tenant_id, version_id)
        REFERENCES subsidy_programme_version (tenant_id, id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
