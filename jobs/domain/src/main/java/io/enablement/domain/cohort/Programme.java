package io.enablement.domain.cohort;

import io.enablement.domain.event.Moment;
import io.enablement.domain.event.ProgrammeEvent;
import java.util.List;

/**
 * One version of a programme's definition, with all content that was published for it.
 *
 * @param retired unknown while the programme goes on
 */
public record Programme(ProgrammeEvent definition, List<String> contentIds, Moment retired) {

    /** What tells one version from another, even where two sources give the same number. */
    public List<Object> identity() {
        return List.of(
                definition.version(), definition.envelope().source(), definition.envelope().id());
    }
}
