package io.enablement.domain.attribution;

/**
 * A touch at its place in the journey of a deal.
 *
 * @param position from 1 on
 */
public record JourneyTouch(String dealId, int position, LinkedTouch linked) {

    /** One that is there no more. */
    public static JourneyTouch gone(String dealId, int position) {
        return new JourneyTouch(dealId, position, new LinkedTouch(Touch.NONE, ""));
    }
}
