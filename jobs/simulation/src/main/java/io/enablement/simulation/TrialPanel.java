package io.enablement.simulation;

import io.enablement.domain.event.Month;
import java.util.List;

/**
 * What can be seen of an organisation with one programme, rep by rep and month by month, and what
 * would have been seen had the programme had no effect: the same deals, decided by the same dice.
 *
 * @param teams of the reps at the launch
 * @param months as names like 2026-03
 * @param cohorts place of the month in which each rep was enrolled, which is the number of months
 *     or more where it lies behind them; {@link #NEVER}
 * @param employed by rep, then by month: {@code employed[rep × months + month]}; so are the others
 * @param won deals
 * @param lost deals
 * @param wonWithoutEffect of the same deals
 */
public record TrialPanel(
        List<String> reps,
        List<String> teams,
        List<String> months,
        int[] cohorts,
        boolean[] employed,
        int[] won,
        int[] lost,
        int[] wonWithoutEffect) {

    /** The cohort of a rep who was never enrolled. */
    public static final int NEVER = Integer.MAX_VALUE;

    /**
     * By the organisation's rules of skill, pace, season, careers, bad times, cycle times and
     * enrolment. Deals are not handed over, dropped, re-opened or deleted; what would be known of
     * them only then is left out.
     */
    public static TrialPanel of(TrialSettings settings, long seed) {
        return TrialDeals.play(settings, seed);
    }

    static int cohort(Rep rep, Month first) {
        return rep.enrolments().stream()
                .filter(Enrolment::isEnrolled)
                .mapToInt(each -> Timeline.monthOf(each.enrolledAt()).index() - first.index())
                .min()
                .orElse(NEVER);
    }
}
