package io.enablement.streaming.state;

import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.deal.Rates;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.PackedEvent;
import io.enablement.domain.event.Retention;
import io.enablement.streaming.ingest.ContentFormat;
import io.enablement.streaming.ingest.DealFormat;
import io.enablement.streaming.ingest.QuotaFormat;
import io.enablement.streaming.ingest.RepFormat;
import io.enablement.streaming.ingest.TrainingFormat;
import io.enablement.streaming.job.KeptAs;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The operators that keep histories, each alone and open, with rules that leave all as it is. */
final class OpenOperators {

    private static final Rules RULES = new Rules(BusinessCalendar.DEFAULT, Rates.only("USD"));

    private static final DealFormat DEALS = new DealFormat();

    private OpenOperators() {}

    static KeyedOneInputStreamOperatorTestHarness<String, PackedEvent, RepInput> foldDeals(
            Retention retention) throws Exception {
        return opened(new FoldDeals(RULES, retention, new KeptAs<>(DEALS)), PackedEvent::aggregate);
    }

    static KeyedOneInputStreamOperatorTestHarness<String, RepInput, CohortTally> keepRepTimelines(
            Retention retention) throws Exception {
        return opened(
                new KeepRepTimelines(
                        RULES,
                        retention,
                        new KeptAs<>(new TrainingFormat()),
                        new KeptAs<>(new RepFormat()),
                        new KeptAs<>(new QuotaFormat()),
                        new KeptAs<>(new ContentFormat())),
                RepInput::repId);
    }

    /** As deal events come to operators. */
    static PackedEvent packed(DealEvent event) {
        return PackedEvent.of(event, DEALS.pack(event));
    }

    /** Lets an operator take one input by itself. */
    static <I> void process(KeyedOneInputStreamOperatorTestHarness<String, I, ?> harness, I input)
            throws Exception {
        harness.processElement(input, 0);
        harness.prepareSnapshotPreBarrier(0);
    }

    private static <I, O> KeyedOneInputStreamOperatorTestHarness<String, I, O> opened(
            OneInputStreamOperator<I, O> operator, KeySelector<I, String> key) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, I, O> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(operator, key, Types.STRING);
        harness.open();
        return harness;
    }
}
