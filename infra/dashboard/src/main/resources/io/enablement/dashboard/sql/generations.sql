SELECT * FROM generation_list ORDER BY generation DESC
