package io.enablement.domain.attribution;

/** What touches and deals meet at: the deal that a touch names, or the rep that it is of. */
public record LinkKey(boolean isDeal, String id) {

    private static final String DEAL = "deal:";
    private static final String REP = "rep:";

    public static LinkKey ofDeal(String dealId) {
        return new LinkKey(true, dealId);
    }

    public static LinkKey ofRep(String repId) {
        return new LinkKey(false, repId);
    }

    /** Reads what {@link #text} says. */
    public static LinkKey parse(String text) {
        return text.startsWith(DEAL)
                ? ofDeal(text.substring(DEAL.length()))
                : ofRep(text.substring(REP.length()));
    }

    /** For example {@code rep:r-7}. */
    public String text() {
        return (isDeal ? DEAL : REP) + id;
    }
}
