-- The parts of now, without what no ledger holds.
rep_fact AS
(
    WITH months AS (SELECT * FROM current_rep_month)
    ${parts_as_facts}
)
