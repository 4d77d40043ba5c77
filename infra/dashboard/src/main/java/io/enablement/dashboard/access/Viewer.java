package io.enablement.dashboard.access;

/**
 * Somebody who looks at the dashboard.
 *
 * @param team the only team whose numbers a manager sees; "" for all
 */
public record Viewer(String name, Role role, String team) {

    /** Fewer people than these are shown to nobody who may not see each of them. */
    public static final int SMALLEST_GROUP = 5;

    /** Whoever sits at the machine that listens to itself alone. */
    public static final Viewer LOCAL = new Viewer("this machine", Role.ADMIN, "");

    public Viewer {
        if ((role == Role.MANAGER) == team.isEmpty()) {
            throw new IllegalArgumentException(
                    "A manager has a team, and nobody else: %s of '%s'".formatted(role, team));
        }
    }

    public boolean isOfOneTeam() {
        return !team.isEmpty();
    }

    /** The team to ask for where another one, or all (""), was asked for. */
    public String teamInsteadOf(String asked) {
        return isOfOneTeam() ? team : asked;
    }

    public boolean maySee(String otherTeam) {
        return !isOfOneTeam() || team.equals(otherTeam);
    }

    /** Single reps, by their pseudonyms and names. */
    public boolean seesReps() {
        return role.seesReps();
    }

    /** Raw bytes of what the sources sent. */
    public boolean seesRecords() {
        return role.seesRecords();
    }

    /** Whether a group of so many people may be shown. */
    public boolean maySeeGroupOf(long people) {
        return seesReps() || people >= SMALLEST_GROUP;
    }
}
