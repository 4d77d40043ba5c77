package io.enablement.impact.run;

import io.enablement.impact.panel.Checksum;
import io.enablement.impact.panel.Outcome;
import io.enablement.impact.panel.OutcomeMonths;
import io.enablement.impact.panel.SalesHistory;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that a run has read. */
final class RunInputs {

    private final SalesHistory history;
    private final Map<String, Double> attributedDeals;
    private final List<Forecast> forecasts;
    private final Map<Outcome, OutcomeMonths> months = new EnumMap<>(Outcome.class);

    /**
     * @param attributedDeals won deals that attribution gives each programme, by equal parts
     * @param forecasts in the order in which they were recorded
     */
    RunInputs(SalesHistory history, Map<String, Double> attributedDeals, List<Forecast> forecasts) {
        this.history = history;
        this.attributedDeals = new TreeMap<>(attributedDeals);
        this.forecasts = List.copyOf(forecasts);
    }

    SalesHistory history() {
        return history;
    }

    Map<String, Double> attributedDeals() {
        return attributedDeals;
    }

    List<Forecast> forecasts() {
        return forecasts;
    }

    OutcomeMonths months(Outcome outcome) {
        return months.computeIfAbsent(outcome, each -> new OutcomeMonths(history, each));
    }

    /** Every programme that was defined, or that anything happened in. */
    TreeSet<String> programmes() {
        TreeSet<String> programmes = new TreeSet<>(history.programmes().keySet());
        programmes.addAll(history.exposures().programmes());
        history.activities().forEach(each -> programmes.add(each.programme()));
        return programmes;
    }

    Map<String, String> checksums() {
        Map<String, String> checksums = new LinkedHashMap<>(history.checksums());
        Checksum checksum = new Checksum();
        attributedDeals.forEach((programme, deals) -> checksum.text(programme).number(deals));
        checksums.put("attribution_credit", checksum.value());
        forecasts.forEach(each -> checksum.text(each.toString()));
        checksums.put("programme_forecast", checksum.value());
        return checksums;
    }
}
