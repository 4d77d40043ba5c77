package io.enablement.streaming.sink.tables;

import static io.enablement.streaming.sink.tables.EventColumn.list;
import static io.enablement.streaming.sink.tables.EventColumn.nullable;
import static io.enablement.streaming.sink.tables.EventColumn.text;
import static io.enablement.streaming.sink.tables.EventColumn.time;

import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.LoggedRecord;
import io.enablement.domain.event.LoggedRecord.Place;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.Split;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.streaming.sink.RowBytes;
import io.enablement.streaming.sink.Table;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Table {@code event_log}: every record of every topic as it came, and a column for every field of
 * the event in it.
 */
public final class EventLogTable extends LedgerTable<LoggedRecord<? extends Event>> {

    private static final long serialVersionUID = 1;

    private static final List<String> OF_RECORD =
            List.of(
                    "topic",
                    "partition",
                    "offset",
                    "record_at",
                    "record_key",
                    "headers",
                    "payload",
                    "refused");

    private static final List<EventColumn<?>> OF_EVENT =
            List.of(
                    text("family").all(event -> event.family().label()),
                    text("kind")
                            .deal(event -> event.kind().name())
                            .training(event -> event.kind().name())
                            .content(event -> event.kind().name())
                            .programme(event -> event.kind().name())
                            .rep(event -> event.kind().name())
                            .quota(event -> event.kind().name()),
                    text("source").all(event -> event.envelope().source()),
                    text("event_id").all(event -> event.envelope().id()),
                    time("occurred_at").all(event -> event.envelope().occurredAtMicros()),
                    time("recorded_at").all(event -> event.envelope().recordedAtMicros()),
                    text("time_quality").all(event -> event.envelope().quality().name()),
                    text("deal_id")
                            .deal(DealEvent::dealId)
                            .training(TrainingEvent::dealId)
                            .content(ContentEvent::dealId),
                    text("rep_id")
                            .training(TrainingEvent::repId)
                            .content(ContentEvent::repId)
                            .rep(RepEvent::repId)
                            .quota(QuotaEvent::repId),
                    text("programme_id")
                            .training(TrainingEvent::programmeId)
                            .content(ContentEvent::programmeId)
                            .programme(ProgrammeEvent::programmeId),
                    text("account_id").deal(DealEvent::accountId).content(ContentEvent::accountId),
                    text("owner").deal(DealEvent::owner).programme(ProgrammeEvent::owner),
                    text("stage").deal(DealEvent::stage).training(TrainingEvent::stage),
                    nullable("stage_rank", RowBytes::int32).deal(DealEvent::stageRank),
                    nullable("amount_minor", RowBytes::int64)
                            .deal(DealEvent::amountMinor)
                            .quota(QuotaEvent::amountMinor),
                    text("currency")
                            .deal(DealEvent::currency)
                            .programme(ProgrammeEvent::currency)
                            .quota(QuotaEvent::currency),
                    text("deal_type").deal(DealEvent::dealType),
                    text("pipeline").deal(DealEvent::pipeline),
                    time("expected_close_at").deal(DealEvent::expectedCloseMicros),
                    text("qualification").deal(EventLogTable::qualification),
                    text("loss_reason").deal(DealEvent::lossReason),
                    text("merged_into").deal(DealEvent::mergedInto),
                    list("splits", EventLogTable::writeSplit).deal(DealEvent::splits),
                    text("course_id").training(TrainingEvent::courseId),
                    nullable("attempt", RowBytes::int32).training(TrainingEvent::attempt),
                    nullable("success", EventLogTable::writeTruth).training(TrainingEvent::success),
                    nullable("score", RowBytes::float64).training(TrainingEvent::score),
                    nullable("duration_seconds", RowBytes::int64)
                            .training(TrainingEvent::durationSeconds)
                            .content(ContentEvent::durationSeconds),
                    text("wave").training(TrainingEvent::wave),
                    text("content_id").content(ContentEvent::contentId),
                    text("content_version")
                            .content(ContentEvent::contentVersion)
                            .programme(ProgrammeEvent::contentVersion),
                    nullable("pages_seen", RowBytes::int32).content(ContentEvent::pagesSeen),
                    nullable("pages_total", RowBytes::int32).content(ContentEvent::pagesTotal),
                    nullable("definition", RowBytes::int32).programme(ProgrammeEvent::version),
                    text("name").programme(ProgrammeEvent::name),
                    text("programme_type").programme(ProgrammeEvent::programmeType),
                    list("audience_roles", RowBytes::string)
                            .programme(ProgrammeEvent::audienceRoles),
                    list("audience_regions", RowBytes::string)
                            .programme(ProgrammeEvent::audienceRegions),
                    time("launch_at").programme(ProgrammeEvent::launchMicros),
                    time("payback_end_at").programme(ProgrammeEvent::paybackEndMicros),
                    nullable("cost_minor", RowBytes::int64).programme(ProgrammeEvent::costMinor),
                    text("primary_metric").programme(ProgrammeEvent::primaryMetric),
                    time("baseline_from").programme(ProgrammeEvent::baselineFromMicros),
                    time("baseline_to").programme(ProgrammeEvent::baselineToMicros),
                    text("assignment").programme(ProgrammeEvent::assignment),
                    list("course_ids", RowBytes::string).programme(ProgrammeEvent::courseIds),
                    list("content_ids", RowBytes::string).programme(ProgrammeEvent::contentIds),
                    nullable("half_life_days", RowBytes::float64)
                            .programme(ProgrammeEvent::halfLifeDays),
                    text("role").rep(RepEvent::role),
                    text("team").rep(RepEvent::team),
                    text("region").rep(RepEvent::region),
                    text("manager").rep(RepEvent::manager),
                    time("effective_from").rep(RepEvent::effectiveFromMicros),
                    text("period").quota(QuotaEvent::period),
                    list("schedule_minor", RowBytes::int64).quota(QuotaEvent::scheduleMinor),
                    time("effective_at").quota(QuotaEvent::effectiveMicros),
                    text("target_source")
                            .training(event -> event.target().source())
                            .content(event -> event.target().source())
                            .rep(event -> event.target().source())
                            .quota(event -> event.target().source()),
                    text("target_id")
                            .training(event -> event.target().id())
                            .content(event -> event.target().id())
                            .rep(event -> event.target().id())
                            .quota(event -> event.target().id()));

