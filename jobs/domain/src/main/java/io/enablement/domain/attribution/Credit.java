package io.enablement.domain.attribution;

/**
 * What one model gives one touch of a won deal: a decomposition of what happened together, not
 * proof of cause.
 *
 * @param position the touch's place in the journey, from 1 on; 0 where there is no touch
 * @param weight from 0 to 1; those of a deal and model add up to 1
 * @param amountMinor those of a deal and model add up to its amount; {@code null} where it has none
 * @param closedMicros {@code null} where nobody knows
 */
public record Credit(
        String dealId,
        RuleModel model,
        int position,
        Touch touch,
        double weight,
        Long amountMinor,
        Long closedMicros) {

    /** One that is there no more. */
    public static Credit gone(String dealId, RuleModel model, int position) {
        return new Credit(dealId, model, position, Touch.NONE, 0, null, null);
    }
}
