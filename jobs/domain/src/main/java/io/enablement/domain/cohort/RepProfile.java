package io.enablement.domain.cohort;

import io.enablement.domain.rep.Tenures;
import java.util.List;

/**
 * What decides where the numbers of a rep are filed: tenures for the label, exposures for cohorts.
 */
public record RepProfile(Tenures tenures, List<Exposure> exposures) {

    public static final RepProfile NONE = new RepProfile(Tenures.NONE, List.of());
}
