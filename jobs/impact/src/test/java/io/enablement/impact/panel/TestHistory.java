package io.enablement.impact.panel;

import io.enablement.domain.cohort.Basis;
import io.enablement.domain.deal.Part;
import io.enablement.impact.registration.Definition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A sales history of half a year, written by hand: six months from {@link #JAN} on. */
public final class TestHistory {

    public static final int JAN = 12 * 2026;
    public static final int FEB = JAN + 1;
    public static final int MAR = JAN + 2;
    public static final int APR = JAN + 3;
    public static final int MAY = JAN + 4;
    public static final int JUN = JAN + 5;

    /** So late that all months are mature. */
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    private final SalesMonths sales;
    private final Exposures exposures;
    private final List<Spell> spells = new ArrayList<>();
    private final List<ProgrammeMonth> activities = new ArrayList<>();
    private Instant asOf = DECEMBER;
    private double medianCycleDays = Double.NaN;

    public TestHistory(String... reps) {
        sales = new SalesMonths(List.of(reps), JAN, 6);
        exposures = new Exposures(reps.length);
    }

    /** Works from the first day on, as an account executive in emea. */
    public TestHistory works(String rep, String from) {
        return spell(rep, from, null, "north", "ae", true);
    }

    public TestHistory works(String rep, String from, String team, String role) {
        return spell(rep, from, null, team, role, true);
    }

    TestHistory spell(
            String rep, String from, String until, String team, String role, boolean works) {
        spells.add(
                new Spell(
                        rep,
                        day(from),
                        until == null ? null : day(until),
                        team,
                        role,
                        "emea",
                        works));
        return this;
    }

    public TestHistory closes(String rep, int month, int won, int lost) {
        sales.add(Part.WON, sales.place(rep), month, won);
        sales.add(Part.LOST, sales.place(rep), month, lost);
        return this;
    }

    public TestHistory assigned(String rep, String programme, int month) {
        exposures.add(programme, Basis.ASSIGNED, sales.place(rep), month);
        return this;
    }

    TestHistory completed(String rep, String programme, int month) {
        exposures.add(programme, Basis.COMPLETED, sales.place(rep), month);
        return this;
    }

    TestHistory waived(String rep, String programme, int month) {
        exposures.addWaiver(programme, sales.place(rep), month);
        return this;
    }

    public TestHistory uses(String rep, String programme, int month, int contentUses) {
        activities.add(
                new ProgrammeMonth(
                        programme,
                        sales.place(rep),
                        month,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        contentUses));
        return this;
    }

    TestHistory asOf(String moment, double cycleDays) {
        asOf = Instant.parse(moment);
        medianCycleDays = cycleDays;
        return this;
    }

    public SalesHistory history() {
        return new SalesHistory(
                new Published(1, 7, asOf, ZoneOffset.UTC, "USD", medianCycleDays),
                sales,
                new Employment(spells, ZoneOffset.UTC),
                exposures,
                List.of(),
                activities);
    }

    public OutcomeMonths months(Outcome outcome) {
        return new OutcomeMonths(history(), outcome);
    }

    /** For account executives everywhere, from April on. */
    static Definition forAccountExecutives(String programme) {
        return new Definition(
                programme,
                1,
                day("2026-01-01"),
                programme,
                "enablement",
                List.of("ae"),
                List.of(),
                day("2026-04-01"),
                null,
                null,
                "USD",
                "deals_won",
                null,
                null,
                "manager");
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }
}
