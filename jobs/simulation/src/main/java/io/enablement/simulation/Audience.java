package io.enablement.simulation;

import java.util.List;

/** The roles and regions that a programme is meant for; an empty list means all. */
record Audience(List<String> roles, List<String> regions) {

    static Audience everybody() {
        return new Audience(List.of(), List.of());
    }

    static Audience role(String role) {
        return new Audience(List.of(role), List.of());
    }

    static Audience region(String region) {
        return new Audience(List.of(), List.of(region));
    }

    boolean includes(Rep rep) {
        return (roles.isEmpty() || roles.contains(rep.role()))
                && (regions.isEmpty() || regions.contains(rep.region()));
    }
}
