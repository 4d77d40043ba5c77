package io.enablement.simulation;

import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Month;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The simulation's own bookkeeping. What is decided is booked when it is decided, by the
 * definitions of the metrics and without folding any event. Only the report is sorted.
 */
final class Books {

    private final Map<String, Map<Month, Map<Part, Long>>> byRep = new HashMap<>();
    private final Map<Month, Map<String, Map<Part, Long>>> byMonth = new HashMap<>();

    /** Adds to a part of the rep, in the month of the day. */
    void post(String rep, String dealType, Part part, long amount, LocalDate day) {
        if (amount == 0) {
            return;
        }
        Month month = Month.of(day);
        byRep.computeIfAbsent(rep, key -> new HashMap<>())
                .computeIfAbsent(month, key -> new EnumMap<>(Part.class))
                .merge(part, amount, Long::sum);
        byMonth.computeIfAbsent(month, key -> new HashMap<>())
                .computeIfAbsent(dealType, key -> new EnumMap<>(Part.class))
                .merge(part, amount, Long::sum);
    }

    List<Truth.RepMonth> repMonths() {
        List<Truth.RepMonth> rows = new ArrayList<>();
        new TreeMap<>(byRep)
                .forEach(
                        (rep, months) ->
                                new TreeMap<>(months)
                                        .forEach(
                                                (month, parts) ->
                                                        rows.add(
                                                                new Truth.RepMonth(
                                                                        rep,
                                                                        month.toString(),
                                                                        columns(parts)))));
        return rows;
    }

    List<Truth.DealMonth> dealMonths() {
        List<Truth.DealMonth> rows = new ArrayList<>();
        new TreeMap<>(byMonth)
                .forEach(
                        (month, types) ->
                                new TreeMap<>(types)
                                        .forEach(
                                                (type, parts) ->
                                                        rows.add(
                                                                new Truth.DealMonth(
                                                                        month.toString(),
                                                                        type,
                                                                        columns(parts)))));
        return rows;
    }

    private static Map<String, Long> columns(Map<Part, Long> parts) {
        Map<String, Long> columns = new TreeMap<>();
        parts.forEach((part, amount) -> columns.put(part.column(), amount));
        return columns;
    }
}
