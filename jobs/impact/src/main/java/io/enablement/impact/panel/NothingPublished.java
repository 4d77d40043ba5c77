package io.enablement.impact.panel;

/** No checkpoint of the active generation has been published: there is nothing to read yet. */
public final class NothingPublished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingPublished() {
        super(
                "Nothing has been published yet, or not by that checkpoint: run the job of the numbers first");
    }
}
