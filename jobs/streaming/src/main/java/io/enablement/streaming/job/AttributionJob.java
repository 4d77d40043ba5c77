package io.enablement.streaming.job;

import io.enablement.domain.attribution.AttributionRules;
import io.enablement.domain.attribution.Journey;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.Admission;
import io.enablement.domain.event.Change;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.Family;
import io.enablement.domain.event.PackedEvent;
import io.enablement.domain.event.Retention;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.streaming.ingest.ContentFormat;
import io.enablement.streaming.ingest.DealFormat;
import io.enablement.streaming.ingest.TrainingFormat;
import io.enablement.streaming.sink.ClickHouseSink;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.Table;
import io.enablement.streaming.sink.tables.AttributionCreditTable;
import io.enablement.streaming.sink.tables.DeadLetterTable;
import io.enablement.streaming.sink.tables.JourneyTable;
import io.enablement.streaming.sink.tables.SourceProgressTable;
import io.enablement.streaming.sink.tables.TouchTable;
import io.enablement.streaming.state.ClaimTouches;
import io.enablement.streaming.state.CreditDeals;
import io.enablement.streaming.state.FollowDeals;
import io.enablement.streaming.state.FollowedChange;
import io.enablement.streaming.state.JourneyInput;
import io.enablement.streaming.state.KeepTouches;
import io.enablement.streaming.state.LinkInput;
import io.enablement.streaming.state.LinkTouches;
import io.enablement.streaming.state.Refused;
import io.enablement.streaming.state.TouchInput;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Joins touches to the deals they led to, and divides won money among them by every rule. */
public final class AttributionJob {

    /** The name of the job in Flink and in {@code pipeline_status}. */
    public static final String NAME = "attribution";

    /** The tables that the job writes. */
    static final List<Table> TABLES =
            List.of(
                    new JourneyTable().table(),
                    new TouchTable().table(),
                    new AttributionCreditTable().table(),
                    new DeadLetterTable().table(),
                    new SourceProgressTable().table());

    private AttributionJob() {}

    public static void main(String[] arguments) throws Exception {
        AttributionSettings settings = AttributionSettings.of(System.getenv(), arguments);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(settings.flink());
        build(env, settings);
        env.execute(NAME);
    }

    /** The job between a Kafka cluster and ClickHouse. */
    public static void build(StreamExecutionEnvironment env, AttributionSettings settings) {
        build(
                env,
                settings.job().rules(),
                settings.attribution(),
                settings.job().admission(),
                new KafkaMessages(settings.job().run().kafka(), settings.consumerGroup()),
                new ClickHouseSink(settings.sink(), TABLES));
    }

    /** The path of the data, from messages to the rows of all tables. */
    static void build(
            StreamExecutionEnvironment env,
            Rules rules,
            AttributionRules attribution,
            Admission admission,
            Messages messages,
            Sink<Row> sink) {
        Retention touchRetention = attribution.touchRetention();
        ResultRows results = new ResultRows();
        EventStreams events = new EventStreams(env, messages, admission, rules.calendar(), results);

        DataStream<PackedEvent> deals = events.deals();
        DataStream<TrainingEvent> trainings =
                events.read(Family.TRAINING, TrainingEvent.class, new TrainingFormat());
        DataStream<ContentEvent> contents =
                events.read(Family.CONTENT, ContentEvent.class, new ContentFormat());

        SingleOutputStreamOperator<LinkInput> touches =
                toTouches("trainings", trainings, TouchInput::of)
                        .union(toTouches("content-uses", contents, TouchInput::of))
                        .keyBy(TouchInput::keeper)
                        .process(
                                new KeepTouches(
                                        rules.calendar(),
                                        touchRetention,
                                        new KeptAs<>(new TrainingFormat()),
                                        new KeptAs<>(new ContentFormat())))
                        .uid("touches")
                        .name("Keep touches");
        results.addRefused("touches", touches);

        SingleOutputStreamOperator<FollowedChange> closedDeals =
                deals.keyBy(PackedEvent::aggregate)
                        .process(
                                new FollowDeals(
                                        rules,
                                        new Retention(admission.horizonMonths()),
                                        new KeptAs<>(new DealFormat())))
                        .uid("closed-deals")
                        .name("Follow deals");
        results.addProgress("deals", closedDeals.getSideOutput(Refused.PROGRESS));

        SingleOutputStreamOperator<LinkInput> claims =
                closedDeals
                        .keyBy(FollowedChange::destination)
                        .process(new ClaimTouches(attribution))
                        .uid("claims")
                        .name("Claim touches");

        DataStream<JourneyInput> linked =
                touches.union(claims)
                        .keyBy(LinkInput::link, Types.STRING)
                        .transform(
                                "Link touches",
                                TypeInformation.of(JourneyInput.class),
                                new LinkTouches(attribution, touchRetention))
                        .uid("links");

        SingleOutputStreamOperator<Change<Journey>> journeys =
                linked.union(claims.getSideOutput(ClaimTouches.CLOSED_DEALS))
                        .keyBy(JourneyInput::dealId, Types.STRING)
                        .transform(
                                "Credit deals",
                                TypeInformation.of(new TypeHint<Change<Journey>>() {}),
                                new CreditDeals(attribution))
                        .uid("journeys");
        results.addJourneys(journeys);

        results.sinkTo(sink);
    }

    private static <E> DataStream<TouchInput> toTouches(
            String what, DataStream<E> events, MapFunction<E, TouchInput> input) {
        return events.map(input)
                .returns(TouchInput.class)
                .uid("touch-inputs-of-" + what)
                .name("Take " + what + " to touches");
    }
}
