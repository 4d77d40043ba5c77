package io.enablement.simulation;

import io.enablement.simulation.Truth.CohortSize;
import io.enablement.simulation.Truth.ExposureTruth;
import io.enablement.simulation.Truth.ProgrammeTruth;
import io.enablement.simulation.Truth.RepTruth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts together the truth about a simulation that is over. */
final class TruthReport {

    private static final String ASSIGNED = "assigned";
    private static final String COMPLETED = "completed";

    private TruthReport() {}

    static Truth of(World world, Map<String, Long> events, Truth.Arrivals arrivals) {
        List<ExposureTruth> exposures = exposures(world.organisation());
        return new Truth(
                run(world.settings()),
                events,
                arrivals,
                world.programmes().stream().map(each -> programme(each, world.timeline())).toList(),
                cohorts(exposures),
                exposures,
                world.organisation().reps().stream().map(TruthReport::rep).toList(),
                world.books().dealMonths(),
                world.books().repMonths(),
                world.books().programmeMonths());
    }

    private static Truth.Run run(SimulationSettings settings) {
        return new Truth.Run(
                settings.reps(),
                settings.months(),
                settings.seed(),
                settings.firstMonth().toString(),
                settings.lastMonth().toString(),
                settings.dealsPerMonth(),
                settings.contentUsesPerMonth(),
                settings.fiscalYearStart(),
                SimulationSettings.REPORTING_CURRENCY);
    }

    private static ProgrammeTruth programme(Programme programme, Timeline timeline) {
        Effect effect = programme.effect();
        long launch = timeline.monthStart(programme.rollout().launchMonth());
        return new ProgrammeTruth(
                programme.id(),
                programme.name(),
                programme.rollout().selection().assignment(),
                programme.rollout().selection().name().toLowerCase(Locale.ROOT),
                LocalDate.ofEpochDay(launch).toString(),
                effect.winRate(),
                effect.cycleFactor(),
                effect.sizeFactor(),
                effect.halfLifeDays());
    }

    /** Cohorts by the first enrolment that happened, and by the first completion that counts. */
    private static List<ExposureTruth> exposures(Organisation organisation) {
        List<ExposureTruth> exposures = new ArrayList<>();
        for (Rep rep : organisation.reps()) {
            for (Enrolment enrolment : rep.enrolments()) {
                if (enrolment.isEnrolled()) {
                    exposures.add(exposure(rep, enrolment, ASSIGNED, enrolment.enrolledAt()));
                }
                if (enrolment.isTrained()) {
                    exposures.add(exposure(rep, enrolment, COMPLETED, enrolment.completedAt()));
                }
            }
        }
        return exposures;
    }

    private static ExposureTruth exposure(Rep rep, Enrolment enrolment, String basis, long at) {
        return new ExposureTruth(
                rep.id(), enrolment.programme().id(), basis, Timeline.monthOf(at).toString());
    }

    private static List<CohortSize> cohorts(List<ExposureTruth> exposures) {
        Comparator<CohortSize> byName =
                Comparator.comparing(CohortSize::programmeId)
                        .thenComparing(CohortSize::basis)
                        .thenComparing(CohortSize::cohort);
        Map<CohortSize, Long> sizes = new TreeMap<>(byName);
        for (ExposureTruth each : exposures) {
            sizes.merge(
                    new CohortSize(each.programmeId(), each.basis(), each.cohort(), 0),
                    1L,
                    Long::sum);
        }
        return sizes.entrySet().stream()
                .map(entry -> sized(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static CohortSize sized(CohortSize cohort, long reps) {
        return new CohortSize(cohort.programmeId(), cohort.basis(), cohort.cohort(), reps);
    }

    private static RepTruth rep(Rep rep) {
        return new RepTruth(rep.id(), rep.role(), rep.talent(), rep.skill());
    }
}
