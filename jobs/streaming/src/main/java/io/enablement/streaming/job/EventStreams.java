package io.enablement.streaming.job;

import io.enablement.domain.event.Admission;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Family;
import io.enablement.domain.event.PackedEvent;
import io.enablement.streaming.ingest.DealFormat;
import io.enablement.streaming.ingest.DecodeEvents;
import io.enablement.streaming.ingest.EventFormat;
import io.enablement.streaming.ingest.RawMessage;
import io.enablement.streaming.ingest.RecordedAt;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The events of each topic, and how many there were. */
final class EventStreams {

    private final StreamExecutionEnvironment env;
    private final Messages messages;
    private final Admission admission;
    private final BusinessCalendar calendar;
    private final ResultRows results;

    EventStreams(
            StreamExecutionEnvironment env,
            Messages messages,
            Admission admission,
            BusinessCalendar calendar,
            ResultRows results) {
        this.env = env;
        this.messages = messages;
        this.admission = admission;
        this.calendar = calendar;
        this.results = results;
    }

    /** Nine of ten events are of deals: they travel, wait and are kept in the same bytes. */
    DataStream<PackedEvent> deals() {
        DealFormat format = new DealFormat();
        return read(Family.DEAL, DealEvent.class, format)
                .map(event -> PackedEvent.of(event, format.pack(event)))
                .returns(new WireType<>(PackedEvent.class, new PackedEventWire()))
                .uid("pack-deal-events")
                .name("Pack deal events");
    }

    <E extends Event> DataStream<E> read(Family family, Class<E> type, EventFormat<E> format) {
        SingleOutputStreamOperator<E> events =
                source(family.topic())
                        .process(new DecodeEvents<>(format, admission, calendar))
                        .returns(TypeInformation.of(type))
                        .uid("decode-" + family.topic())
                        .name("Decode " + family.label() + " events");
        results.addProgress(family.topic(), events.getSideOutput(DecodeEvents.PROGRESS));
        return events;
    }

    private DataStream<RawMessage> source(String topic) {
        Source<RawMessage, ?, ?> source = messages.of(topic);
        return env.fromSource(source, watermarks(source), "Read " + topic).uid(topic);
    }

    /** Where the end is known everything is kept until then. */
    private static WatermarkStrategy<RawMessage> watermarks(Source<RawMessage, ?, ?> source) {
        return source.getBoundedness() == Boundedness.BOUNDED
                ? WatermarkStrategy.noWatermarks()
                : RecordedAt.watermarks();
    }
}
