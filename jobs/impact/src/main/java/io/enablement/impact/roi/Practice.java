package io.enablement.impact.roi;

import io.enablement.impact.panel.ProgrammeMonth;
import java.util.List;
import java.util.Locale;

/** What people did in a programme, all of them and all months together. */
public record Practice(
        long enrolled,
        long completed,
        long passed,
        long failed,
        long scores,
        double meanScore,
        long surveys,
        double surveyMean,
        long assignmentsApproved,
        long coached,
        long contentUses) {

    private static final double MILLION = 1e6;

    /** Means without anything to divide by are NaN. */
    public static Practice of(List<ProgrammeMonth> months) {
        long scores = months.stream().mapToLong(ProgrammeMonth::scores).sum();
        long surveys = months.stream().mapToLong(ProgrammeMonth::surveys).sum();
        return new Practice(
                months.stream().mapToLong(ProgrammeMonth::enrolled).sum(),
                months.stream().mapToLong(ProgrammeMonth::completed).sum(),
                months.stream().mapToLong(ProgrammeMonth::passed).sum(),
                months.stream().mapToLong(ProgrammeMonth::failed).sum(),
                scores,
                months.stream().mapToLong(ProgrammeMonth::scoreMillionths).sum() / MILLION / scores,
                surveys,
                months.stream().mapToLong(ProgrammeMonth::surveyMillionths).sum()
                        / MILLION
                        / surveys,
                months.stream().mapToLong(ProgrammeMonth::assignmentsApproved).sum(),
                months.stream().mapToLong(ProgrammeMonth::coached).sum(),
                months.stream().mapToLong(ProgrammeMonth::contentUses).sum());
    }

    /** Whether anything happened at all. */
    public boolean isAnything() {
        return enrolled
                        + completed
                        + passed
                        + failed
                        + surveys
                        + assignmentsApproved
                        + coached
                        + contentUses
                > 0;
    }

    /** Whether completions, certifications or content uses flow. */
    public boolean hasLeadingMetrics() {
        return completed + passed + failed + contentUses > 0;
    }

    boolean isLearned() {
        return passed + failed > 0 || scores > 0;
    }

    String learning() {
        if (!isLearned()) {
            return "nobody was examined";
        }
        String passes =
                passed + failed > 0
                        ? "%d of %d examinations passed".formatted(passed, passed + failed)
                        : "";
        String mean = scores > 0 ? String.format(Locale.ROOT, "mean score %.2f", meanScore) : "";
        return passes.isEmpty() || mean.isEmpty() ? passes + mean : passes + "; " + mean;
    }

    boolean isApplied() {
        return assignmentsApproved + coached + contentUses > 0;
    }

    String application() {
        return isApplied()
                ? "%d work assignments approved, %d coaching sessions, %d content uses"
                        .formatted(assignmentsApproved, coached, contentUses)
                : "no approved work assignment, no coaching, no content use";
    }

    /** In words, for the report of the maturity. */
    public String words() {
        return "%d completed, %d passed or failed, %d content uses"
                .formatted(completed, passed + failed, contentUses);
    }
}
