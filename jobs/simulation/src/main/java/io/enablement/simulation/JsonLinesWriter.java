package io.enablement.simulation;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.ProgrammeEvent;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.Split;
import io.enablement.domain.event.Target;
import io.enablement.domain.event.TimeQuality;
import io.enablement.domain.event.TrainingEvent;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/**
 * Writes one event a line, named as in the schemas, plus {@code family}. What an event does not
 * carry is left out.
 */
final class JsonLinesWriter implements Closeable {

    private static final JsonFactory JSON = new JsonFactory();
    private static final SerializedString LINE_END = new SerializedString("\n");

    private final JsonGenerator json;
    private final TimeText times = new TimeText();

    JsonLinesWriter(OutputStream out) throws IOException {
        json = JSON.createGenerator(out, JsonEncoding.UTF8);
        json.setRootValueSeparator(null);
    }

    void write(Event event) throws IOException {
        json.writeStartObject();
        json.writeStringField("family", event.family().label());
        switch (event.family()) {
            case DEAL -> write((DealEvent) event);
            case TRAINING -> write((TrainingEvent) event);
            case CONTENT -> write((ContentEvent) event);
            case PROGRAMME -> write((ProgrammeEvent) event);
            case REP -> write((RepEvent) event);
            case QUOTA -> write((QuotaEvent) event);
        }
        json.writeEndObject();
        json.writeRaw(LINE_END);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private void write(DealEvent event) throws IOException {
        head(event.kind(), event.envelope());
        text("deal_id", event.dealId());
        text("account_id", event.accountId());
        text("owner", event.owner());
        text("stage", event.stage());
        number("stage_rank", event.stageRank());
        number("amount_minor", event.amountMinor());
        text("currency", event.currency());
        text("deal_type", event.dealType());
        text("pipeline", event.pipeline());
        time("expected_close_at", event.expectedCloseMicros());
        if (event.qualification() != Qualification.NONE) {
            text("qualification", event.qualification().name());
        }
        text("loss_reason", event.lossReason());
        text("merged_into", event.mergedInto());
        splits(event.splits());
    }

    private void splits(List<Split> splits) throws IOException {
        if (splits.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("splits");
        for (Split split : splits) {
            json.writeStartObject();
            text("rep_id", split.repId());
            text("kind", split.kind().name());
            json.writeNumberField("basis_points", split.basisPoints());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(TrainingEvent event) throws IOException {
        head(event.kind(), event.envelope());
        text("rep_id", event.repId());
        text("programme_id", event.programmeId());
        text("course_id", event.courseId());
        number("attempt", event.attempt());
        if (event.success() != null) {
            json.writeBooleanField("success", event.success());
        }
        decimal("score", event.score());
        number("duration_seconds", event.durationSeconds());
        text("wave", event.wave());
        text("deal_id", event.dealId());
        text("stage", event.stage());
        target(event.target());
    }

    private void write(ContentEvent event) throws IOException {
        head(event.kind(), event.envelope());
        text("rep_id", event.repId());
        text("deal_id", event.dealId());
        text("account_id", event.accountId());
        text("content_id", event.contentId());
        text("content_version", event.contentVersion());
        text("programme_id", event.programmeId());
        number("duration_seconds", event.durationSeconds());
        number("pages_seen", event.pagesSeen());
        number("pages_total", event.pagesTotal());
        target(event.target());
    }

    private void write(ProgrammeEvent event) throws IOException {
        head(event.kind(), event.envelope());
        text("programme_id", event.programmeId());
        number("version", event.version());
        text("name", event.name());
        text("programme_type", event.programmeType());
        text("owner", event.owner());
        texts("audience_roles", event.audienceRoles());
        texts("audience_regions", event.audienceRegions());
        time("launch_at", event.launchMicros());
        time("payback_end_at", event.paybackEndMicros());
        number("cost_minor", event.costMinor());
        text("currency", event.currency());
        text("primary_metric", event.primaryMetric());
        time("baseline_from", event.baselineFromMicros());
        time("baseline_to", event.baselineToMicros());
        text("assignment", event.assignment().toUpperCase(Locale.ROOT));
        texts("course_ids", event.courseIds());
        texts("content_ids", event.contentIds());
        text("content_version", event.contentVersion());
        decimal("half_life_days", event.halfLifeDays());
    }

    private void write(RepEvent event) throws IOException {
        head(event.kind(), event.envelope());
        text("rep_id", event.repId());
        text("role", event.role());
        text("team", event.team());
        text("region", event.region());
        text("manager", event.manager());
        time("effective_from", event.effectiveFromMicros());
        target(event.target());
    }

    private void write(QuotaEvent event) throws IOException {
        head(event.kind(), event.envelope());
        text("rep_id", event.repId());
        text("period", event.period());
        number("amount_minor", event.amountMinor());
        text("currency", event.currency());
        if (!event.scheduleMinor().isEmpty()) {
            json.writeArrayFieldStart("schedule_minor");
            for (Long month : event.scheduleMinor()) {
                json.writeNumber(month);
            }
            json.writeEndArray();
        }
        time("effective_at", event.effectiveMicros());
        target(event.target());
    }

    private void head(Enum<?> kind, Envelope envelope) throws IOException {
        json.writeStringField("kind", kind.name());
        json.writeStringField("id", envelope.id());
        json.writeStringField("source", envelope.source());
        if (envelope.quality() != TimeQuality.UNKNOWN) {
            time("occurred_at", envelope.occurredAtMicros());
        }
        time("recorded_at", envelope.recordedAtMicros());
        if (envelope.quality() != TimeQuality.OCCURRED) {
            json.writeStringField("time_quality", envelope.quality().name());
        }
    }

    private void target(Target target) throws IOException {
        text("target_source", target.source());
        text("target_id", target.id());
    }

    private void text(String field, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(field, value);
        }
    }

    private void texts(String field, List<String> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void number(String field, Number value) throws IOException {
        if (value != null) {
            json.writeNumberField(field, value.longValue());
        }
    }

    private void decimal(String field, Double value) throws IOException {
        if (value != null) {
            json.writeNumberField(field, value);
        }
    }

    private void time(String field, Long micros) throws IOException {
        if (micros != null) {
            json.writeStringField(field, times.of(micros));
        }
    }
}
