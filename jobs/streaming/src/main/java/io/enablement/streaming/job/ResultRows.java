package io.enablement.streaming.job;

import io.enablement.domain.attribution.Journey;
import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.cohort.Programme;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.DeadLetter;
import io.enablement.domain.event.Progress;
import io.enablement.domain.rep.LedgerEntry;
import io.enablement.streaming.aggregate.CombineUntilCheckpoint;
import io.enablement.streaming.aggregate.CombineUntilCheckpoint.Combination;
import io.enablement.streaming.aggregate.CombineUntilCheckpoint.Key;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.tables.AttributionCreditTable;
import io.enablement.streaming.sink.tables.DeadLetterTable;
import io.enablement.streaming.sink.tables.JourneyTable;
import io.enablement.streaming.sink.tables.SourceProgressTable;
import io.enablement.streaming.sink.tables.TouchTable;
import io.enablement.streaming.state.ContentMonths;
import io.enablement.streaming.state.CreditDeals;
import io.enablement.streaming.state.FoldDeals;
import io.enablement.streaming.state.FoldProgrammes;
import io.enablement.streaming.state.KeepRepTimelines;
import io.enablement.streaming.state.Refused;
import io.enablement.streaming.state.RepMonths;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Collects the rows of all tables on their way to the one sink. */
final class ResultRows {

    private static final DeadLetterTable DEAD_LETTERS = new DeadLetterTable();
    private static final SourceProgressTable PROGRESS = new SourceProgressTable();

    static final TypeInformation<Row> ROWS = new WireType<>(Row.class, new RowWire());

    private final List<DataStream<Row>> rows = new ArrayList<>();

    /** One row for each value; the uid says what the values are. */
    <T> void add(String uid, DataStream<T> values, MapFunction<T, Row> row) {
        rows.add(values.map(row).returns(ROWS).uid("rows-" + uid).name("Rows of " + uid));
    }

    void addRows(DataStream<Row> more) {
        rows.add(more);
    }

    /** One row for all values of a key between two checkpoints. */
    <K, T> void addCombined(
            String uid,
            DataStream<T> values,
            Key<T, K> key,
            Combination<T> combination,
            MapFunction<T, Row> row) {
        DataStream<T> combined =
                values.transform(
                                "Combine " + uid,
                                values.getType(),
                                new CombineUntilCheckpoint<>(key, combination))
                        .uid("combine-" + uid);
        add(uid, combined, row);
    }

    void addDeadLetters(String of, DataStream<DeadLetter> letters) {
        add("dead-letters-of-" + of, letters, letter -> DEAD_LETTERS.map(Change.to(letter)));
    }

    void addProgress(String of, DataStream<Progress> progress) {
        addCombined("progress-of-" + of, progress, Progress::source, Progress::plus, PROGRESS);
    }

    void addDeals(SingleOutputStreamOperator<?> deals, ResultTables tables) {
        add("deals", deals.getSideOutput(FoldDeals.DEALS), tables.deal());
        add("stages", deals.getSideOutput(FoldDeals.STAGES), tables.dealStage());
        addRefused("deals", deals);
    }

    void addProgrammes(
            SingleOutputStreamOperator<Change<Programme>> programmes, ResultTables tables) {
        add("programmes", programmes, tables.programme());
        add(
                "publications",
                programmes.getSideOutput(FoldProgrammes.PUBLICATIONS),
                tables.contentPublication());
        addRefused("programmes", programmes);
    }

    void addReps(SingleOutputStreamOperator<?> reps, ResultTables tables) {
        add("tenures", reps.getSideOutput(KeepRepTimelines.TENURES), tables.rep());
        add("quotas", reps.getSideOutput(KeepRepTimelines.QUOTAS), tables.quota());
        add("exposures", reps.getSideOutput(KeepRepTimelines.EXPOSURES), tables.exposure());
        add("assignments", reps.getSideOutput(KeepRepTimelines.ASSIGNMENTS), tables.assignment());
        add(
                "memberships",
                reps.getSideOutput(KeepRepTimelines.MEMBERSHIPS),
                tables.membershipLedger());
        add("ledger", reps.getSideOutput(RepMonths.LEDGER), tables.repLedger());
        addCombined(
                "content-ledger",
                reps.getSideOutput(RepMonths.CONTENT_LEDGER),
                LedgerEntry::place,
                LedgerEntry::plus,
                tables.repLedger());
        add("rep-months", reps.getSideOutput(RepMonths.MONTHS), tables.repMonth());
        add("content-months", reps.getSideOutput(ContentMonths.MONTHS), tables.contentMonth());
        addRefused("reps", reps);
    }

    void addCohorts(DataStream<Change<CohortTally>> cohorts, ResultTables tables) {
        addCombined(
                "cohorts",
                cohorts,
                change -> change.value().month(),
                Combination.last(),
                tables.cohortMetric());
    }

    void addJourneys(SingleOutputStreamOperator<Change<Journey>> journeys) {
        add("journeys", journeys, new JourneyTable());
        add("touches", journeys.getSideOutput(CreditDeals.TOUCHES), new TouchTable());
        add("credits", journeys.getSideOutput(CreditDeals.CREDITS), new AttributionCreditTable());
    }

    void addRefused(String of, SingleOutputStreamOperator<?> operator) {
        addDeadLetters(of, operator.getSideOutput(Refused.DEAD_LETTERS));
        addProgress(of, operator.getSideOutput(Refused.PROGRESS));
    }

    void sinkTo(Sink<Row> sink) {
        rows.stream()
                .reduce((some, more) -> some.union(more))
                .orElseThrow()
                .sinkTo(sink)
                .uid("results")
                .name("Write results");
    }
}
