package io.enablement.streaming.job;

import io.enablement.domain.event.Admission;
import io.enablement.domain.event.Family;
import io.enablement.streaming.ingest.ContentFormat;
import io.enablement.streaming.ingest.DealFormat;
import io.enablement.streaming.ingest.ProgrammeFormat;
import io.enablement.streaming.ingest.QuotaFormat;
import io.enablement.streaming.ingest.ReadEvent;
import io.enablement.streaming.ingest.ReadRejected;
import io.enablement.streaming.ingest.RepFormat;
import io.enablement.streaming.ingest.TrainingFormat;
import io.enablement.streaming.sink.ClickHouseSink;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.Table;
import io.enablement.streaming.sink.tables.SourceProgressTable;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Keeps every record of every topic, as it came and as columns, and tells once of each that cannot
 * count.
 */
public final class EventArchiveJob {

    /** The name of the job in Flink and in {@code pipeline_status}. */
    public static final String NAME = "event-archive";

    /** The tables that the job writes. */
    static final List<Table> TABLES =
            List.of(
                    ArchiveRecords.EVENT_LOG.table(),
                    ArchiveRecords.DEAD_LETTERS.table(),
                    new SourceProgressTable().table());

    private EventArchiveJob() {}

    public static void main(String[] arguments) throws Exception {
        ArchiveSettings settings = ArchiveSettings.of(System.getenv(), arguments);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(settings.flink());
        build(env, settings);
        env.execute(NAME);
    }

    /** The job between a Kafka cluster and ClickHouse. */
    public static void build(StreamExecutionEnvironment env, ArchiveSettings settings) {
        build(
                env,
                settings.admission(),
                new KafkaMessages(settings.run().kafka(), settings.consumerGroup()),
                new ClickHouseSink(settings.sink(), TABLES));
    }

    /** The path of the data, from the records of all topics to rows. */
    static void build(
            StreamExecutionEnvironment env,
            Admission admission,
            Messages messages,
            Sink<Row> sink) {
        ArchivedTopics topics = new ArchivedTopics(env, messages);

        topics.add(Family.DEAL, new ReadEvent<>(new DealFormat(), admission));
        topics.add(Family.TRAINING, new ReadEvent<>(new TrainingFormat(), admission));
        topics.add(Family.CONTENT, new ReadEvent<>(new ContentFormat(), admission));
        topics.add(Family.PROGRAMME, new ReadEvent<>(new ProgrammeFormat(), admission));
        topics.add(Family.REP, new ReadEvent<>(new RepFormat(), admission));
        topics.add(Family.QUOTA, new ReadEvent<>(new QuotaFormat(), admission));
        topics.add(ReadRejected.TOPIC, new ReadRejected());

        topics.sinkTo(sink);
    }
}
