SELECT * FROM dead_letter_summary ORDER BY dead_letters DESC, reason, topic
