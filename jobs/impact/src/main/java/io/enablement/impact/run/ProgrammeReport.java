package io.enablement.impact.run;

import io.enablement.domain.cohort.Basis;
import io.enablement.impact.leading.LeadingToLagging;
import io.enablement.impact.maturity.Maturity;
import io.enablement.impact.panel.Overlap;
import io.enablement.impact.registration.Registration;
import io.enablement.impact.roi.Levels;
import io.enablement.impact.roi.Return;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a run says about one programme.
 *
 * @param registration null where the programme was never defined
 */
record ProgrammeReport(
        String programme,
        Registration registration,
        boolean paybackOver,
        List<OutcomeImpact> outcomes,
        Map<Basis, Overlap> overlaps,
        Map<Basis, Return> returns,
        Map<Basis, Levels> levels,
        Maturity maturity,
        List<LeadingToLagging> foresight) {

    Optional<Registration> known() {
        return Optional.ofNullable(registration);
    }
}
