-- What is known of each rep for one programme and basis, '' for all. Reads rep_membership.
SELECT
    rep_id,
    arrayFilter(own -> {programme:String} IN ('', own.1) AND {basis:String} IN ('', own.2),
        every.exposures) AS exposures,
    arrayFilter(reach -> {programme:String} IN ('', reach.1), every.reaches) AS reaches
FROM rep_membership AS every
