package io.enablement.impact.panel;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads line after line of a panel's file; what is wrong is added to the problems. */
final class PanelRowReader {

    private static final double GREATEST = 1e15;
    private static final Set<String> MISSING = Set.of("", "NA", "NaN", "NULL", "null", "\\N");
    private static final Set<String> NEVER = Set.of("", "0", "NA", "NULL", "null", "\\N", "never");

    private final PanelColumns columns;
    private final PanelHeader header;
    private final List<String> problems;

    /** Null before the first line, which decides it. */
    private TimeScale scale;

    private CsvRecord record;

    PanelRowReader(PanelColumns columns, PanelHeader header, List<String> problems) {
        this.columns = columns;
        this.header = header;
        this.problems = problems;
    }

    TimeScale scale() {
        return scale;
    }

    /** Empty where something is wrong with it. */
    Optional<PanelRow> read(CsvRecord next) {
        record = next;
        int before = problems.size();
        if (record.getFieldCount() != header.all()) {
            problems.add(
                    "line %d: has %d fields, not %d; quote fields that contain commas"
                            .formatted(
                                    record.getStartingLineNumber(),
                                    record.getFieldCount(),
                                    header.all()));
            return Optional.empty();
        }
        String unit = name(columns.unit(), header.unit());
        PanelRow row =
                new PanelRow(
                        record.getStartingLineNumber(),
                        unit,
                        time(),
                        outcome(),
                        cohort(),
                        weight(),
                        cluster(unit),
                        covariates());
        return problems.size() > before ? Optional.empty() : Optional.of(row);
    }

    private String name(String column, int place) {
        String text = field(place);
        if (text.isEmpty()) {
            report(column, "is empty");
        }
        return text;
    }

    private int time() {
        String text = field(header.time());
        if (scale == null) {
            scale = TimeScale.MONTH.parse(text).isPresent() ? TimeScale.MONTH : TimeScale.NUMBER;
        }
        return time(columns.time(), text, "");
    }

    private int cohort() {
        String text = field(header.cohort());
        return NEVER.contains(text)
                ? Panel.NEVER
                : time(columns.cohort(), text, ", and not 0 or empty for never");
    }

    private int time(String column, String text, String otherwise) {
        OptionalInt time = scale.parse(text);
        if (time.isEmpty()) {
            String kind = scale == TimeScale.MONTH ? "no month like 2026-03" : "no whole number";
            report(column, "is '%s', %s%s".formatted(text, kind, otherwise));
        }
        return time.orElse(0);
    }

    private double outcome() {
        String text = field(header.outcome());
        return MISSING.contains(text) ? Double.NaN : number(columns.outcome(), text);
    }

    private double weight() {
        if (header.weight() == PanelHeader.ABSENT) {
            return 1;
        }
        int before = problems.size();
        String text = field(header.weight());
        double weight = number(columns.weight(), text);
        if (problems.size() == before && weight <= 0) {
            report(columns.weight(), "is " + text + "; a weight is above 0");
        }
        return weight;
    }

    private String cluster(String unit) {
        return header.cluster() == PanelHeader.ABSENT
                ? unit
                : name(columns.cluster(), header.cluster());
    }

    private double[] covariates() {
        double[] covariates = new double[header.covariates().length];
        for (int place = 0; place < covariates.length; place++) {
            covariates[place] =
                    number(columns.covariates().get(place), field(header.covariates()[place]));
        }
        return covariates;
    }

    private double number(String column, String text) {
        if (text.isEmpty()) {
            report(column, "is empty");
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(text);
            if (Math.abs(number) <= GREATEST) {
                return number;
            }
            report(column, "is " + text + "; numbers go from -10^15 to 10^15");
        } catch (NumberFormatException e) {
            report(column, "is '" + text + "', not a number");
        }
        return Double.NaN;
    }

    private String field(int place) {
        return record.getField(place).strip();
    }

    private void report(String column, String problem) {
        problems.add(
                "line %d, column %s: %s"
                        .formatted(record.getStartingLineNumber(), column, problem));
    }
}
