SELECT programme_id, period_kind, period, model, attributed_amount_minor, attributed_deals,
    attributed_share, influenced_amount_minor, influenced_deals
FROM programme_attribution
WHERE period_kind != 'month'
ORDER BY programme_id, period, model
