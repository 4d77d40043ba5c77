package io.enablement.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the audit of attribution makes of a few archived events. Fails where a weight, a look-back,
 * an owner, a void, a merge or the division to the cent breaks in the SQL that judges the job.
 */
final class AttributionAuditIT {

    private static final String ALL = "known_at = '2299-01-01 00:00:00'";
    private static final String CREATED = "2026-01-01";
    private static final String CLOSED = "2026-02-10";

    private final TestDatabase database = TestDatabase.withSchema();

    private int offset;

    @BeforeEach
    void publishTheArchive() {
        database.insert(
                "pipeline_status",
                "job, generation, checkpoint, committed_at",
                "'event-archive', 1, 1, '2026-04-01 00:00:00'");
    }

    /** METRICS.md: touches on day 0, 10, 20 and 30, qualified on day 15, closed on day 40. */
    @Test
    void givesEachTouchTheWeightOfItsPlace() {
        won("d-1", "ann", 1001);
        deal("d-1", "QUALIFIED", "2026-01-16", "qualification", "'WORK'");
        for (String day : List.of("2026-01-01", "2026-01-11", "2026-01-21", "2026-01-31")) {
            use("ann", "", day);
        }

        assertThat(credits("w_shaped"))
                .containsExactly("1 0.3 301", "2 0.3 300", "3 0.1 100", "4 0.3 300");
        assertThat(credits("position"))
                .containsExactly("1 0.4 401", "2 0.1 100", "3 0.1 100", "4 0.4 400");
        assertThat(credits("first")).containsExactly("1 1.0 1001");
        assertThat(credits("last")).containsExactly("4 1.0 1001");
        assertThat(credits("linear"))
                .containsExactly("1 0.25 251", "2 0.25 250", "3 0.25 250", "4 0.25 250");
    }

    /** 0.1 / 64 = 0.0015625, in the middle of two millionths; 0.002 is another weight. */
    @Test
    void takesWeightsThatDifferInTheLastBitForEqual() {
        assertThat(partsOfCredits("0.0015625", "0.0015624999999999998")).isEqualTo(1);
        assertThat(partsOfCredits("0.0015625", "0.002")).isEqualTo(2);
    }

    /** METRICS.md: ages 30, 14, 7 and 0 with a half-life of 30 days; all of them ten days older. */
    @Test
    void halvesTheWeightInEveryHalfLife() {
        won("d-1", "ann", 1_000_000);
        for (String day : List.of("2026-01-01", "2026-01-17", "2026-01-24", "2026-01-31")) {
            use("ann", "", day);
        }

        assertThat(credits("time_decay"))
                .containsExactly(
                        "1 0.162639 162638",
                        "2 0.235382 235382",
                        "3 0.276703 276703",
                        "4 0.325277 325277");
        assertThat(credits("w_shaped"))
                .as("never qualified: 3/7, 1/14, 1/14, 3/7")
                .containsExactly(
                        "1 0.428571 428571",
                        "2 0.071429 71429",
                        "3 0.071429 71429",
                        "4 0.428571 428571");
    }

    @Test
    void leavesAWonDealWithoutTouchesUnattributed() {
        won("d-1", "ann", 700);
        use("bob", "", "2026-01-10");
        use("ann", "d-2", "2026-01-10");

        assertThat(credits("linear")).containsExactly("0 1.0 700");
        assertThat(credits("w_shaped")).containsExactly("0 1.0 700");
    }

    @Test
    void linksByTheOwnerOfTheTimeWithinTheWindow() {
        won("d-1", "ann", 700);
        deal("d-1", "OWNER_CHANGED", "2026-01-20", "owner", "'bob'");
        use("ann", "", "2025-10-02"); // 91 days before the creation
        use("ann", "", "2025-10-03"); // 90 days before it
        use("bob", "", "2026-01-19");
        use("ann", "", "2026-01-20");
        use("bob", "", "2026-01-20");
        use("", "d-1", CREATED);
        use("bob", "", CLOSED);

        assertThat(touches())
                .containsExactly(
                        "d-1 1 owner d-1 ann 2025-10-03",
                        "d-1 2 deal d-1  2026-01-01",
                        "d-1 3 owner d-1 bob 2026-01-20");
    }

    @Test
    void countsTheTouchesOfAMergedDealUntilTheMerge() {
        won("d-1", "ann", 700);
        deal("d-2", "CREATED", "2026-01-05", "owner", "'bob'");
        deal("d-2", "MERGED", "2026-01-15", "merged_into", "'d-1'");
        deal("d-3", "CREATED", "2026-01-05", "owner", "'cem'");
        deal("d-3", "MERGED", "2026-01-15", "merged_into", "'d-2'");
        use("bob", "", "2026-01-14");
        use("bob", "", "2026-01-15");
        use("", "d-2", "2026-01-16");
        use("cem", "", "2026-01-10");

        assertThat(touches())
                .containsExactly("d-1 1 owner d-2 bob 2026-01-14", "d-1 2 deal d-2  2026-01-16");
    }

    @Test
    void countsOneTouchAnAttemptAndNoneThatIsVoided() {
        won("d-1", "ann", 700);
        training("COMPLETED", "2026-01-10", "attempt", "1");
        training("PASSED", "2026-01-11", "attempt", "1");
        training("PASSED", "2026-01-12", "attempt, success", "2, 0");
        training("COACHED", "2026-01-13", "attempt", "NULL");
        training("ASSIGNMENT_APPROVED", "2026-01-14", "deal_id", "'d-1'");
        training("COACHED", "2026-01-15", "attempt", "NULL");
        training("VOIDED", "2026-03-01", "target_source, target_id", "'lms', 'e-" + offset + "'");

        assertThat(
                        database.rows(
                                "SELECT position, touch_type, kind, linked_by FROM audited_touch(%s) ORDER BY position"
                                        .formatted(ALL)))
                .containsExactly(
                        "1 training completed owner",
                        "2 coaching coached owner",
                        "3 assignment assignment_approved deal");
    }

