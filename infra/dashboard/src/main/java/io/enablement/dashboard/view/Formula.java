package io.enablement.dashboard.view;

import java.util.List;

/**
 * How a number is calculated.
 *
 * @param steps the formula in words, then with its numbers
 */
public record Formula(
        String title, String value, String interval, List<String> steps, String remarks)
        implements Section {

    @Override
    public String kind() {
        return "formula";
    }
}
