package io.enablement.streaming.ingest;

import static io.enablement.domain.Times.JAN_5;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.ContentEvents;
import io.enablement.domain.DealEvents;
import io.enablement.domain.ProgrammeEvents;
import io.enablement.domain.QuotaEvents;
import io.enablement.domain.RepEvents;
import io.enablement.domain.TrainingEvents;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.schemas.ContentMessage;
import io.enablement.schemas.DealMessage;
import io.enablement.schemas.ProgrammeMessage;
import io.enablement.schemas.QuotaMessage;
import io.enablement.schemas.RepMessage;
import io.enablement.schemas.TrainingMessage;
import java.util.Map;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormatTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void givesBackEveryKindOfDealEvent(Kind kind) throws Exception {
        givesBack(
                new DealFormat(),
                DealEvents.happened(kind, JAN_5)
                        .owner("ann")
                        .stage("proposal")
                        .usd(100)
                        .dealType("project")
                        .expectedClose(JAN_5)
                        .qualification(Qualification.WORK)
                        .lossReason("price")
                        .mergedInto("d-2")
                        .splits(DealEvents.revenue("ann", 100), DealEvents.overlay("bob", 50))
                        .event());
    }

    @Test
    void givesBackADealEventThatSaysNothingMore() throws Exception {
        givesBack(new DealFormat(), DealEvents.reopened(JAN_5).event());
    }

    @ParameterizedTest
    @EnumSource(TrainingEvent.Kind.class)
    void givesBackEveryKindOfTrainingEvent(TrainingEvent.Kind kind) throws Exception {
        givesBack(
                new TrainingFormat(),
                TrainingEvents.happened(kind, JAN_5)
                        .course("c-1")
                        .attempt(2)
                        .success(false)
                        .score(0.5)
                        .durationSeconds(60)
                        .wave("first")
                        .target("lms", "e-1")
                        .event());
    }

    @ParameterizedTest
    @EnumSource(ContentEvent.Kind.class)
    void givesBackEveryKindOfContentEvent(ContentEvent.Kind kind) throws Exception {
        givesBack(
                new ContentFormat(),
                ContentEvents.happened(kind, JAN_5)
                        .dealId("d-1")
                        .durationSeconds(60)
                        .pages(3, 10)
                        .target("cms", "e-1")
                        .event());
    }

    @Test
    void readsABlankOwnerAsNone() throws Exception {
        DealEvent blank = DealEvents.created(JAN_5).owner(" ").event();

        assertThat(new DealFormat().read(message(new DealFormat(), blank)).owner()).isEmpty();
    }

    @Test
    void givesBackTheOtherFamilies() throws Exception {
        givesBack(
                new ProgrammeFormat(),
                ProgrammeEvents.defined(2, JAN_5).programmeId("p-1").event());
        givesBack(
                new RepFormat(),
                RepEvents.hired(JAN_5).team("north").effective(JAN_5).target("hr", "e-1").event());
        givesBack(
                new QuotaFormat(),
                QuotaEvents.set("2026-Q1", 300, JAN_5).ramp(50L, 100L, 150L).event());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ContentMessage.class,
                DealMessage.class,
                ProgrammeMessage.class,
                QuotaMessage.class,
                RepMessage.class,
                TrainingMessage.class
            })
    void allMessagesBeginWithTheSameFields(Class<?> message) {
        assertThat(SpecificData.get().getSchema(message).getFields().subList(0, 5))
                .extracting(Field::name)
                .containsExactly("id", "source", "occurred_at", "recorded_at", "time_quality");
    }

    private static <E extends Event> void givesBack(EventFormat<E> format, E event)
            throws Exception {
        assertThat(format.read(message(format, event))).isEqualTo(event);
        assertThat(format.unpack(event.aggregate(), format.pack(event))).isEqualTo(event);
    }

    private static <E extends Event> RawMessage message(EventFormat<E> format, E event) {
        return new RawMessage(
                event.family().topic(), 0, 0, 0, new byte[0], format.write(event), Map.of());
    }
}
