package io.enablement.simulation;

/** Something that is planned to happen to a deal; whether it does depends on what came before. */
record DealStep(long at, Deed deed, int stage) {

    /** What can be planned. */
    enum Deed {
        DEFER,
        WORK,
        DROP,
        ENTER_STAGE,
        STEP_BACK,
        CHANGE_AMOUNT,
        CHANGE_CLOSE_DATE,
        CHANGE_OWNER,
        SPLIT,
        CLOSE_TOO_EARLY,
        REOPEN,
        CLOSE,
        WIN_DROPPED,
        DELETE,
        MERGE
    }
}
