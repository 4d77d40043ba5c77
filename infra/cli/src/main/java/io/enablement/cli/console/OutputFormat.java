package io.enablement.cli.console;

import java.util.Locale;

/** How an answer is written: a table for people, the others for programs. */
public enum OutputFormat {
    TABLE,
    CSV,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
