package io.enablement.simulation;

import io.enablement.domain.deal.LargestRemainder;
import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Month;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.QuotaEvent.Kind;
import io.enablement.domain.event.Target;
import io.enablement.domain.event.TimeQuality;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The quotas of one rep: for quarters, for whole years where the role is that of an account
 * manager, and as a ramp in the first half year.
 */
final class QuotaStory {

    private static final Target NO_TARGET = new Target("", "");
    private static final double MONTHLY_DOLLARS = 30_000;
    private static final int MONTHS_OF_RAMP = 6;
    private static final double HAS_QUOTAS = 0.96;
    private static final double CHANGES = 0.06;
    private static final double MISTAKEN = 0.02;

    private final World world;
    private final Rep rep;
    private final Dice dice;

    private QuotaStory(World world, Rep rep) {
        this.world = world;
        this.rep = rep;
        this.dice = rep.dice();
    }

    /** Tells what is set on that day, if anything is. */
    static void tell(World world, Rep rep, LocalDate day) {
        boolean yearly = rep.role().equals(Organisation.ACCOUNT_MANAGER);
        Timeline timeline = world.timeline();
        LocalDate start = yearly ? timeline.yearStart(day) : timeline.quarterStart(day);
        if (!isDue(world, rep, day, start) || !hasQuotas(world, rep)) {
            return;
        }
        String period = yearly ? String.valueOf(start.getYear()) : timeline.quarter(start);
        new QuotaStory(world, rep).set(day, start, period, yearly ? 12 : 3);
    }

    /** At the start of the period, of the simulation, or of the employment. */
    private static boolean isDue(World world, Rep rep, LocalDate day, LocalDate start) {
        long hired = rep.career().hiredDay();
        long today = day.toEpochDay();
        if (hired > today || rep.career().leftDay() <= today) {
            return false;
        }
        return day.equals(start) || today == world.timeline().firstDay() || today == hired;
    }

    private static boolean hasQuotas(World world, Rep rep) {
        return Dice.of(world.settings().seed(), "quotas of " + rep.id(), 0).chance(HAS_QUOTAS);
    }

    /** The quota of a month of somebody who is not ramping up. */
    private long monthly() {
        double dollars = MONTHLY_DOLLARS * (0.7 + 0.6 * rep.talent());
        return ExchangeRates.minorUnits(dollars, rep.currency()) / 1_000 * 1_000;
    }

    private void set(LocalDate day, LocalDate start, String period, int months) {
        long at = Timeline.startOf(day) + dice.time(0.3, 0.6);
        List<Long> schedule = months == 3 && isRamping(start) ? ramp(start, months) : List.of();
        long amount =
                schedule.isEmpty()
                        ? months * monthly()
                        : schedule.stream().mapToLong(Long::longValue).sum();
        say(period, amount, schedule, null, at);
        if (dice.chance(MISTAKEN) && at + 5 * Timeline.DAY < world.timeline().endMicros()) {
            setByMistake(period, amount * 10, at + dice.time(0.5, 1));
        }
        long changedAt = at + dice.time(20, 50);
        if (schedule.isEmpty()
                && dice.chance(CHANGES)
                && changedAt < world.timeline().endMicros()) {
            amount = amount / 10 * 11;
            say(period, amount, schedule, changedAt + Timeline.HOUR, changedAt);
        }
        book(start, months, amount, schedule);
    }

    /** Set far too high, and taken back; the two may be recorded in either order. */
    private void setByMistake(String period, long amount, long at) {
        Envelope mistaken =
                world.sources()
                        .envelope(Sources.PLANNING, at, at + dice.time(0, 3), TimeQuality.OCCURRED);
        world.tell(
                new QuotaEvent(
                        mistaken,
                        Kind.SET,
                        rep.id(),
                        period,
                        amount,
                        rep.currency(),
                        List.of(),
                        null,
                        NO_TARGET));
        world.tell(
                new QuotaEvent(
                        world.envelope(Sources.PLANNING, at + dice.time(1, 2), dice),
                        Kind.VOIDED,
                        rep.id(),
                        "",
                        null,
                        "",
                        List.of(),
                        null,
                        new Target(mistaken.source(), mistaken.id())));
    }

    private void say(String period, long amount, List<Long> schedule, Long effectiveAt, long at) {
        world.tell(
                new QuotaEvent(
                        world.envelope(Sources.PLANNING, at, dice),
                        Kind.SET,
                        rep.id(),
                        period,
                        amount,
                        rep.currency(),
                        schedule,
                        effectiveAt,
                        NO_TARGET));
    }

    private boolean isRamping(LocalDate start) {
        return monthsOfService(Month.of(start)) < MONTHS_OF_RAMP;
    }

    private List<Long> ramp(LocalDate start, int months) {
        long monthly = monthly();
        return IntStream.range(0, months)
                .mapToObj(
                        place -> {
                            int service = monthsOfService(Month.of(start).plus(place)) + 1;
                            int step = Math.max(0, Math.min(MONTHS_OF_RAMP, service));
                            return monthly * step / MONTHS_OF_RAMP;
                        })
                .toList();
    }

    private int monthsOfService(Month month) {
        LocalDate hired = LocalDate.ofEpochDay(rep.career().hiredDay());
        return month.index() - Month.of(hired).index();
    }

    private void book(LocalDate start, int months, long amount, List<Long> schedule) {
        List<Month> covered = IntStream.range(0, months).mapToObj(Month.of(start)::plus).toList();
        long[] values =
                schedule.isEmpty()
                        ? byActiveDays(value(amount, start), covered)
                        : schedule.stream().mapToLong(month -> value(month, start)).toArray();
        for (int place = 0; place < months; place++) {
            LocalDate first = covered.get(place).firstDay();
            world.books().post(rep.id(), "", Part.QUOTA, values[place], first);
            world.books().post(rep.id(), "", Part.QUOTA_HOLDERS, values[place] == 0 ? 0 : 1, first);
        }
    }

    private long[] byActiveDays(long value, List<Month> months) {
        return LargestRemainder.shares(
                value, months.stream().map(rep.career()::activeDays).toList());
    }

    /** In the reporting currency on the first day of the period. */
    private long value(long amount, LocalDate start) {
        return world.rates().toReporting(amount, rep.currency(), start).orElse(0);
    }
}