    @Test
    void keepsTheFirstAndTheLastOfTooManyTouches() {
        setting("touches_per_deal", "3");
        won("d-1", "ann", 700);
        for (int day = 10; day < 15; day++) {
            use("ann", "", "2026-01-" + day);
        }

        assertThat(touches())
                .containsExactly(
                        "d-1 1 owner d-1 ann 2026-01-10",
                        "d-1 2 owner d-1 ann 2026-01-11",
                        "d-1 3 owner d-1 ann 2026-01-14");
        assertThat(journeys()).containsExactly("d-1 won ann 700 3 2 ['capped']");
    }

    @Test
    void saysWhatAJourneyLacks() {
        deal("d-1", "WON", CLOSED, "owner", "''");
        deal("d-2", "CREATED", CREATED, "amount_minor, currency", "100, 'EUR'");
        deal("d-2", "LOST", CLOSED, "owner", "''");
        deal("d-3", "CREATED", CREATED, "owner", "'ann'");

        assertThat(journeys())
                .containsExactly(
                        "d-1 won unassigned null 0 0 ['undated', 'no_amount']",
                        "d-2 lost unassigned null 0 0 ['no_rate']");
    }

    @Test
    void namesEveryCreditThatIsStoredOtherwise() {
        won("d-1", "ann", 700);
        database.insertState(
                "journey",
                "deal_id, outcome, owner, created_at, closed_at, amount_minor",
                "'d-1', 'won', 'ann', '%s', '%s', 700".formatted(CREATED, CLOSED));
        for (String model : List.of("first", "last", "linear", "position", "time_decay")) {
            unattributed(model, 700);
        }
        unattributed("w_shaped", 699);

        assertThat(
                        database.rows(
                                "SELECT result, deal_id, part, stored, audited FROM audit_difference(%s) WHERE deal_id != ''"
                                        .formatted(ALL)))
                .singleElement()
                .asString()
                .startsWith("attribution_credit d-1 w_shaped 0 unattributed ")
                .endsWith(" 699 700");
    }

    /** How many parts the audit tells apart by their weights. */
    private long partsOfCredits(String... weights) {
        return Long.parseLong(
                database.rows(
                                """
                                SELECT uniqExact(part_of_credit(
                                    'w_shaped', 1, '', '', '', '', '', '', '', '', weight, 1, NULL))
                                FROM (SELECT arrayJoin([%s]) AS weight)
                                """
                                        .formatted(String.join(", ", weights)))
                        .get(0));
    }

    private void unattributed(String model, long minor) {
        database.insertState(
                "attribution_credit",
                "deal_id, model, touch_type, weight, amount_minor, closed_at",
                "'d-1', '%s', 'unattributed', 1, %d, '%s'".formatted(model, minor, CLOSED));
    }

    private List<String> credits(String model) {
        return database.rows(
                "SELECT position, round(weight, 6), amount_minor FROM audited_credit(%s) WHERE model = '%s' ORDER BY position"
                        .formatted(ALL, model));
    }

    private List<String> touches() {
        return database.rows(
                "SELECT deal_id, position, linked_by, origin_deal_id, rep_id, toDate(occurred_at) FROM audited_touch(%s) ORDER BY deal_id, position"
                        .formatted(ALL));
    }

    private List<String> journeys() {
        return database.rows(
                "SELECT deal_id, outcome, owner, amount_minor, touches, touches_left_out, flags FROM audited_journey(%s) ORDER BY deal_id"
                        .formatted(ALL));
    }

    private void won(String dealId, String owner, long amountMinor) {
        deal(
                dealId,
                "CREATED",
                CREATED,
                "owner, amount_minor, currency",
                "'%s', %d, 'USD'".formatted(owner, amountMinor));
        deal(dealId, "WON", CLOSED, "owner", "''");
    }

    private void deal(String dealId, String kind, String day, String columns, String values) {
        event("deal", kind, day, "crm", "deal_id, " + columns, "'" + dealId + "', " + values);
    }

    private void use(String repId, String dealId, String day) {
        event(
                "content",
                "VIEWED",
                day,
                "cms",
                "rep_id, deal_id, content_id",
                "'%s', '%s', 'deck'".formatted(repId, dealId));
    }

    private void training(String kind, String day, String columns, String values) {
        event(
                "training",
                kind,
                day,
                "lms",
                "rep_id, programme_id, course_id, " + columns,
                "'ann', 'p-1', 'c-1', " + values);
    }

    private void event(
            String family, String kind, String day, String source, String columns, String values) {
        offset++;
        database.insert(
                "event_log",
                "generation, checkpoint, topic, offset, family, kind, source, event_id, occurred_at, recorded_at, time_quality, "
                        + columns,
                "1, 1, '%1$s-events', %2$d, '%1$s', '%3$s', '%4$s', 'e-%2$d', '%5$s 00:00:00', '%5$s 00:00:00', 'OCCURRED', %6$s"
                        .formatted(family, offset, kind, source, day, values));
    }

    private void setting(String name, String value) {
        database.insert(
                "generation_setting",
                "job, generation, name, value, checkpoint",
                "'attribution', 1, '%s', '%s', 1".formatted(name, value));
    }
}
