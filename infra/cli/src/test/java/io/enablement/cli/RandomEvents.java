package io.enablement.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Events without any sense, about few deals and reps: every kind meets every other in every order,
 * at equal, unknown and mistaken times, and is voided, repeated and contradicted.
 */
final class RandomEvents {

    private static final Instant START = Instant.parse("2024-06-01T00:00:00Z");
    private static final int DAYS = 500;
    private static final List<Integer> HOURS = List.of(0, 0, 6, 12, 23);
    private static final List<Integer> DELAYS = List.of(0, 0, 0, 1, 5, 40, 200);
    private static final List<String> CURRENCIES =
            List.of("USD", "USD", "USD", "EUR", "JPY", "CHF");
    private static final List<String> PERIODS =
            List.of(
                    "2024", "2025", "2024-Q3", "2025-Q1", "2025-Q3", "2024-11", "2025-02",
                    "2025-09");
    private static final List<String> VOIDABLE = List.of("training", "content", "rep", "quota");

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<ObjectNode> events = new ArrayList<>();
    private final SplittableRandom random;
    private final int deals;
    private final int reps;

    /**
     * @param size how many events there are, without the repeated and the contradicting ones
     */
    RandomEvents(long seed, int size) {
        this.random = new SplittableRandom(seed);
        this.deals = size / 14;
        this.reps = size / 400;
        for (int place = 0; place < size; place++) {
            events.add(event(place));
        }
        for (int place = 0; place < size; place++) {
            repeat(events.get(place));
        }
    }

    /** In no order. */
    List<String> lines() {
        List<ObjectNode> shuffled = new ArrayList<>();
        events.forEach(
                event -> {
                    int place = random.nextInt(shuffled.size() + 1);
                    shuffled.add(event);
                    shuffled.set(shuffled.size() - 1, shuffled.get(place));
                    shuffled.set(place, event);
                });
        return shuffled.stream().map(ObjectNode::toString).toList();
    }

    /** One in twenty comes twice, one in fifty with another content that was recorded later. */
    private void repeat(ObjectNode event) {
        if (chance(5)) {
            events.add(event);
        }
        if (chance(2)
                && event.has("amount_minor")
                && event.path("family").asText().equals("deal")) {
            Instant later = Instant.parse(event.path("recorded_at").asText());
            events.add(
                    event.deepCopy()
                            .put("amount_minor", event.path("amount_minor").asLong() + 7)
                            .put("recorded_at", later.plus(1, ChronoUnit.DAYS).toString()));
        }
    }

    private ObjectNode event(int place) {
        ObjectNode event = mapper.createObjectNode();
        event.put("id", "random-" + place).put("source", one("crm", "lms"));
        times(event);
        int family = random.nextInt(100);
        if (family < 55) {
            deal(event);
        } else if (family < 75) {
            training(event);
        } else if (family < 84) {
            content(event);
        } else if (family < 92) {
            rep(event);
        } else {
            quota(event);
        }
        return event;
    }

    private void times(ObjectNode event) {
        Instant occurred = moment();
        int quality = random.nextInt(100);
        if (quality < 5) {
            event.put("time_quality", "UNKNOWN");
        } else if (quality < 20) {
            event.put("time_quality", "DAY");
            event.put("occurred_at", occurred.truncatedTo(ChronoUnit.DAYS).toString());
        } else {
            event.put("occurred_at", occurred.toString());
        }
        Instant recorded = occurred.plus(one(DELAYS), ChronoUnit.DAYS);
        event.put("recorded_at", recorded.plus(random.nextInt(3), ChronoUnit.HOURS).toString());
    }

    private void deal(ObjectNode event) {
        String kind =
                one(
                        "CREATED",
                        "CREATED",
                        "STAGE_CHANGED",
                        "AMOUNT_CHANGED",
                        "OWNER_CHANGED",
                        "CLOSE_DATE_CHANGED",
                        "QUALIFIED",
                        "QUALIFIED",
                        "WON",
                        "WON",
                        "LOST",
                        "REOPENED",
                        "SPLIT_SET",
                        "REMOVED");
        event.put("family", "deal").put("deal_id", deal());
        event.put("kind", kind);
        switch (kind) {
            case "CREATED" -> {
                owner(event);
                amount(event, 80);
                maybe(event, "deal_type", one("TRANSACTIONAL", "PROJECT"));
                maybe(event, "expected_close_at", moment().toString());
            }
            case "STAGE_CHANGED" -> event.put("stage", one("discovery", "proposal"));
            case "AMOUNT_CHANGED" -> amount(event, 100);
            case "OWNER_CHANGED" -> owner(event);
            case "CLOSE_DATE_CHANGED" -> event.put("expected_close_at", moment().toString());
            case "QUALIFIED" ->
                    event.put("qualification", one("WORK", "WORK", "DEFERRED", "DROPPED"));
            case "WON", "LOST" -> amount(event, 60);
            case "SPLIT_SET" -> splits(event.putArray("splits"));
            case "REMOVED" -> removal(event);
            default -> {}
        }
    }

    private void removal(ObjectNode event) {
        String kind = one("DELETED", "UNDELETED", "UNDELETED", "MERGED");
        event.put("kind", kind);
        if (kind.equals("MERGED")) {
            event.put("merged_into", chance(10) ? "another" : deal());
        }
    }

