-- What the parts of a month have of the other facts: nothing.
toDateTime64(0, 6, 'UTC') AS label_since,
0 AS mature_created,
0 AS mature_won,
CAST([], 'Array(Tuple(Int32, UInt8))') AS first_deals,
CAST([], 'Array(Tuple(Int32, UInt8))') AS ramps
