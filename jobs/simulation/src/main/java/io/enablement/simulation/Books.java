package io.enablement.simulation;

import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Month;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The simulation's own bookkeeping. What is decided is booked when it is decided, by the
 * definitions of the metrics and without folding any event. Only the report is sorted.
 */
final class Books {

    private final Map<RepPlace, Map<Part, Long>> byRep = new HashMap<>();
    private final Map<TypePlace, Map<Part, Long>> byType = new HashMap<>();
    private final Map<ProgrammePlace, Map<Part, Long>> byProgramme = new HashMap<>();

    /** Adds to a part of the rep, in the month of the day. */
    void post(String rep, String dealType, Part part, long amount, LocalDate day) {
        if (amount == 0) {
            return;
        }
        Month month = Month.of(day);
        add(byRep, new RepPlace(rep, month), part, amount);
        add(byType, new TypePlace(month, dealType), part, amount);
    }

    /** Adds to a part of the rep in the programme, and to that of the rep in all programmes. */
    void postTraining(String rep, String programme, Part part, long amount, LocalDate day) {
        if (amount == 0) {
            return;
        }
        add(byProgramme, new ProgrammePlace(rep, programme, Month.of(day)), part, amount);
        post(rep, "", part, amount, day);
    }

    List<Truth.RepMonth> repMonths() {
        Comparator<RepPlace> order =
                Comparator.comparing(RepPlace::rep).thenComparing(RepPlace::month);
        return rows(
                byRep,
                order,
                entry ->
                        new Truth.RepMonth(
                                entry.getKey().rep,
                                entry.getKey().month.toString(),
                                columns(entry.getValue())));
    }

    List<Truth.DealMonth> dealMonths() {
        Comparator<TypePlace> order =
                Comparator.comparing(TypePlace::month).thenComparing(TypePlace::dealType);
        return rows(
                byType,
                order,
                entry ->
                        new Truth.DealMonth(
                                entry.getKey().month.toString(),
                                entry.getKey().dealType,
                                columns(entry.getValue())));
    }

    List<Truth.ProgrammeMonth> programmeMonths() {
        Comparator<ProgrammePlace> order =
                Comparator.comparing(ProgrammePlace::rep)
                        .thenComparing(ProgrammePlace::programme)
                        .thenComparing(ProgrammePlace::month);
        return rows(
                byProgramme,
                order,
                entry ->
                        new Truth.ProgrammeMonth(
                                entry.getKey().rep,
                                entry.getKey().programme,
                                entry.getKey().month.toString(),
                                columns(entry.getValue())));
    }

    private static <P> void add(Map<P, Map<Part, Long>> sums, P place, Part part, long amount) {
        sums.computeIfAbsent(place, key -> new EnumMap<>(Part.class))
                .merge(part, amount, Long::sum);
    }

    private static <P, R> List<R> rows(
            Map<P, Map<Part, Long>> sums,
            Comparator<P> order,
            Function<Map.Entry<P, Map<Part, Long>>, R> row) {
        return sums.entrySet().stream().sorted(Map.Entry.comparingByKey(order)).map(row).toList();
    }

    private static Map<String, Long> columns(Map<Part, Long> parts) {
        Map<String, Long> columns = new TreeMap<>();
        parts.forEach((part, amount) -> columns.put(part.column(), amount));
        return columns;
    }

    private record RepPlace(String rep, Month month) {}

    private record TypePlace(Month month, String dealType) {}

    private record ProgrammePlace(String rep, String programme, Month month) {}
}
