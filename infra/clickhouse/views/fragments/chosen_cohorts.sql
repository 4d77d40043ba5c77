-- The cohorts of one programme and basis, '' for all. Reads all_cohorts.
SELECT
    arrayMap(
        each -> (each.1, each.2, each.3,
            arrayFilter(cohort -> {basis:String} IN ('', cohort.2), each.4)),
        arrayFilter(
            programme -> {programme:String} IN ('', programme.1), every.programmes))
        AS programmes
FROM all_cohorts AS every
