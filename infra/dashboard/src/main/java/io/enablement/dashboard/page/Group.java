package io.enablement.dashboard.page;

import java.util.Map;
import java.util.TreeMap;

/**
 * Whose number it is, as the views name groups; what does not name it is "".
 *
 * @param grain rep, team, company, cohort, cohort_team, control, control_team or programme
 * @param role of those members of a cohort, or of its controls, who are meant; "" for all
 * @param region the same
 */
record Group(
        String grain,
        String rep,
        String team,
        String programme,
        String basis,
        String cohort,
        String role,
        String region) {

    static final Group COMPANY = new Group("company", "", "", "", "", "", "", "");

    static Group rep(String rep) {
        return new Group("rep", rep, "", "", "", "", "", "");
    }

    static Group team(String team) {
        return new Group("team", "", team, "", "", "", "", "");
    }

    static Group programme(String programme) {
        return new Group("programme", "", "", programme, "", "", "", "");
    }

    /** The members of a cohort or their counterpart, of one team or of all (""). */
    static Group cohort(
            String programme, String basis, String cohort, String team, boolean controls) {
        String grain = (controls ? "control" : "cohort") + (team.isEmpty() ? "" : "_team");
        return new Group(grain, "", team, programme, basis, cohort, "", "");
    }

    /** Those of them alone who have a role and a region; "" for all. */
    Group of(String someRole, String someRegion) {
        return new Group(grain, rep, team, programme, basis, cohort, someRole, someRegion);
    }

    /** As the address of an explanation names it. */
    static Group of(Address address, String team) {
        String programme = address.get("programme");
        if (!address.get("rep").isEmpty()) {
            return rep(address.get("rep"));
        }
        if (!address.get("cohort").isEmpty()) {
            String basis = address.get("basis").isEmpty() ? Choices.ASSIGNED : address.get("basis");
            return cohort(
                            programme,
                            basis,
                            address.get("cohort"),
                            team,
                            address.get("side").equals("controls"))
                    .of(address.get("role"), address.get("region"));
        }
        if (!programme.isEmpty()) {
            return programme(programme);
        }
        return team.isEmpty() ? COMPANY : team(team);
    }

    Address in(Address page) {
        return page.with("rep", rep)
                .with("team", team)
                .with("programme", programme)
                .with("basis", basis.equals(Choices.ASSIGNED) ? "" : basis)
                .with("cohort", cohort)
                .with("role", role)
                .with("region", region)
                .with("side", isOfControls() ? "controls" : "");
    }

    boolean isOfControls() {
        return grain.startsWith("control");
    }

    /** Whether it is some of the members or controls alone, whom no ledger knows as a group. */
    boolean isChosen() {
        return !(role + region).isEmpty();
    }

    boolean isOfMembers() {
        return grain.startsWith("cohort");
    }

    boolean isOfRep() {
        return grain.equals("rep");
    }

    boolean isOfProgramme() {
        return grain.equals("programme");
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("grain", grain);
        parameters.put("parts", grain + "_parts");
        parameters.put("group_rep", rep);
        parameters.put("group_team", team);
        parameters.put("programme", programme);
        parameters.put("basis", basis);
        parameters.put("cohort", cohort);
        parameters.put("role", role);
        parameters.put("region", region);
        parameters.put("side", isOfControls() ? "controls" : "cohort");
        return parameters;
    }

    String title(String programmeName) {
        return switch (grain) {
            case "rep" -> rep;
            case "team" -> "team " + team;
            case "company" -> "the company";
            case "programme" -> programmeName;
            default ->
                    "%scohort %s of %s (by %s)%s%s%s"
                            .formatted(
                                    isOfControls() ? "comparable reps of " : "",
                                    cohort,
                                    programmeName,
                                    basis.equals(Choices.ASSIGNED) ? "enrolment" : "completion",
                                    team.isEmpty() ? "" : ", team " + team,
                                    role.isEmpty() ? "" : ", role " + role,
                                    region.isEmpty() ? "" : ", region " + region);
        };
    }
}
