package io.enablement.impact.did;

/**
 * Who is compared with whom in a cell: the group at places from {@code from} up to {@code to}, with
 * everybody else from {@code controlsFrom} on.
 */
record Comparison(Design design, int from, int to, int controlsFrom) {

    /** What is done with one place. */
    @FunctionalInterface
    interface Visitor {
        void visit(int place);
    }

    /**
     * The controls of a group between two times: who starts later than both, and later than {@code
     * anticipation} after them, and is not of the group (equation 2.5 and assumption 5 of Callaway
     * and Sant'Anna 2021); or only who does not start within the panel (assumption 4).
     */
    static Comparison of(Design design, Estimation estimation, int group, int time, int otherTime) {
        long until =
                estimation.controls() == Controls.NEVER
                        ? design.lastTime()
                        : Math.max(time, otherTime);
        return new Comparison(
                design,
                design.firstAfter(group - 1L),
                design.firstAfter(group),
                design.firstAfter(until + estimation.anticipation()));
    }

    void eachTreated(Visitor visitor) {
        for (int place = from; place < to; place++) {
            visitor.visit(place);
        }
    }

    void eachControl(Visitor visitor) {
        for (int place = controlsFrom; place < from; place++) {
            visitor.visit(place);
        }
        for (int place = Math.max(controlsFrom, to); place < design.places(); place++) {
            visitor.visit(place);
        }
    }
}
