-- Of a bureau one trial runs at a time; what an ended process left running runs no more.
UPDATE rule_trial SET state = 'FAILED' WHERE state = 'RUNNING';

ALTER TABLE rule_trial
    -- 1 as long as it runs.
    ADD COLUMN running TINYINT GENERATED ALWAYS AS (CASE WHEN state = 'RUNNING' THEN 1 END) STORED,
    ADD UNIQUE KEY rule_trial_running (tenant_id, running);
