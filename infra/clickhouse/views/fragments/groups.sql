-- What counts for groups.
true AS rep_parts_count,
group_fact AS (${group_fact})
