package io.enablement.dashboard.view;

import java.util.List;

/** A few numbers that matter most. */
public record Tiles(List<Tile> tiles) implements Section {

    /** One of them, with what it means. */
    public record Tile(String label, String hint, Cell value) {}

    @Override
    public String kind() {
        return "tiles";
    }
}
