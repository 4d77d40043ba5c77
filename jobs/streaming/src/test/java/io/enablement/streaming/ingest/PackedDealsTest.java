package io.enablement.streaming.ingest;

import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.onDay;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Moment;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches bytes that differ from Avro's: state would be lost with the release after the next. */
class PackedDealsTest {

    private static final DealFormat FORMAT = new DealFormat();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void areWhatAvroPacksOfEveryKind(Kind kind) {
        areWhatAvroPacks(full(kind).event());
    }

    @ParameterizedTest
    @EnumSource(Qualification.class)
    void areWhatAvroPacksOfEveryQualification(Qualification outcome) {
        areWhatAvroPacks(full(Kind.QUALIFIED).qualification(outcome).event());
    }

    @ParameterizedTest
    @MethodSource
    void areWhatAvroPacks(DealEvent event) {
        byte[] avro = FORMAT.messages().pack(FORMAT.message(event));

        assertThat(FORMAT.pack(event)).isEqualTo(avro);
        assertThat(FORMAT.unpack(event.dealId(), avro)).isEqualTo(event);
    }

    static Stream<DealEvent> areWhatAvroPacks() {
        return Stream.of(
                DealEvents.reopened(JAN_5).event(),
                DealEvents.created(onDay("2026-01-05")).dealType("transactional").event(),
                DealEvents.created(Moment.UNKNOWN).owner("Zoë 李").usd(-1).event(),
                DealEvents.won(JAN_5).usd(Long.MAX_VALUE).lossReason("x".repeat(300)).event());
    }

    /** Another current schema needs another {@link PackedDeals}. */
    @Test
    void haveTheCurrentSchema() {
        byte[] avro = FORMAT.messages().pack(FORMAT.message(DealEvents.reopened(JAN_5).event()));

        assertThat(avro[0]).isEqualTo((byte) PackedDeals.SCHEMA);
    }

    private static DealEvents full(Kind kind) {
        return DealEvents.happened(kind, JAN_5)
                .owner("ann")
                .stage("proposal")
                .usd(100)
                .dealType("project")
                .expectedClose(JAN_5)
                .qualification(Qualification.WORK)
                .lossReason("price")
                .mergedInto("d-2")
                .splits(DealEvents.revenue("ann", 100), DealEvents.overlay("bob", 50));
    }
}
