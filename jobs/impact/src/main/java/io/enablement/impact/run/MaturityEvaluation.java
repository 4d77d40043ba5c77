package io.enablement.impact.run;

import io.enablement.domain.cohort.Basis;
import io.enablement.domain.deal.Part;
import io.enablement.impact.maturity.Findings;
import io.enablement.impact.panel.SalesHistory;
import io.enablement.impact.roi.Practice;
import io.enablement.impact.roi.Return;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What the data of one programme says about how well it is measured. */
final class MaturityEvaluation {

    private final ProgrammeInputs programme;

    MaturityEvaluation(ProgrammeInputs programme) {
        this.programme = programme;
    }

    Findings findings(List<OutcomeImpact> outcomes, Collection<Return> returns) {
        Optional<OutcomeImpact> lead =
                outcomes.stream()
                        .filter(each -> each.basis() == Basis.ASSIGNED && each.leads())
                        .findFirst();
        boolean isMeasured = lead.isPresent() && lead.get().result().overall().hasInterval();
        return new Findings(
                programme.registration(),
                Practice.of(programme.activities()),
                matureMonths(),
                maturedDeals(),
                programme.isPaybackOver(),
                isMeasured,
                programme.attributedDeals(),
                returns.stream().anyMatch(Return::isKnown),
                programme.forecast().map(Forecast::words).orElse(""),
                isMeasured && programme.forecast().isPresent(),
                programme.forecast().filter(each -> !Double.isNaN(each.mde())).isPresent());
    }

    /** Months from the start of each cohort on, however it was reached. */
    private long matureMonths() {
        SalesHistory history = programme.history();
        TreeSet<Integer> cohorts = new TreeSet<>();
        for (int rep = 0; rep < history.sales().reps().size(); rep++) {
            cohorts.add(history.exposures().reached(programme.id(), rep));
        }
        return cohorts.stream().flatMapToInt(this::monthsFrom).count();
    }

    private long maturedDeals() {
        SalesHistory history = programme.history();
        long deals = 0;
        for (int rep = 0; rep < history.sales().reps().size(); rep++) {
            int place = rep;
            deals +=
                    monthsFrom(history.exposures().reached(programme.id(), rep))
                            .mapToLong(
                                    month ->
                                            history.sales().amount(Part.WON, place, month)
                                                    + history.sales()
                                                            .amount(Part.LOST, place, month))
                            .sum();
        }
        return deals;
    }

    /** The months with sales from a month on that are old enough. */
    private IntStream monthsFrom(int start) {
        int first = Math.max(start, programme.history().sales().firstMonth());
        return first > programme.lastMonth()
                ? IntStream.empty()
                : IntStream.rangeClosed(first, programme.lastMonth());
    }
}
