package io.enablement.streaming.sink.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.attribution.ClosedDeal;
import io.enablement.domain.attribution.Credit;
import io.enablement.domain.attribution.Journey;
import io.enablement.domain.attribution.JourneyTouch;
import io.enablement.domain.attribution.LinkedTouch;
import io.enablement.domain.attribution.RuleModel;
import io.enablement.domain.attribution.Touch;
import io.enablement.domain.attribution.TouchType;
import io.enablement.domain.deal.DealStatus;
import io.enablement.domain.event.Change;
import io.enablement.streaming.sink.Row;
import io.enablement.streaming.sink.RowBytes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Catches a column that takes the value of its neighbour. */
class AttributionTablesTest {

    private static final Instant TOUCHED = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant CLOSED = Instant.parse("2026-03-06T00:00:00Z");
    private static final Touch TOUCH =
            new Touch(
                    TouchType.CONTENT,
                    "content",
                    "viewed",
                    "tool",
                    "e-1",
                    micros(TOUCHED),
                    "ann",
                    "d-1",
                    "p-1",
                    "course",
                    "c-1",
                    "2");

    @Test
    void aJourneyIsARowOfItsDeal() {
        ClosedDeal deal =
                new ClosedDeal(
                        "d-1",
                        DealStatus.WON,
                        "bob",
                        micros(TOUCHED),
                        null,
                        micros(CLOSED),
                        null,
                        true);
        Journey journey = new Journey(deal, List.of(new LinkedTouch(TOUCH, "d-2")), 3);

        Row row = new JourneyTable().map(Change.to(journey));

        assertThat(row.key()).isEqualTo(new RowBytes().string("d-1").toBytes());
        assertThat(row.columns())
                .isEqualTo(
                        new RowBytes()
                                .string("d-1")
                                .string("won")
                                .string("bob")
                                .nullable(TOUCHED, RowBytes::dateTime64)
                                .nullable(null, RowBytes::dateTime64)
                                .nullable(CLOSED, RowBytes::dateTime64)
                                .nullable(null, RowBytes::int64)
                                .uint32(1)
                                .uint32(3)
                                .array(List.of("capped", "no_rate"), RowBytes::string)
                                .toBytes());
    }

    @Test
    void aTouchIsARowOfItsPlace() {
        JourneyTouch step = new JourneyTouch("d-2", 4, new LinkedTouch(TOUCH, "d-1"));

        Row row = new TouchTable().map(Change.to(step));

        assertThat(row.key()).isEqualTo(new RowBytes().string("d-2").uint32(4).toBytes());
        assertThat(row.columns())
                .isEqualTo(
                        new RowBytes()
                                .string("d-2")
                                .uint32(4)
                                .string("content")
                                .string("content")
                                .string("viewed")
                                .string("tool")
                                .string("e-1")
                                .dateTime64(TOUCHED)
                                .string("ann")
                                .string("p-1")
                                .string("course")
                                .string("c-1")
                                .string("2")
                                .string("deal")
                                .string("d-1")
                                .toBytes());
    }

    @Test
    void aCreditIsARowOfItsDealModelAndPlace() {
        Credit credit =
                new Credit("d-2", RuleModel.TIME_DECAY, 4, TOUCH, 0.25, 700L, micros(CLOSED));

        Row row = new AttributionCreditTable().map(Change.to(credit));

        assertThat(row.key())
                .isEqualTo(new RowBytes().string("d-2").string("time_decay").uint32(4).toBytes());
        assertThat(row.columns())
                .isEqualTo(
                        new RowBytes()
                                .string("d-2")
                                .string("time_decay")
                                .uint32(4)
                                .string("content")
                                .string("tool")
                                .string("e-1")
                                .string("ann")
                                .string("content")
                                .string("p-1")
                                .string("course")
                                .string("c-1")
                                .string("2")
                                .float64(0.25)
                                .nullable(700L, RowBytes::int64)
                                .nullable(CLOSED, RowBytes::dateTime64)
                                .toBytes());
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000;
    }
}
