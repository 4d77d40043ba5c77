package io.enablement.dashboard.view;

import java.util.List;

/**
 * Sentences.
 *
 * @param tone good, warn, bad, quiet or ""
 */
public record Note(String title, List<String> sentences, String tone) implements Section {

    @Override
    public String kind() {
        return "note";
    }
}
