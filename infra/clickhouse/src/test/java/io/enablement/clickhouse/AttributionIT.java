package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the views say of three journeys: two that were won, of which nothing touched one. */
final class AttributionIT {

    private final TestDatabase database = TestDatabase.withSchema();

    @BeforeEach
    void threeDealsAreClosed() {
        rep("ann", "north");
        rep("bob", "south");
        programme("basics", "'deck', 'guide'");
        programme("advanced", "'sheet', 'guide'");
        journey("d-1", "won", "ann", "2026-02-10", "1000", 3, "");
        journey("d-2", "won", "bob", "2026-05-10", "500", 0, "");
        journey("d-3", "lost", "ann", "2026-02-11", "900", 1, "");
        touch("d-1", 1, "training", "basics", "", "");
        touch("d-1", 2, "content", "", "deck", "v1");
        touch("d-1", 3, "content", "", "guide", "v1");
        touch("d-3", 1, "content", "", "sheet", "v1");
        credit("d-1", "first", 1, "training", 1, "1000");
        credit("d-1", "last", 3, "content", 1, "1000");
        for (String model : List.of("linear", "position", "time_decay", "w_shaped")) {
            credit("d-1", model, 1, "training", 0.5, "500");
            credit("d-1", model, 2, "content", 0.25, "250");
            credit("d-1", model, 3, "content", 0.25, "250");
        }
        for (String model : List.of("first", "last", "linear", "position", "time_decay")) {
            credit("d-2", model, 0, "unattributed", 1, "500");
        }
        credit("d-2", "w_shaped", 0, "unattributed", 1, "500");
        published(1);
    }

    /** The deck belongs to the basics alone; whose the guide is nobody knows. */
    @Test
    void showEachProgrammeWhatItInfluencedBesideWhatIsAttributedToIt() {
        assertThat(
                        database.rows(
                                """
                                SELECT programme_id, attributed_amount_minor, attributed_deals,
                                    influenced_amount_minor, influenced_deals
                                FROM programme_attribution
                                WHERE period_kind = 'year' AND model = 'linear'
                                ORDER BY programme_id
                                """))
                .containsExactly(
                        " 250 0.25 1000 1",
                        "basics 750 0.75 1000 1",
                        "unattributed 500 1.0 null null");
    }

    @Test
    void keepATouchThatAModelGivesNothing() {
        assertThat(
                        database.rows(
                                """
                                SELECT content_id, content_version, attributed_amount_minor,
                                    influenced_amount_minor, attributed_share
                                FROM content_version_attribution
                                WHERE period = '2026-Q1' AND model = 'first'
                                ORDER BY content_id
                                """))
                .containsExactly("  1000 1000 1.0", "deck v1 0 1000 0.0", "guide v1 0 1000 0.0");
    }

    /** Breaks where a join multiplies credits or loses those without a group. */
    @Test
    void addUpToTheWonAmountUnderEveryModel() {
        for (String view :
                List.of("programme", "content", "content_version", "touch_type", "team")) {
            assertThat(
                            database.rows(
                                    """
                                    SELECT period, min(minor), max(minor)
                                    FROM
                                    (
                                        SELECT period, model, sum(attributed_amount_minor) AS minor
                                        FROM %s_attribution
                                        WHERE period_kind IN ('quarter', 'all')
                                        GROUP BY period, model
                                    )
                                    GROUP BY period
                                    ORDER BY period
                                    """
                                            .formatted(view)))
                    .as(view)
                    .containsExactly("2026-Q1 1000 1000", "2026-Q2 500 500", "all 1500 1500");
        }
    }

    @Test
    void fileADealUnderTheTeamThatClosedIt() {
        assertThat(
                        database.rows(
                                """
                                SELECT team, touch_type, attributed_amount_minor
                                FROM team_attribution
                                WHERE period_kind = 'all' AND model = 'last'
                                ORDER BY team, touch_type
                                """))
                .containsExactly(
                        "north content 1000", "north training 0", "south unattributed 500");
    }

    @Test
    void sayHowFarTheModelsDisagree() {
        assertThat(
                        database.rows(
                                """
                                SELECT greatest_model, greatest_share, least_model, least_share
                                FROM programme_divergence
                                WHERE period = '2026-Q1' AND programme_id = 'basics'
                                """))
                .containsExactly("first 1.0 last 0.0");
    }

    @Test
    void nameContentThatTouchesNoWonDeal() {
        database.insertState(
                "content_month",
                "rep_id, content_id, month, uses_by_day",
                "'ann', 'unseen', '2026-03-01', map(5, 2, 17, 1)");

        assertThat(database.rows("SELECT * FROM content_without_win ORDER BY content_id"))
                .containsExactly("sheet 0 1 0 2026-01-05", "unseen 3 0 0 2026-03-17");
    }

