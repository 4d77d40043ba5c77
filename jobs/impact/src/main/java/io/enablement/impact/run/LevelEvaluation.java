package io.enablement.impact.run;

import io.enablement.domain.cohort.Basis;
import io.enablement.impact.did.Estimate;
import io.enablement.impact.did.Figure;
import io.enablement.impact.did.Verdict;
import io.enablement.impact.panel.Panel;
import io.enablement.impact.panel.SalesHistory;
import io.enablement.impact.roi.Levels;
import io.enablement.impact.roi.Practice;
import io.enablement.impact.roi.Return;
import java.util.List;
import java.util.stream.IntStream;

/** What is known of one programme on the levels of Kirkpatrick and Phillips. */
final class LevelEvaluation {

    private final ProgrammeInputs programme;

    LevelEvaluation(ProgrammeInputs programme) {
        this.programme = programme;
    }

    /**
     * @param outcomes of all bases
     * @param roi of the basis
     */
    Levels of(Basis basis, List<OutcomeImpact> outcomes, Return roi) {
        String impact =
                outcomes.stream()
                        .filter(each -> each.basis() == basis && each.leads())
                        .filter(each -> each.kind() != Verdict.Kind.NOT_PROVABLE)
                        .map(each -> words(each.outcome().id(), each.result().overall()))
                        .findFirst()
                        .orElse("");
        String returned =
                roi.isKnown()
                        ? words(
                                "return",
                                roi.roi(roi.wonAmount().value()),
                                roi.roi(roi.wonAmount().low()),
                                roi.roi(roi.wonAmount().high()))
                        : "";
        return Levels.of(
                Practice.of(programme.activities()),
                assigned(),
                roi.cost().source(),
                impact,
                returned);
    }

    private long assigned() {
        SalesHistory history = programme.history();
        return IntStream.range(0, history.sales().reps().size())
                .map(rep -> history.exposures().month(programme.id(), Basis.ASSIGNED, rep))
                .filter(month -> month != Panel.NEVER)
                .count();
    }

    private static String words(String name, Estimate estimate) {
        return words(name, estimate.value(), estimate.low(), estimate.high());
    }

    private static String words(String name, double value, double low, double high) {
        return "%s %s [%s, %s]"
                .formatted(name, Figure.signed(value), Figure.of(low), Figure.of(high));
    }
}