    public EventLogTable() {
        super(
                Table.ledger(
                        "event_log",
                        Stream.concat(OF_RECORD.stream(), OF_EVENT.stream().map(EventColumn::name))
                                .toArray(String[]::new)));
    }

    @Override
    void write(RowBytes row, LoggedRecord<? extends Event> record) {
        writeRecord(row, record);
        Optional<? extends Event> event = record.event();
        for (EventColumn<?> column : OF_EVENT) {
            column.write(row, event);
        }
    }

    private static void writeRecord(RowBytes row, LoggedRecord<? extends Event> record) {
        Place place = record.place();
        row.string(place.topic()).int32(place.partition()).int64(place.offset());
        // A record without a time says -1.
        Times.writeWhereHeld(row, place.logMicros() < 0 ? null : place.logMicros());
        row.bytes(record.key())
                .map(new TreeMap<>(record.headers()), RowBytes::string, RowBytes::string)
                .bytes(record.payload())
                .string(record.rejection().map(each -> each.reason().label()).orElse(""));
    }

    private static String qualification(DealEvent event) {
        return event.qualification() == Qualification.NONE ? "" : event.qualification().name();
    }

    private static void writeSplit(RowBytes row, Split split) {
        row.string(split.repId()).string(split.kind().name()).int32(split.basisPoints());
    }

    private static void writeTruth(RowBytes row, Boolean truth) {
        row.uint8(truth ? 1 : 0);
    }
}
