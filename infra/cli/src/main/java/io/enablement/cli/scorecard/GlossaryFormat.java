package io.enablement.cli.scorecard;

import java.util.Locale;

/** How the glossary is written. */
enum GlossaryFormat {
    TABLE,
    MARKDOWN,
    CSV,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
