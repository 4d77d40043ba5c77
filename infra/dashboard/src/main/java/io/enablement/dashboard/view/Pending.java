package io.enablement.dashboard.view;

/** The place of a section that is still being fetched. */
public record Pending() implements Section {

    @Override
    public String kind() {
        return "pending";
    }
}
