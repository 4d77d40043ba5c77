-- What can be chosen: the teams, roles and regions of reps, the deal types and the periods in which
-- anything happened.
SELECT
    arraySort(groupUniqArrayIf(toString(team), team != '')) AS teams,
    arraySort(groupUniqArrayIf(toString(role), role != '')) AS roles,
    arraySort(groupUniqArrayIf(toString(region), region != '')) AS regions,
    arraySort(groupUniqArrayIf(toString(deal_type), deal_type != '')) AS deal_types,
    arrayReverseSort(groupUniqArrayArray(
        arrayMap(span -> (span.1, span.2),
            arrayFilter(span -> busy AND span.1 != 'all', periods_of_month)))) AS periods
FROM
(
    SELECT
        team, role, region, deal_type,
        (created, won, lost, dropped, qualified, reopened, content_uses) != (0, 0, 0, 0, 0, 0, 0)
            AS busy,
        periods_of(month, fiscal_year_start()) AS periods_of_month
    FROM current_rep_month
)
