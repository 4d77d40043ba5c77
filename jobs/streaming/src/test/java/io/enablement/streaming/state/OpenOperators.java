package io.enablement.streaming.state;

import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.deal.Rates;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Retention;
import io.enablement.streaming.ingest.ContentFormat;
import io.enablement.streaming.ingest.DealFormat;
import io.enablement.streaming.ingest.QuotaFormat;
import io.enablement.streaming.ingest.RepFormat;
import io.enablement.streaming.ingest.TrainingFormat;
import io.enablement.streaming.job.KeptAs;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;

/** The operators that keep histories, each alone and open, with rules that leave all as it is. */
final class OpenOperators {

    private static final Rules RULES = new Rules(BusinessCalendar.DEFAULT, Rates.only("USD"));

    private OpenOperators() {}

    static KeyedOneInputStreamOperatorTestHarness<String, DealEvent, RepInput> foldDeals(
            Retention retention) throws Exception {
        return ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                new FoldDeals(RULES, retention, new KeptAs<>(new DealFormat())),
                DealEvent::dealId,
                Types.STRING);
    }

    static KeyedOneInputStreamOperatorTestHarness<String, RepInput, CohortTally> keepRepTimelines(
            Retention retention) throws Exception {
        return ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                new KeepRepTimelines(
                        RULES,
                        retention,
                        new KeptAs<>(new TrainingFormat()),
                        new KeptAs<>(new RepFormat()),
                        new KeptAs<>(new QuotaFormat()),
                        new KeptAs<>(new ContentFormat())),
                RepInput::repId,
                Types.STRING);
    }
}
