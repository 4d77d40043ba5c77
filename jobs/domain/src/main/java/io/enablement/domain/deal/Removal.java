package io.enablement.domain.deal;

/** Whether a deal is there, deleted, or merged into another. */
public record Removal(boolean removed, String mergedInto) {

    static final Removal NONE = new Removal(false, "");
    static final Removal DELETED = new Removal(true, "");

    static Removal mergedInto(String dealId) {
        return new Removal(true, dealId);
    }
}
