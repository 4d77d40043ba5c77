SELECT * FROM deal_event WHERE deal_id = {deal:String} ORDER BY occurred_at, recorded_at, event_id
