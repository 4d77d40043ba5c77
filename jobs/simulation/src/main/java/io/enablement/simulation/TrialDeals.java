package io.enablement.simulation;

import io.enablement.domain.event.Month;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Lets the reps of a trial begin deals day by day, and decides each of them. */
final class TrialDeals {

    private final World world;
    private final List<Rep> reps;
    private final Month first;
    private final int months;
    private final int[] won;
    private final int[] lost;
    private final int[] wonWithoutEffect;

    private TrialDeals(World world, int months) {
        this.world = world;
        this.reps = world.organisation().reps();
        this.first = Month.of(world.timeline().first()).plus(TrialSettings.MONTHS_BEFORE);
        this.months = months;
        this.won = new int[reps.size() * months];
        this.lost = new int[won.length];
        this.wonWithoutEffect = new int[won.length];
    }

    static TrialPanel play(TrialSettings settings, long seed) {
        World world = World.of(settings.organisation(seed), List.of(settings.programme()));
        TrialDeals deals = new TrialDeals(world, settings.months());
        for (long day = world.timeline().firstDay(); day < world.timeline().endDay(); day++) {
            deals.live(day);
        }
        return deals.panel(settings);
    }

    private void live(long day) {
        double work = world.season().work(LocalDate.ofEpochDay(day));
        for (int place = 0; place < reps.size() && work > 0; place++) {
            Rep rep = reps.get(place);
            if (rep.isActive(day)) {
                double mean = world.settings().dealsPerMonth() * work * rep.pace(day);
                int begun = rep.dice().poisson(mean);
                for (int deal = 0; deal < begun; deal++) {
                    decide(place, Timeline.startOf(day));
                }
            }
        }
    }

    /** The dice are thrown alike whatever the programme does. */
    private void decide(int place, long begun) {
        Rep rep = reps.get(place);
        Dice dice = rep.dice();
        double days = DealType.draw(dice).days(dice) * rep.cycleFactor(begun);
        long close = world.season().close(begun + Timeline.time(days), dice);
        long decided = Math.max(begun + Timeline.DAY, close);
        double luck = dice.uniform();
        int month = Timeline.monthOf(decided).index() - first.index();
        if (month < 0 || month >= months || !rep.isActive(Timeline.dayOf(decided))) {
            return;
        }
        int cell = place * months + month;
        int[] outcome = luck < rep.winProbability(decided) ? won : lost;
        outcome[cell]++;
        wonWithoutEffect[cell] += luck < rep.usualWinProbability(decided) ? 1 : 0;
    }

    private TrialPanel panel(TrialSettings settings) {
        boolean[] employed = new boolean[won.length];
        for (int cell = 0; cell < employed.length; cell++) {
            employed[cell] =
                    reps.get(cell / months).career().activeDays(first.plus(cell % months)) > 0;
        }
        long launch = first.plus(settings.launch()).firstDay().toEpochDay();
        return new TrialPanel(
                reps.stream().map(Rep::id).toList(),
                reps.stream().map(rep -> rep.career().teamAt(launch).id()).toList(),
                IntStream.range(0, months).mapToObj(month -> first.plus(month).toString()).toList(),
                reps.stream().mapToInt(rep -> TrialPanel.cohort(rep, first)).toArray(),
                employed,
                won,
                lost,
                wonWithoutEffect);
    }
}
