-- Every sheet asks whether its loans, invoices and events were paid for already.
CREATE INDEX subsidy_grant_of_thing ON subsidy_grant (tenant_id, thing);