    /** The day of the news itself is none on which the old version is stale. */
    @Test
    void nameVersionsThatAreUsedAfterANewerOne() {
        publication("deck", "v1", "2025-12-01");
        publication("deck", "v2", "2026-01-04");
        publication("guide", "v1", "2025-12-01");
        publication("guide", "v2", "2026-01-05");

        assertThat(
                        database.rows(
                                """
                                SELECT content_id, content_version, newest_version, stale_touches,
                                    won_deals_touched
                                FROM stale_content_touch
                                """))
                .containsExactly("deck v1 v2 1 1");
    }

    @Test
    void countWhatAReaderMustKnow() {
        journey("d-4", "won", "ann", "2026-02-10", "70", 200, "'capped'");
        merged("d-5", "d-1", "won");
        merged("d-6", "d-5", "merged");
        merged("d-7", "d-0", "");

        assertThat(database.rows("SELECT flag, outcome, deals FROM attribution_flag ORDER BY flag"))
                .containsExactly(
                        "capped won 1",
                        "content_of_several_programmes won 1",
                        "merged_without_target merged 2");
        assertThat(database.rows("SELECT * FROM merged_without_target ORDER BY deal_id"))
                .containsExactly("d-6 d-5 merged", "d-7 d-0 unknown");
    }

    @Test
    void proveThatCreditsAreTheAmount() {
        assertThat(database.rows("SELECT * FROM attribution_proof")).isEmpty();

        credit("d-1", "linear", 2, "content", 0.25, "251");
        credit("d-2", "first", 0, "unattributed", 0.9, "500");
        credit("d-3", "last", 1, "content", 1, "900");
        touch("d-9", 1, "content", "", "deck", "v1");

        assertThat(
                        database.rows(
                                "SELECT deal_id, model, weights, deal_minor, credits_minor FROM attribution_proof ORDER BY deal_id"))
                .containsExactly(
                        "d-1 linear 1.0 1000 1001",
                        "d-2 first 0.9 500 500",
                        "d-3 last 1.0 0 900",
                        "d-9  0.0 0 0");
    }

    @Test
    void proveNothingThatIsNotPublished() {
        database.insert(
                "attribution_credit",
                "generation, version, is_deleted, deal_id, model, weight, amount_minor",
                "1, 2, 0, 'd-3', 'last', 1, 900");

        assertThat(database.rows("SELECT * FROM attribution_proof")).isEmpty();
    }

    private void rep(String repId, String team) {
        database.insertState(
                "rep",
                "rep_id, valid_from, team, employment",
                "'%s', '2020-01-01', '%s', 'employed'".formatted(repId, team));
    }

    private void programme(String programmeId, String contentIds) {
        database.insertState(
                "programme",
                "programme_id, definition, content_ids",
                "'%s', 1, [%s]".formatted(programmeId, contentIds));
    }

    private void publication(String contentId, String version, String day) {
        database.insertState(
                "content_publication",
                "programme_id, source, event_id, content_id, content_version, published_at",
                "'basics', 'cms', '%1$s-%2$s', '%1$s', '%2$s', '%3$s'"
                        .formatted(contentId, version, day));
    }

    private void journey(
            String dealId,
            String outcome,
            String owner,
            String closed,
            String amountMinor,
            int touches,
            String flags) {
        database.insertState(
                "journey",
                "deal_id, outcome, owner, created_at, closed_at, amount_minor, touches, flags",
                "'%s', '%s', '%s', '2026-01-01', '%s', %s, %d, [%s]"
                        .formatted(dealId, outcome, owner, closed, amountMinor, touches, flags));
    }

    private void merged(String dealId, String into, String targetStatus) {
        if (targetStatus.equals("won")) {
            database.insertState("deal", "deal_id, status", "'%s', 'won'".formatted(into));
        }
        database.insertState(
                "deal",
                "deal_id, status, merged_into",
                "'%s', 'merged', '%s'".formatted(dealId, into));
    }

    private void touch(
            String dealId,
            int position,
            String type,
            String programmeId,
            String contentId,
            String version) {
        database.insertState(
                "touch",
                "deal_id, position, touch_type, programme_id, content_id, content_version, occurred_at",
                "'%s', %d, '%s', '%s', '%s', '%s', '2026-01-05 10:00:00'"
                        .formatted(dealId, position, type, programmeId, contentId, version));
    }

    private void credit(
            String dealId,
            String model,
            int position,
            String type,
            double weight,
            String amountMinor) {
        database.insertState(
                "attribution_credit",
                "deal_id, model, position, touch_type, weight, amount_minor",
                "'%s', '%s', %d, '%s', %s, %s"
                        .formatted(dealId, model, position, type, weight, amountMinor));
    }

    private void published(int checkpoint) {
        database.insert(
                "pipeline_status",
                "job, generation, checkpoint, committed_at",
                "'attribution', 1, %d, '2026-04-01 00:00:00'".formatted(checkpoint));
    }
}
