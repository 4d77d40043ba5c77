package io.enablement.cli.effect;

import io.enablement.impact.did.Estimation;
import io.enablement.impact.did.Evidence;
import io.enablement.impact.did.GroupTimeEffects;
import io.enablement.impact.did.GroupTimeResult;
import io.enablement.impact.did.Robustness;
import io.enablement.impact.did.Verdict;
import io.enablement.impact.panel.Panel;
import java.util.function.Consumer;

/** Everything that is said about one outcome of a panel. */
record Answer(GroupTimeResult result, Robustness robustness, Verdict verdict) {

    /**
     * @param mde NaN where none was stated
     */
    static Answer of(Panel panel, Estimation estimation, double mde, Consumer<String> progress) {
        GroupTimeResult result = GroupTimeEffects.of(panel, estimation, progress);
        progress.accept("Looking at it in other ways");
        Robustness robustness = Robustness.of(panel, estimation);
        Evidence evidence = Evidence.of(result, robustness, mde, Evidence.Facts.NONE);
        return new Answer(result, robustness, Verdict.of(evidence));
    }

    /** A group or calendar time as the panel writes it, an event time as a number. */
    String time(int at) {
        return result.scale().format(at);
    }
}
