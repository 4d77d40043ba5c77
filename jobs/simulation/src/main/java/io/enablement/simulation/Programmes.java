package io.enablement.simulation;

import java.util.List;

/**
 * The programmes of the simulated organisation: every way to assign people, every sort of truth.
 */
final class Programmes {

    private Programmes() {}

    /** Launches lie at fixed shares of the simulated time, so that each has a before and after. */
    static List<Programme> of(int months) {
        return List.of(
                new Programme(
                        "prog-onboarding",
                        "Onboarding",
                        "training",
                        Audience.everybody(),
                        new Rollout(Selection.NEW_HIRES, 0, 1, 1, 1),
                        Effect.onCycleTime(0.9),
                        false),
                new Programme(
                        "prog-discovery",
                        "Discovery questions",
                        "training",
                        Audience.role(Organisation.ACCOUNT_EXECUTIVE),
                        new Rollout(Selection.LOT, months / 3, 3, 2, 0.5),
                        Effect.onWinRate(0.08),
                        true),
                new Programme(
                        "prog-certification",
                        "Product certification",
                        "certification",
                        Audience.role(Organisation.INSIDE_SALES),
                        new Rollout(Selection.LOT, months / 3, 2, 2, 0.5),
                        Effect.NONE,
                        false),
                new Programme(
                        "prog-reporting-duty",
                        "Reporting duty",
                        "training",
                        Audience.role(Organisation.INSIDE_SALES),
                        new Rollout(Selection.LOT, 2 * months / 3, 2, 1, 0.5),
                        Effect.onWinRate(-0.06).and(Effect.onCycleTime(1.1)),
                        false),
                new Programme(
                        "prog-product-sprint",
                        "Product sprint",
                        "training",
                        Audience.role(Organisation.ACCOUNT_MANAGER),
                        new Rollout(Selection.LOT, months / 4, 2, 2, 0.5),
                        Effect.onWinRate(0.12).decayingIn(90),
                        false),
                new Programme(
                        "prog-negotiation",
                        "Negotiation",
                        "training",
                        Audience.role(Organisation.ACCOUNT_MANAGER),
                        new Rollout(Selection.TEAMS, 3 * months / 5, 3, 1, 0.5),
                        Effect.onDealSize(1.25),
                        true),
                new Programme(
                        "prog-playbook",
                        "Deal playbook",
                        "assignment",
                        Audience.region("apac"),
                        new Rollout(Selection.TEAMS, months / 2, 3, 2, 0.5),
                        Effect.onCycleTime(0.75),
                        true),
                new Programme(
                        "prog-social-selling",
                        "Social selling",
                        "training",
                        Audience.region("americas"),
                        new Rollout(Selection.BETTER_REPS, months / 3, 4, 2, 0.3),
                        Effect.NONE,
                        false),
                new Programme(
                        "prog-rescue-coaching",
                        "Rescue coaching",
                        "coaching",
                        Audience.region("emea"),
                        new Rollout(Selection.AFTER_A_DIP, months / 4, 1, 1, 0.6),
                        Effect.NONE,
                        true));
    }
}
