package io.enablement.domain.attribution;

/**
 * A touch that is linked to a deal.
 *
 * @param originDealId the deal that links it: the deal itself, or one that was merged into it
 */
public record LinkedTouch(Touch touch, String originDealId) {

    /** How it came to be linked: it names the deal, or its rep owned the deal. */
    public String linkedBy() {
        return touch.namesADeal() ? "deal" : "owner";
    }
}
