package io.enablement.streaming.state;

import io.enablement.domain.cohort.CohortTally;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** One input of a rep, and where everything that follows from it goes. */
record Turn(
        RepInput input,
        KeyedProcessFunction<String, RepInput, CohortTally>.Context context,
        Collector<CohortTally> cohorts) {}
