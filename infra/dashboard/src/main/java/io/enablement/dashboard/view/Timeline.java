package io.enablement.dashboard.view;

import java.util.List;

/** What happened, in order. */
public record Timeline(String title, List<Entry> entries, String empty) implements Section {

    /**
     * One thing that happened.
     *
     * @param tone touch, stage, good, bad or ""
     */
    public record Entry(
            String time, String title, List<String> details, String tone, List<Cell> credits) {}

    @Override
    public String kind() {
        return "timeline";
    }
}
