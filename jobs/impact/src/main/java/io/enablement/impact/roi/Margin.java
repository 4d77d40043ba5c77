package io.enablement.impact.roi;

/**
 * Which share of the won amount is gain, and who says so.
 *
 * @param share from 0 to 1; NaN where nobody has said
 * @param source in words; where the share is unknown, why
 */
public record Margin(double share, String source) {

    public static final Margin UNKNOWN = new Margin(Double.NaN, "no margin was stated");

    public Margin {
        if (!Double.isNaN(share) && !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "the margin is %s, not above 0 and at most 1".formatted(share));
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("the margin needs a source");
        }
    }

    public boolean isKnown() {
        return !Double.isNaN(share);
    }
}
