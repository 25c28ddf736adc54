-- How many applications a public notice names: lists of notices do not read all that they say.
ALTER TABLE subsidy_notice ADD COLUMN line_count INT NOT NULL DEFAULT 0;
UPDATE subsidy_notice SET line_count = JSON_LENGTH(content);
ALTER TABLE subsidy_notice ADD KEY subsidy_notice_by_state (tenant_id, state, closes_on);
