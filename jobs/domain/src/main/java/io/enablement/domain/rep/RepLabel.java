package io.enablement.domain.rep;

/** Team, role and region under which the numbers of a rep are filed; empty where unknown. */
public record RepLabel(String team, String role, String region) {

    public static final RepLabel NONE = new RepLabel("", "", "");
}
