-- Loans, fee invoices and listing events are entries of a firm too: what they have that honours, property and credit do not.
ALTER TABLE enterprise_item
    -- Of a loan the part that rests on intellectual property.
    ADD COLUMN ip_amount_fen BIGINT NULL,
    ADD COLUMN interest_fen BIGINT NULL,
    -- The yearly rate of a loan, the tax rate of an invoice; millionths.
    ADD COLUMN rate_ppm BIGINT NULL,
    -- Words out of a list, such as 专利、商标.
    ADD COLUMN pledge VARCHAR(100) NOT NULL DEFAULT '',
    ADD COLUMN registered_on DATE NULL,
    ADD COLUMN settled_on DATE NULL,
    -- The guarantor of a loan, who paid an invoice.
    ADD COLUMN second_party VARCHAR(200) NOT NULL DEFAULT '',
    -- The number of the loan or of the issue for which a fee was paid.
    ADD COLUMN belongs_to VARCHAR(100) NOT NULL DEFAULT '',
    ADD COLUMN subsidised TINYINT(1) NULL;