    private void splits(ArrayNode splits) {
        for (int share :
                one(
                        List.of(
                                List.of(10_000),
                                List.of(7_000, 3_000),
                                List.of(3_333, 3_333, 3_334)))) {
            split(splits, "REVENUE", share);
        }
        for (int more = random.nextInt(3); more > 0; more--) {
            split(splits, "OVERLAY", one(List.of(10_000, 2_500, 3_333, 1)));
        }
    }

    private void split(ArrayNode splits, String kind, int basisPoints) {
        splits.addObject().put("rep_id", rep()).put("kind", kind).put("basis_points", basisPoints);
    }

    private void training(ObjectNode event) {
        String kind =
                one(
                        "REQUESTED",
                        "ENROLLED",
                        "STARTED",
                        "COMPLETED",
                        "PASSED",
                        "FAILED",
                        "WAIVED",
                        "ASSIGNMENT_SUBMITTED",
                        "ASSIGNMENT_APPROVED",
                        "SURVEYED",
                        "COACHED",
                        "VOIDED",
                        "VOIDED");
        event.put("family", "training").put("kind", kind).put("rep_id", rep());
        if (kind.equals("VOIDED")) {
            target(event);
            return;
        }
        event.put("programme_id", "random-" + random.nextInt(3));
        maybe(event, "course_id", one("course-1", "course-2"));
        if (chance(40)) {
            event.put("attempt", 1 + random.nextInt(2));
        }
        if (chance(20)) {
            event.put("deal_id", deal());
        }
        maybe(event, "wave", one("wave-1", "wave-2"));
        if (chance(30)) {
            event.put("success", random.nextBoolean());
        }
        if (chance(50)) {
            event.put("score", random.nextDouble());
        }
    }

    private void content(ObjectNode event) {
        String kind = one("VIEWED", "SHARED", "PRESENTED", "DOWNLOADED", "BUYER_VIEWED", "VOIDED");
        event.put("family", "content").put("kind", kind);
        if (!chance(90)) {
            event.put("deal_id", deal());
        } else {
            event.put("rep_id", rep());
            maybe(event, "deal_id", deal());
        }
        if (kind.equals("VOIDED")) {
            target(event);
            return;
        }
        event.put("content_id", "content-" + random.nextInt(4));
        maybe(event, "programme_id", "random-" + random.nextInt(3));
        maybe(event, "content_version", one("v1", "v2"));
    }

    private void rep(ObjectNode event) {
        String kind = one("HIRED", "CHANGED", "CHANGED", "LEFT", "ON_LEAVE", "RETURNED", "VOIDED");
        event.put("family", "rep").put("kind", kind).put("rep_id", rep());
        if (kind.equals("VOIDED")) {
            target(event);
            return;
        }
        maybe(event, "effective_from", moment().toString());
        for (String label : List.of("role", "team", "region")) {
            maybe(event, label, label + "-" + random.nextInt(2));
        }
    }

    private void quota(ObjectNode event) {
        event.put("family", "quota").put("kind", one("SET", "SET", "SET", "VOIDED"));
        event.put("rep_id", rep());
        if (event.path("kind").asText().equals("VOIDED")) {
            target(event);
            return;
        }
        String period = one(PERIODS);
        event.put("period", period).put("currency", one(CURRENCIES));
        event.put("amount_minor", random.nextInt(10) == 0 ? 0 : random.nextLong(100_000_000));
        maybe(event, "effective_at", moment().toString());
        if (chance(30)) {
            schedule(event, period.length() == 4 ? 12 : period.contains("Q") ? 3 : 1);
        }
    }

    private void schedule(ObjectNode event, int months) {
        ArrayNode schedule = event.putArray("schedule_minor");
        long sum = 0;
        for (int month = 0; month < months; month++) {
            long amount = random.nextLong(100_000);
            schedule.add(amount);
            sum += amount;
        }
        event.put("amount_minor", sum);
    }

    /** An event of the same rep or deal, if there is one. */
    private void target(ObjectNode voided) {
        List<ObjectNode> targets =
                events.stream()
                        .filter(event -> event.path("family").equals(voided.path("family")))
                        .filter(event -> event.path("rep_id").equals(voided.path("rep_id")))
                        .filter(event -> VOIDABLE.contains(event.path("family").asText()))
                        .toList();
        ObjectNode target = targets.isEmpty() ? voided : one(targets);
        voided.put("target_source", target.path("source").asText());
        voided.put("target_id", target.path("id").asText());
    }

    private void owner(ObjectNode event) {
        if (chance(90)) {
            event.put("owner", rep());
        }
    }

    private void amount(ObjectNode event, int percent) {
        if (chance(percent)) {
            event.put("amount_minor", one(List.of(0, 1, 99, 100, random.nextInt(10_000_000))));
            event.put("currency", one(CURRENCIES));
        }
    }

    private void maybe(ObjectNode event, String field, String value) {
        if (random.nextBoolean()) {
            event.put(field, value);
        }
    }

    private Instant moment() {
        Instant hour =
                START.plus(random.nextInt(DAYS), ChronoUnit.DAYS)
                        .plus(one(HOURS), ChronoUnit.HOURS);
        return chance(30) ? hour.plusSeconds(random.nextInt(3_600)) : hour;
    }

    private String deal() {
        return "random-deal-" + random.nextInt(deals);
    }

    private String rep() {
        return "random-rep-" + random.nextInt(reps);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
