package io.enablement.cli.examples;

import static io.enablement.cli.examples.MetricExamplesIT.TODAY;
import static io.enablement.cli.examples.MetricExamplesIT.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.enablement.cli.examples.ExampleResults.Shown;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same event twice, two contents of one event, and times that cannot be. */
abstract class IdentityExamples {

    private static final Map<String, ?> FIRST_CONTENT =
            Map.of(
                    "id", "win",
                    "recorded_at", "2026-01-21T10:00:00Z",
                    "amount_minor", "100",
                    "currency", "USD");
    private static final Map<String, ?> SECOND_CONTENT =
            Map.of(
                    "id", "win",
                    "recorded_at", "2026-01-22T10:00:00Z",
                    "amount_minor", "200",
                    "currency", "USD");

    static void tell(ExampleEvents events) {
        told(events, "twice", "repeating", FIRST_CONTENT, FIRST_CONTENT);
        told(events, "in-order", "conflicting-1", FIRST_CONTENT, SECOND_CONTENT);
        told(events, "reversed", "conflicting-2", SECOND_CONTENT, FIRST_CONTENT);
        events.deal("undated")
                .created("2026-01-05", "forgetful", "100")
                .tell("WON", null, Map.of("time_quality", "UNKNOWN"));
        events.deal("late")
                .created("2026-01-05", "tardy", "100")
                .tell("WON", "2022-06-01T10:00:00Z", Map.of("recorded_at", "2025-07-01T10:00:00Z"));
        events.deal("ahead")
                .created("2026-01-05", "hasty", "100")
                .tell("WON", "2090-01-05T10:00:00Z", Map.of());
        events.deal("without-creation").won("2025-10-20");
        events.deal("open-reopened").created("2026-01-05", "eager").reopened("2026-01-10", "A", 1);
        events.deal("planned")
                .created("2026-01-05", "planner")
                .expected("2026-01-06", "2026-01-31")
                .won("2026-02-03");
    }

    private static void told(
            ExampleEvents events,
            String dealId,
            String owner,
            Map<String, ?> first,
            Map<String, ?> second) {
        events.deal(dealId)
                .created("2026-01-05", owner, "50")
                .tell("WON", "2026-01-20T10:00:00Z", first)
                .tell("WON", "2026-01-20T10:00:00Z", second);
    }

    @Test
    void theSameEventTwiceChangesNothing() throws IOException {
        assertThat(results().rep("repeating", "2026-01").number("deals_won")).isEqualTo(1);
        assertThat(results().rep("repeating", "2026-01").number("won_amount_minor"))
                .isEqualTo(10_000);
        assertThat(deadLetters("twice")).isEmpty();
    }

    @Test
    void ofTwoContentsTheOneRecordedLaterWins() throws IOException {
        assertThat(results().rep("conflicting-1", "2026-01").number("won_amount_minor"))
                .isEqualTo(20_000);
        assertThat(results().rep("conflicting-2", "2026-01").number("won_amount_minor"))
                .isEqualTo(20_000);
    }

    @Test
    void theContentThatLosesIsADeadLetter() throws IOException {
        assertThat(deadLetters("in-order")).containsExactly("conflict");
        assertThat(deadLetters("reversed")).containsExactly("conflict");
    }

    @Test
    void anUnknownTimeCountsInNoPeriod() throws IOException {
        assertThat(results().deal("undated").text("status")).isEqualTo("won");
        assertThat(results().rep("forgetful", "all").number("deals_won")).isZero();
        assertThat(results().rep("forgetful", "2026-01").number("created_win_rate")).isEqualTo(1);
    }

    @Test
    void whatWasRecordedMoreThanThreeYearsLaterIsTooLate() throws IOException {
        assertThat(deadLetters("late")).containsExactly("too_late");
        assertThat(results().deal("late").text("status")).isEqualTo("open");
    }

    @Test
    void whatHasNotHappenedYetIsADeadLetterAndMovesNoClock() throws IOException {
        List<Shown> published = results().all("current_status", Map.of());

        assertThat(deadLetters("ahead")).containsExactly("future");
        assertThat(published)
                .extracting(row -> row.text("greatest_occurred_at"))
                .filteredOn(time -> !time.equals("null"))
                .map(time -> Instant.parse(time.replace(' ', 'T') + "Z"))
                .contains(Instant.parse(TODAY))
                .allSatisfy(time -> assertThat(time).isBeforeOrEqualTo(Instant.parse(TODAY)));
    }

    @Test
    void whatOtherEventsCouldExplainIsAFlagAndNoDeadLetter() throws IOException {
        assertThat(flags("without-creation")).isEqualTo("[\"no_created\"]");
        assertThat(flags("open-reopened")).isEqualTo("[\"reopened_while_open\"]");
        assertThat(deadLetters("without-creation")).isEmpty();
        assertThat(deadLetters("open-reopened")).isEmpty();
    }

    @Test
    void theCloseEventIsTheCloseAndTheEditableDateIsKeptBesideIt() throws IOException {
        assertThat(results().rep("planner", "2026-02").number("deals_won")).isEqualTo(1);
        assertThat(results().deal("planned").text("expected_close_at"))
                .startsWith("2026-01-31 10:00:00");
        assertThat(flags("planned")).isEqualTo("[\"close_date_differs\"]");
    }

    private static String flags(String dealId) throws IOException {
        return results().deal(dealId).columns().path("flags").toString();
    }

    private static List<String> deadLetters(String dealId) throws IOException {
        return results().all("current_dead_letter", Map.of("record_key", dealId)).stream()
                .map(letter -> letter.text("reason"))
                .toList();
    }
}
