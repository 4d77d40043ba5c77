package io.enablement.impact.maturity;

import io.enablement.impact.maturity.Maturity.Claim;
import io.enablement.impact.registration.Definition;
import io.enablement.impact.registration.Registration;
import io.enablement.impact.roi.Practice;
import java.util.ArrayList;
import java.util.List;

/**
 * What the data says about a programme, before it is judged how well that measures it.
 *
 * @param registration null where the programme was never defined
 * @param matureMonths months after the start of a cohort that are old enough
 * @param maturedDeals deals that were closed in them by treated reps
 * @param paybackOver whether the months that were looked at reach the end of the payback window
 * @param hasInterval whether the effect on the judged outcome has an interval
 * @param attributedDeals won deals that attribution gives the programme a part of
 * @param hasRoi whether there is a return on investment with an interval
 * @param forecast what was expected before the launch, in words; empty where nothing was
 * @param isScored whether the expectation stands beside a measured effect
 * @param wasFeasible whether it was looked at before the launch what could be detected
 */
public record Findings(
        Registration registration,
        Practice practice,
        long matureMonths,
        long maturedDeals,
        boolean paybackOver,
        boolean hasInterval,
        double attributedDeals,
        boolean hasRoi,
        String forecast,
        boolean isScored,
        boolean wasFeasible) {

    public Maturity judge() {
        List<Claim> claims = new ArrayList<>();
        limited(claims);
        basic(claims);
        informative(claims);
        insightful(claims);
        transformational(claims);
        return new Maturity(claims);
    }

    private void limited(List<Claim> claims) {
        claims.add(
                claim(
                        1,
                        "events of the programme",
                        registration != null || practice.isAnything(),
                        "there are some",
                        "there are none"));
    }

    private void basic(List<Claim> claims) {
        claims.add(
                claim(
                        2,
                        "a definition that says for whom it is",
                        registration != null,
                        registration == null ? "" : audience(registration.newest()),
                        "the programme was never defined"));
        claims.add(
                claim(
                        2,
                        "an owner",
                        registration != null && !registration.newest().owner().isBlank(),
                        registration == null ? "" : registration.newest().owner(),
                        "nobody is named"));
        claims.add(
                claim(
                        2,
                        "leading metrics",
                        practice.hasLeadingMetrics(),
                        practice.words(),
                        "no completion, certification or content use"));
    }

    private void informative(List<Claim> claims) {
        claims.add(
                claim(
                        3,
                        "lagging metrics by cohort with mature deals",
                        matureMonths > 0 && maturedDeals > 0,
                        "%d deals closed in %d mature cohort months"
                                .formatted(maturedDeals, matureMonths),
                        "no deal was closed in a month after a start that is older than one median cycle"));
    }

    private void insightful(List<Claim> claims) {
        claims.add(baseline());
        claims.add(
                claim(
                        4,
                        "measured at the end of the payback window",
                        paybackOver,
                        "the mature months reach it",
                        "the mature months do not reach it, or no window is set"));
        claims.add(
                claim(
                        4,
                        "a group-time effect with its interval",
                        hasInterval,
                        "there is one",
                        "there is none"));
        claims.add(
                claim(
                        4,
                        "an attribution ledger",
                        attributedDeals > 0,
                        "%.1f won deals are attributed to it".formatted(attributedDeals),
                        "no won deal was touched by it"));
    }

    private void transformational(List<Claim> claims) {
        claims.add(
                claim(
                        5,
                        "a return on investment with its interval",
                        hasRoi,
                        "there is one",
                        "there is none"));
        claims.add(
                claim(
                        5,
                        "an effect predicted before the launch and scored afterwards",
                        !forecast.isEmpty() && isScored,
                        forecast,
                        forecast.isEmpty()
                                ? "nothing was predicted before the launch"
                                : "predicted, but not measured yet"));
        claims.add(
                claim(
                        5,
                        "feasibility checked before spending",
                        wasFeasible,
                        "it was recorded before the launch what could be detected",
                        "nothing was recorded before the launch"));
    }

    private Claim baseline() {
        String words = "a baseline that was frozen before the launch";
        if (registration == null || registration.atLaunch().isEmpty()) {
            return new Claim(4, words, false, "no definition had been recorded by the launch");
        }
        Definition atLaunch = registration.atLaunch().get();
        if (!atLaunch.hasBaseline()) {
            return new Claim(
                    4, words, false, "the definition at the launch has no baseline window");
        }
        if (registration.isBaselineEdited()) {
            return new Claim(4, words, false, "it was edited after the launch");
        }
        boolean isBefore = !atLaunch.baselineTo().isAfter(atLaunch.launchAt());
        return new Claim(
                4,
                words,
                isBefore,
                "%s to %s, version %d"
                                .formatted(
                                        atLaunch.baselineFrom(),
                                        atLaunch.baselineTo(),
                                        atLaunch.version())
                        + (isBefore ? "" : ", which reaches beyond the launch"));
    }

    private static Claim claim(
            int level, String words, boolean isMet, String evidence, String missing) {
        return new Claim(level, words, isMet, isMet ? evidence : missing);
    }

    private static String audience(Definition definition) {
        String roles =
                definition.roles().isEmpty() ? "all roles" : String.join(", ", definition.roles());
        String regions =
                definition.regions().isEmpty()
                        ? "all regions"
                        : String.join(", ", definition.regions());
        return roles + " in " + regions;
    }
}
