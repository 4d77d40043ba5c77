package io.enablement.streaming.job;

import io.enablement.domain.cohort.CohortTally;
import io.enablement.domain.cohort.Programme;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.Admission;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Family;
import io.enablement.domain.event.PackedEvent;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.Retention;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.streaming.aggregate.AddUpCohorts;
import io.enablement.streaming.ingest.ContentFormat;
import io.enablement.streaming.ingest.DealFormat;
import io.enablement.streaming.ingest.ProgrammeFormat;
import io.enablement.streaming.ingest.QuotaFormat;
import io.enablement.streaming.ingest.RepFormat;
import io.enablement.streaming.ingest.TrainingFormat;
import io.enablement.streaming.sink.ClickHouseSink;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.state.FoldDeals;
import io.enablement.streaming.state.FoldProgrammes;
import io.enablement.streaming.state.KeepRepTimelines;
import io.enablement.streaming.state.RepInput;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Turns the events of all topics into the numbers of every rep and programme cohort. */
public final class CohortMetricsJob {

    /** The name of the job in Flink and in {@code pipeline_status}. */
    public static final String NAME = "cohort-metrics";

    private static final TypeInformation<RepInput> REP_INPUTS =
            new WireType<>(RepInput.class, new RepInputWire());

    private CohortMetricsJob() {}

    public static void main(String[] arguments) throws Exception {
        JobSettings settings = JobSettings.of(System.getenv(), arguments);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(settings.flink());
        build(env, settings);
        env.execute(NAME);
    }

    /** The job between a Kafka cluster and ClickHouse. */
    public static void build(StreamExecutionEnvironment env, JobSettings settings) {
        build(
                env,
                settings.rules(),
                settings.admission(),
                new KafkaMessages(settings.run().kafka(), settings.consumerGroup(NAME)),
                new ClickHouseSink(settings.sink(NAME), ResultTables.of(settings.rules()).all()));
    }

    /** The path of the data, from messages to the rows of all tables. */
    static void build(
            StreamExecutionEnvironment env,
            Rules rules,
            Admission admission,
            Messages messages,
            Sink<Row> sink) {
        ResultTables tables = ResultTables.of(rules);
        Retention retention = new Retention(admission.horizonMonths());
        ResultRows results = new ResultRows();
        EventStreams events = new EventStreams(env, messages, admission, rules.calendar(), results);

        DataStream<PackedEvent> deals = events.deals();
        DataStream<TrainingEvent> trainings =
                events.read(Family.TRAINING, TrainingEvent.class, new TrainingFormat());
        DataStream<ContentEvent> contents =
                events.read(Family.CONTENT, ContentEvent.class, new ContentFormat());
        DataStream<ProgrammeEvent> programmes =
                events.read(Family.PROGRAMME, ProgrammeEvent.class, new ProgrammeFormat());
        DataStream<RepEvent> reps = events.read(Family.REP, RepEvent.class, new RepFormat());
        DataStream<QuotaEvent> quotas =
                events.read(Family.QUOTA, QuotaEvent.class, new QuotaFormat());

        DataStream<ContentEvent> usesByReps =
                contents.filter(use -> !use.repId().isEmpty())
                        .uid("content-uses-by-reps")
                        .name("Leave out content that only a buyer used");

        SingleOutputStreamOperator<RepInput> dealsOfReps =
                deals.keyBy(PackedEvent::aggregate)
                        .transform(
                                "Fold deals",
                                REP_INPUTS,
                                new FoldDeals(rules, retention, new KeptAs<>(new DealFormat())))
                        .uid("deal-history");
        results.addDeals(dealsOfReps, tables);

        SingleOutputStreamOperator<Change<Programme>> definitions =
                programmes
                        .keyBy(ProgrammeEvent::programmeId)
                        .process(new FoldProgrammes(new KeptAs<>(new ProgrammeFormat())))
                        .uid("programme-history")
                        .name("Fold programmes");
        results.addProgrammes(definitions, tables);

        SingleOutputStreamOperator<CohortTally> changes =
                dealsOfReps
                        .union(
                                toReps("trainings", trainings, RepInput::of),
                                toReps("content-uses", usesByReps, RepInput::of),
                                toReps("employment", reps, RepInput::of),
                                toReps("quotas", quotas, RepInput::of))
                        .keyBy(RepInput::repId)
                        .transform(
                                "Keep rep timelines",
                                TypeInformation.of(CohortTally.class),
                                new KeepRepTimelines(
                                        rules,
                                        retention,
                                        new KeptAs<>(new TrainingFormat()),
                                        new KeptAs<>(new RepFormat()),
                                        new KeptAs<>(new QuotaFormat()),
                                        new KeptAs<>(new ContentFormat())))
                        .uid("rep-timeline");
        results.addReps(changes, tables);

        DataStream<Change<CohortTally>> cohorts =
                changes.keyBy(CohortTally::month)
                        .process(new AddUpCohorts())
                        .uid("cohort-tally")
                        .name("Add up cohorts");
        results.addCohorts(cohorts, tables);

        results.sinkTo(sink);
    }

    private static <E> DataStream<RepInput> toReps(
            String what, DataStream<E> events, MapFunction<E, RepInput> input) {
        return events.map(input)
                .returns(REP_INPUTS)
                .uid("rep-inputs-of-" + what)
                .name("Take " + what + " to reps");
    }
}
