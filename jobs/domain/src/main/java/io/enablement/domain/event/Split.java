package io.enablement.domain.event;

/** Share of one rep in the quota credit of a deal, in hundredths of a per cent. */
public record Split(String repId, Kind kind, int basisPoints) {

    public static final int WHOLE = 10_000;

    /** Revenue shares total 100 %; overlay is a measure of its own and never added to totals. */
    public enum Kind {
        REVENUE,
        OVERLAY
    }
}
