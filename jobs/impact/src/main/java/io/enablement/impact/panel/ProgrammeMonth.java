package io.enablement.impact.panel;

/**
 * What a rep did in one programme in one month.
 *
 * @param rep its place among the reps of the sales
 * @param scores attempts at a certification that have a score
 * @param scoreMillionths their scores, 0 to 1, in millionths
 * @param surveys answers that have a score
 * @param contentUses of the programme's content
 */
public record ProgrammeMonth(
        String programme,
        int rep,
        int month,
        long enrolled,
        long completed,
        long waived,
        long passed,
        long failed,
        long scores,
        long scoreMillionths,
        long surveys,
        long surveyMillionths,
        long assignmentsApproved,
        long coached,
        long contentUses) {}
