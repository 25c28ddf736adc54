-- What somebody entered of a dated rate. No rule reckons with it before another person confirmed it: then it stands in rate_point
-- and rate_series, and the row says who did what.
CREATE TABLE rate_entry (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BIGINT NOT NULL,
    name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Both NULL where it was only looked up that nothing newer was published.
    published_on DATE NULL,
    ppm BIGINT NULL,
    -- The value of that day when it was entered; NULL where there was none.
    was_ppm BIGINT NULL,
    kept_until DATE NOT NULL,
    reason VARCHAR(200) NOT NULL DEFAULT '',
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entered_by VARCHAR(64) NOT NULL,
    entered_at DATETIME(6) NOT NULL,
    decided_by VARCHAR(64) NULL,
    decided_at DATETIME(6) NULL,
    -- The name as long as it waits: of a series one entry waits at a time.
    waiting_name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin
        GENERATED ALWAYS AS (CASE WHEN state = 'WAITING' THEN name END) STORED,
    UNIQUE KEY rate_entry_of_tenant (tenant_id, id),
    UNIQUE KEY rate_entry_waiting (tenant_id, waiting_name),
    KEY rate_entry_of_series (tenant_id, name),
    CONSTRAINT rate_entry_series FOREIGN KEY (tenant_id, name) REFERENCES rate_series (tenant_id, name),
    CONSTRAINT rate_entry_second_person CHECK (state <> 'CONFIRMED' OR (decided_by IS NOT NULL AND decided_by <> entered_by)),
    CONSTRAINT rate_entry_whole CHECK ((published_on IS NULL) = (ppm IS NULL))
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
