-- What a firm has once stands once: of entries of one kind and number the newest that stands is kept, or the newest that waits.
UPDATE enterprise_item i
JOIN (
    SELECT tenant_id, enterprise_id, kind, number, COALESCE(MAX(CASE WHEN state = 'STANDS' THEN id END), MAX(id)) AS kept
    FROM enterprise_item
    WHERE state IN ('STANDS', 'WAITS') AND number <> ''
    GROUP BY tenant_id, enterprise_id, kind, number
    HAVING COUNT(*) > 1) twice
  ON twice.tenant_id = i.tenant_id AND twice.enterprise_id = i.enterprise_id AND twice.kind = i.kind AND twice.number = i.number
SET i.state = 'REPLACED'
WHERE i.state IN ('STANDS', 'WAITS') AND i.id <> twice.kept;

UPDATE enterprise e SET e.waiting =
    (SELECT COUNT(*) FROM enterprise_fact f WHERE f.tenant_id = e.tenant_id AND f.enterprise_id = e.id AND f.state = 'WAITS')
  + (SELECT COUNT(*) FROM enterprise_item i WHERE i.tenant_id = e.tenant_id AND i.enterprise_id = e.id AND i.state = 'WAITS')
WHERE e.waiting > 0;

ALTER TABLE enterprise_item
    -- The number as long as the entry stands or waits; without one the register looks at title and day itself.
    ADD COLUMN current_number VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
        GENERATED ALWAYS AS (CASE WHEN state IN ('STANDS', 'WAITS') AND number <> '' THEN number END) STORED,
    ADD UNIQUE KEY enterprise_item_current (tenant_id, enterprise_id, kind, current_number);
