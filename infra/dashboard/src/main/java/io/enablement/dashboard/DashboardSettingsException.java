package io.enablement.dashboard;

import java.util.List;

/** Settings that cannot be used, with every problem. */
public final class DashboardSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DashboardSettingsException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
