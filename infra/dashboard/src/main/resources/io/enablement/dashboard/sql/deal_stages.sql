SELECT * FROM current_deal_stage WHERE deal_id = {deal:String} ORDER BY entered_at, rank, stage
