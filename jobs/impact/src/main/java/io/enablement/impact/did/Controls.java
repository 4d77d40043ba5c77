package io.enablement.impact.did;

/** With whom the treated are compared. */
public enum Controls {
    /** Units that do not start within the panel. */
    NEVER,
    /** Units that have not started yet at that time, those that never do among them. */
    NOT_YET
}
