package io.enablement.streaming.state;

import static io.enablement.domain.Times.FEB_4;
import static io.enablement.domain.Times.JAN_5;
import static io.enablement.domain.Times.MAR_6;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.domain.DealEvents;
import io.enablement.domain.attribution.ClosedDeal;
import io.enablement.domain.attribution.FollowedDeal;
import io.enablement.domain.cohort.Exposure;
import io.enablement.domain.cohort.RepProfile;
import io.enablement.domain.deal.Deal;
import io.enablement.domain.event.Cause;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Span;
import io.enablement.domain.rep.ContentMonth;
import io.enablement.domain.rep.MonthKey;
import io.enablement.domain.rep.RepLabel;
import io.enablement.domain.rep.Tenure;
import io.enablement.domain.rep.Tenure.Employment;
import io.enablement.domain.rep.Tenures;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What Flink itself writes of the state; everything else is packed. */
class StateTypesTest {

    private static final RepLabel LABEL = new RepLabel("north", "ae", "emea");

    @Test
    void givesBackTheProfileOfARep() throws IOException {
        Tenure tenure =
                new Tenure(
                        "ann", new Span(JAN_5, Moment.UNKNOWN), LABEL, "eve", Employment.ON_LEAVE);
        Exposure exposure =
                new Exposure(
                        "ann",
                        "p-1",
                        "completed",
                        "2026-02",
                        FEB_4,
                        "first",
                        new Cause("training", "lms", "e-1"));

        givesBack(
                RepProfile.class, new RepProfile(new Tenures(List.of(tenure)), List.of(exposure)));
    }

    @Test
    void givesBackTheKeysOfMonths() throws IOException {
        givesBack(MonthKey.class, new MonthKey(LABEL, "project", 24_312, "p-1"));
        givesBack(ContentMonth.class, new ContentMonth("p-1", "c-1", "2", 24_312));
    }

    @Test
    void givesBackADealThatClaimsTouches() throws IOException {
        Deal deal =
                DealEvents.deal(
                        DealEvents.created(JAN_5),
                        DealEvents.ownerChanged("bob", FEB_4),
                        DealEvents.won(MAR_6));
        FollowedDeal followed = FollowedDeal.of(deal, AttributionRun.RULES).orElseThrow();

        givesBack(FollowedDeal.class, followed);
        givesBack(ClosedDeal.class, followed.closed());
    }

    /** Without Kryo, which would fail here. */
    private static <T> void givesBack(Class<T> type, T value) throws IOException {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        TypeSerializer<T> serializer = TypeInformation.of(type).createSerializer(config);
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);

        T read = serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));

        assertThat(read).isEqualTo(value);
    }
}
