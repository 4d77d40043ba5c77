-- The reps of a cohort, or of its controls, who have the role and region of a question.
SELECT rep_id, latest.3 AS team, latest.4 AS role, rep_quota AS quota, rep_credited AS credited,
    attainment, rep_won_amount AS won_amount, rep_content_uses AS content_uses
FROM chosen_rep_period_at(as_of = {as_of:String}, programme = {programme:String},
    basis = {basis:String}, team = {group_team:String}, role = {role:String},
    region = {region:String}, by_time = 0)
WHERE side = {side:String} AND programme_id = {programme:String} AND basis = {basis:String}
    AND cohort = {cohort:String} AND period = {period:String} AND deal_type = {deals:String}
    AND is_rep
ORDER BY attainment DESC NULLS LAST, won_amount DESC, rep_id
