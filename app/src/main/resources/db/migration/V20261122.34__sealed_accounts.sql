-- Accounts that money goes to are sealed; what an earlier version wrote in plain words is sealed when the server starts.
ALTER TABLE subsidy_application MODIFY account VARCHAR(1200) NOT NULL DEFAULT '';
ALTER TABLE subsidy_disbursement_row MODIFY account VARCHAR(1200) NOT NULL;

-- What an application said when the bureau asked for something to be put right, to be compared with what comes back.
ALTER TABLE subsidy_application ADD COLUMN before_correction LONGTEXT NULL;
