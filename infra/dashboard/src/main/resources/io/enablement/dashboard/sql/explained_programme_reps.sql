SELECT *
FROM explained_programme_rep(as_of = {as_of:String}, programme = {programme:String},
    period = {period:String})
ORDER BY content_uses DESC, rep_id
