package io.enablement.dashboard.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody who looks at the dashboard is to the company. */
public enum Role {
    /** Sees everything. */
    ADMIN("Administration"),
    /** Sees reps, their names, and raw records. */
    REVENUE_OPERATIONS("Revenue operations"),
    /** Sees programmes and groups of people, never one of them. */
    ENABLEMENT("Enablement"),
    /** Sees the reps of one team, with their names. */
    MANAGER("Manager");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** By its name in files and headers: {@code revenue-operations}. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.toString().equals(name)).findFirst();
    }

    public String title() {
        return title;
    }

    boolean seesReps() {
        return this != ENABLEMENT;
    }

    boolean seesRecords() {
        return this == ADMIN || this == REVENUE_OPERATIONS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
