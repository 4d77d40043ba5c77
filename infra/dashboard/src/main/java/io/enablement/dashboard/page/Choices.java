package io.enablement.dashboard.page;

import io.enablement.dashboard.access.Viewer;
import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows;
import io.enablement.dashboard.view.Format;
import io.enablement.dashboard.view.Page.Choice;
import io.enablement.dashboard.view.Page.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody has chosen to see, checked against what there is.
 *
 * @param team "" for all, as role and region
 * @param deals a deal type, or all
 * @param period a quarter, a year, or all
 * @param asOf the moment at which it was shown, as ClickHouse reads it; Question.NOW for now
 */
public record Choices(
        String team,
        String role,
        String region,
        String deals,
        String period,
        String basis,
        String asOf,
        Available available) {

    /** The basis that counts where none is chosen: cohorts by enrolment. */
    static final String ASSIGNED = "assigned";

    /** By what people came into a cohort; the first unless another is chosen. */
    static final List<String> BASES = List.of(ASSIGNED, "completed");

    static final String ALL = "all";

    private static final DateTimeFormatter CLICKHOUSE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** What there is to choose from. */
    record Available(
            List<String> teams,
            List<String> roles,
            List<String> regions,
            List<String> dealTypes,
            List<String> periods,
            List<String> months) {

        static Available of(Rows.Row row) {
            List<String> periods = new ArrayList<>();
            List<String> months = new ArrayList<>();
            for (Object each : row.list("periods")) {
                List<?> period = (List<?>) each;
                (period.get(0).equals("month") ? months : periods).add(period.get(1).toString());
            }
            return new Available(
                    texts(row.list("teams")),
                    texts(row.list("roles")),
                    texts(row.list("regions")),
                    texts(row.list("deal_types")),
                    periods,
                    months);
        }

        private static List<String> texts(List<?> values) {
            return values.stream().map(Object::toString).toList();
        }
    }

    /** Where nothing is chosen. */
    static Choices none() {
        List<String> nothing = List.of();
        return of(
                Address.of(""),
                Viewer.LOCAL,
                new Available(nothing, nothing, nothing, nothing, nothing, nothing));
    }

    static Choices of(Address address, Viewer viewer, Available available) {
        String deals = address.get("deals");
        String period = address.get("period");
        String basis = address.get("basis");
        check("deals", deals, available.dealTypes());
        check("role", address.get("role"), available.roles());
        check("region", address.get("region"), available.regions());
        check("basis", basis, BASES);
        if (!period.equals(ALL) && !available.months().contains(period)) {
            check("period", period, available.periods());
        }
        String team = viewer.teamInsteadOf(address.get("team"));
        if (!viewer.isOfOneTeam()) {
            check("team", team, available.teams());
        }
        return new Choices(
                team,
                address.get("role"),
                address.get("region"),
                deals.isEmpty() ? ALL : deals,
                period.isEmpty() ? ALL : period,
                basis.isEmpty() ? ASSIGNED : basis,
                moment("as-of", address.get("as-of")),
                available);
    }

    /** A date stands for its first moment in UTC; "" for now. */
    static String moment(String name, String text) {
        if (text.isEmpty()) {
            return Question.NOW;
        }
        try {
            Instant moment =
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text);
            return CLICKHOUSE.format(moment.atOffset(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            throw BadChoice.wrong(
                    "%s: '%s' is no moment; write 2026-03-01 or 2026-03-01T10:00:00Z"
                            .formatted(name, text));
        }
    }

    boolean isNow() {
        return asOf.equals(Question.NOW);
    }

    /** Whether the numbers are those of some of the reps alone. */
    boolean chooseReps() {
        return !(team + role + region).isEmpty();
    }

    Map<String, String> ofMoment() {
        return Map.of("as_of", asOf);
    }

    /** Of the deals that are chosen. */
    Map<String, String> ofTeam(String ofTeam) {
        return Map.of("as_of", asOf, "deals", deals, "team", ofTeam);
    }

    /** The parameters of questions about some reps, of all programmes. */
    Map<String, String> ofReps() {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("basis", basis);
        parameters.put("as_of", asOf);
        parameters.put("team", team);
        parameters.put("role", role);
        parameters.put("region", region);
        parameters.put("deals", deals);
        return parameters;
    }

    /** Answers for all types of deals are chosen from by the page: no type is waited for. */
    Map<String, String> ofRepsAndAllDeals() {
        Map<String, String> parameters = ofReps();
        parameters.put("deals", "");
        return parameters;
    }

    /** Of the cohorts of a programme, without the single months. */
    Map<String, String> ofCohorts(String programme) {
        Map<String, String> parameters = of(programme, ofRepsAndAllDeals());
        parameters.put("months", "0");
        return parameters;
    }

    /** Of the cohorts of a programme, the chosen deals alone. */
    Map<String, String> ofCohortsByMonth(String programme) {
        Map<String, String> parameters = ofReps(programme);
        parameters.put("months", "1");
        return parameters;
    }

    Map<String, String> ofReps(String programme) {
        return of(programme, ofReps());
    }

    private static Map<String, String> of(String programme, Map<String, String> parameters) {
        parameters.put("programme", programme);
        return parameters;
    }

    Choice teams(Viewer viewer) {
        return choice(
                "team",
                "Team",
                team,
                viewer.isOfOneTeam() ? List.of(team) : available.teams(),
                viewer.isOfOneTeam() ? "" : "All teams");
    }

    Choice regions() {
        return choice("region", "Region", region, available.regions(), "All regions");
    }

    Choice roles() {
        return choice("role", "Role", role, available.roles(), "All roles");
    }

    Choice dealTypes() {
        return choice(
                "deals",
                "Deals",
                deals.equals(ALL) ? "" : deals,
                available.dealTypes(),
                "All deals");
    }

    Choice periods(Format format) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "All time"));
        available.periods().forEach(each -> options.add(new Option(each, format.period(each))));
        return new Choice("period", "Period", period.equals(ALL) ? "" : period, options);
    }

    Choice bases() {
        return new Choice(
                "basis",
                "Cohorts by",
                basis.equals(ASSIGNED) ? "" : basis,
                List.of(new Option("", "Enrolment"), new Option("completed", "Completion")));
    }

    Choice asOf(Address address) {
        return new Choice("as-of", "As shown on", address.get("as-of"), List.of());
    }

    private static Choice choice(
            String name, String label, String chosen, List<String> values, String all) {
        List<Option> options = new ArrayList<>();
        if (!all.isEmpty()) {
            options.add(new Option("", all));
        }
        values.forEach(each -> options.add(new Option(each, each)));
        return new Choice(name, label, chosen, options);
    }

    private static void check(String name, String chosen, List<String> known) {
        if (!chosen.isEmpty() && !chosen.equals(ALL) && !known.contains(chosen)) {
            throw BadChoice.wrong(
                    "There is no %s '%s'. There is %s"
                            .formatted(
                                    name,
                                    chosen,
                                    known.isEmpty() ? "none yet" : String.join(", ", known)));
        }
    }
}
