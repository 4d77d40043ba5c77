SELECT *
FROM explained_programme_rep(programme = {programme:String}, period = {period:String})
ORDER BY content_uses DESC, rep_id
