package io.enablement.domain.event;

import java.util.Optional;

/** The event that a void takes back. */
public record Target(String source, String id) {

    static final Target NONE = new Target("", "");

    Optional<String> problem() {
        return source.isBlank() || id.isBlank()
                ? Optional.of("VOIDED needs target_source and target_id")
                : Optional.empty();
    }
}
