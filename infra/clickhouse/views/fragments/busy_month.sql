-- Reads the months of reps.
SELECT min(month) AS first_month, max(month) AS last_month
FROM months
WHERE (created, won, lost, dropped, qualified, reopened, content_uses) != (0, 0, 0, 0, 0, 0, 0)
    OR programme_id != ''
