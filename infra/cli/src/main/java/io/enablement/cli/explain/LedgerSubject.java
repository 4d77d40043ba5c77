package io.enablement.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.enablement.domain.rep.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A deal, or another thing that adds to numbers, with its entries in the ledger.
 *
 * @param entries in the order of their events
 */
record LedgerSubject(List<JsonNode> entries) {

    /** Subjects that are no deals. */
    private static final List<String> OTHERS =
            List.of(Subject.QUOTA, Subject.CONTENT, Subject.TRAINING);

    private static final List<String> KEY =
            List.of("subject", "rep_id", "team", "deal_type", "programme_id");

    /** The largest first, by the parts that tell their size; of equal ones the newest. */
    static List<LedgerSubject> of(List<JsonNode> rows, List<String> sizes) {
        Map<List<String>, List<JsonNode>> bySubject =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row ->
                                                KEY.stream()
                                                        .map(key -> row.path(key).asText())
                                                        .toList(),
                                        LinkedHashMap::new,
                                        Collectors.toCollection(ArrayList::new)));
        List<LedgerSubject> subjects = new ArrayList<>();
        for (List<JsonNode> entries : bySubject.values()) {
            entries.sort(Comparator.comparing(LedgerSubject::when));
            subjects.add(new LedgerSubject(entries));
        }
        subjects.sort(
                Comparator.comparing((LedgerSubject each) -> each.size(sizes).negate())
                        .thenComparing(each -> each.newest(), Comparator.reverseOrder())
                        .thenComparing(LedgerSubject::name));
        return subjects;
    }

    private static String when(JsonNode entry) {
        return entry.path("occurred_at").asText() + " " + entry.path("recorded_at").asText();
    }

    private String newest() {
        return when(entries.get(entries.size() - 1));
    }

    /** "deal d-1", "training of prog-1", "quota" or "content". */
    String name() {
        String subject = text("subject");
        if (isDeal()) {
            return subject;
        }
        return text("programme_id").isEmpty() ? subject : subject + " of " + text("programme_id");
    }

    /** A deal may have no type. */
    boolean isDeal() {
        return !dealType().isEmpty() || !OTHERS.contains(text("subject"));
    }

    String rep() {
        String team = text("team");
        return team.isEmpty() ? text("rep_id") : text("rep_id") + ", " + team;
    }

    String dealType() {
        return text("deal_type");
    }

    /** The parts that it has something of, in the order of a list. */
    List<String> parts(List<String> order) {
        TreeSet<String> parts = new TreeSet<>(Comparator.comparing(order::indexOf));
        entries.forEach(entry -> parts.add(entry.path("part").asText()));
        return List.copyOf(parts);
    }

    BigDecimal sum(String part) {
        return entries.stream()
                .filter(entry -> entry.path("part").asText().equals(part))
                .map(entry -> entry.path("amount").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal size(List<String> sizes) {
        return sizes.stream().map(part -> sum(part).abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of a histogram, the values that it is counted at. */
    List<Integer> buckets(String part) {
        return entries.stream()
                .filter(entry -> entry.path("part").asText().equals(part))
                .map(entry -> entry.path("bucket").asInt())
                .distinct()
                .toList();
    }

    /** Its entries by the event that caused them, in the order of the events. */
    List<List<JsonNode>> byEvent() {
        return List.copyOf(
                entries.stream()
                        .collect(
                                Collectors.groupingBy(
                                        entry ->
                                                List.of(
                                                        entry.path("family").asText(),
                                                        entry.path("source").asText(),
                                                        entry.path("event_id").asText()),
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .values());
    }

    private String text(String field) {
        return entries.get(0).path(field).asText();
    }
}
