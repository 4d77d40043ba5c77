package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The content of a programme in the hands of its audience. */
abstract class ContentExamples {

    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final String PROGRAMME = "guided";

    /** An audience of five, two of whom use the guide; a second version comes on January 20. */
    static void tell(ExampleEvents events) {
        events.programme(PROGRAMME, "2025-12-01", "reader", "guide");
        published(events, "2025-12-15", "v1");
        published(events, "2026-01-20", "v2");
        for (int number = 1; number <= 5; number++) {
            events.rep("reader-" + number).hired("2024-01-01", "readers", "reader");
        }
        events.deal("read-1").created("2026-01-05", "reader-1").won("2026-01-25");
        events.deal("read-2").created("2026-01-05", "reader-2").lost("2026-01-25");
        events.rep("reader-1")
                .uses("guide", "2026-01-15", Map.of("content_version", "v1", "deal_id", "read-1"))
                .uses("guide", "2026-01-20", Map.of("content_version", "v1"));
        events.rep("reader-3")
                .uses("guide", "2026-01-25", Map.of("content_version", "v1"))
                .uses("guide", "2026-01-26", Map.of("content_version", "v2"));
    }

    private static void published(ExampleEvents events, String day, String version) {
        events.tell(
                "programme",
                "CONTENT_PUBLISHED",
                ExampleEvents.at(day),
                Map.of(
                        "programme_id",
                        PROGRAMME,
                        "content_ids",
                        List.of("guide"),
                        "content_version",
                        version));
    }

    @Test
    void usesAreCountedPerRepOfTheAudience() throws IOException {
        assertThat(january("content_uses")).isEqualTo(4);
        assertThat(january("content_uses_per_rep")).isCloseTo(4.0 / 5, EXACTLY);
        assertThat(january("share_of_reps_using_content")).isCloseTo(2.0 / 5, EXACTLY);
    }

    @Test
    void usesOnDealsAreCountedPerClosedDeal() throws IOException {
        assertThat(january("content_uses_per_deal")).isCloseTo(1.0 / 2, EXACTLY);
    }

    @Test
    void aVersionIsStaleFromTheDayAfterTheNextOne() throws IOException {
        assertThat(january("share_of_stale_uses")).isCloseTo(1.0 / 4, EXACTLY);
    }

    private static Double january(String metric) throws IOException {
        return results().programme(PROGRAMME, "2026-01").number(metric);
    }
}
