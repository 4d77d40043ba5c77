package io.enablement.cli.examples;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One deal of an example: what happens to it at ten o'clock on the days that are named. */
final class ExampleDeal {

    private final ExampleEvents events;
    private final String dealId;
    private String currency = "USD";
    private String type = "TRANSACTIONAL";

    ExampleDeal(ExampleEvents events, String dealId) {
        this.events = events;
        this.dealId = dealId;
    }

    /** Several deals of the same fate, numbered. */
    static List<ExampleDeal> many(ExampleEvents events, String name, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> events.deal(name + "-" + number))
                .toList();
    }

    ExampleDeal in(String code) {
        currency = code;
        return this;
    }

    ExampleDeal project() {
        type = "PROJECT";
        return this;
    }

    ExampleDeal created(String day, String owner) {
        return tell("CREATED", ExampleEvents.at(day), Map.of("owner", owner, "deal_type", type));
    }

    /** The amount is in units of the currency, for example {@code 12.50}. */
    ExampleDeal created(String day, String owner, String amount) {
        return tell(
                "CREATED",
                ExampleEvents.at(day),
                Map.of(
                        "owner",
                        owner,
                        "deal_type",
                        type,
                        "amount_minor",
                        amount,
                        "currency",
                        currency));
    }

    ExampleDeal createdIn(String stage, int rank, String day, String owner) {
        return tell(
                "CREATED",
                ExampleEvents.at(day),
                Map.of("owner", owner, "deal_type", type, "stage", stage, "stage_rank", rank));
    }

    ExampleDeal enters(String day, String stage, int rank) {
        return tell(
                "STAGE_CHANGED", ExampleEvents.at(day), Map.of("stage", stage, "stage_rank", rank));
    }

    ExampleDeal qualified(String day, String outcome) {
        return tell("QUALIFIED", ExampleEvents.at(day), Map.of("qualification", outcome));
    }

    ExampleDeal worth(String day, String amount) {
        return tell(
                "AMOUNT_CHANGED",
                ExampleEvents.at(day),
                Map.of("amount_minor", amount, "currency", currency));
    }

    ExampleDeal goesTo(String day, String owner) {
        return tell("OWNER_CHANGED", ExampleEvents.at(day), Map.of("owner", owner));
    }

    ExampleDeal expected(String day, String closeDay) {
        return tell(
                "CLOSE_DATE_CHANGED",
                ExampleEvents.at(day),
                Map.of("expected_close_at", ExampleEvents.at(closeDay)));
    }

    /** Shares like {@code ann REVENUE 7000}, in hundredths of a per cent. */
    ExampleDeal split(String day, String... shares) {
        return tell(
                "SPLIT_SET",
                ExampleEvents.at(day),
                Map.of("splits", Arrays.stream(shares).map(ExampleDeal::share).toList()));
    }

    ExampleDeal won(String day) {
        return tell("WON", ExampleEvents.at(day), Map.of());
    }

    ExampleDeal lost(String day) {
        return tell("LOST", ExampleEvents.at(day), Map.of());
    }

    ExampleDeal reopened(String day, String stage, int rank) {
        return tell("REOPENED", ExampleEvents.at(day), Map.of("stage", stage, "stage_rank", rank));
    }

    /** At any time: a plain date is known to the day only. */
    ExampleDeal tell(String kind, String occurredAt, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("deal_id", dealId);
        events.tell("deal", kind, occurredAt, all);
        return this;
    }

    private static Map<String, Object> share(String share) {
        String[] words = share.split(" ");
        return Map.of(
                "rep_id", words[0], "kind", words[1], "basis_points", Integer.valueOf(words[2]));
    }
}
