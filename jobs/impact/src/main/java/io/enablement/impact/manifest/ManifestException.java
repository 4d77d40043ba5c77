package io.enablement.impact.manifest;

/** A manifest or a key cannot be used, and why. */
public final class ManifestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ManifestException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
