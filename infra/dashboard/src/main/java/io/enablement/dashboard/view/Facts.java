package io.enablement.dashboard.view;

import java.util.List;

/** Names and what stands behind them. */
public record Facts(String title, List<Fact> facts, boolean wide) implements Section {

    /** One of them. */
    public record Fact(String name, Cell value) {}

    @Override
    public String kind() {
        return "facts";
    }
}
