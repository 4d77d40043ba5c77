package io.enablement.impact.maturity;

import java.util.List;

/**
 * How well a programme is measured, from 0 (absent) to 5 (transformational), by evidence in the
 * data. Each level needs those below.
 *
 * @param claims everything that the levels ask for, from below
 */
public record Maturity(List<Claim> claims) {

    private static final List<String> NAMES =
            List.of("absent", "limited", "basic", "informative", "insightful", "transformational");

    public Maturity {
        claims = List.copyOf(claims);
    }

    /**
     * Something that a level asks for.
     *
     * @param evidence what the data says to it
     */
    public record Claim(int level, String words, boolean isMet, String evidence) {}

    /** The highest level that is met with all below it. */
    public int level() {
        int level = 0;
        while (level < NAMES.size() - 1 && isMet(level + 1)) {
            level++;
        }
        return level;
    }

    public String name() {
        return NAMES.get(level());
    }

    /** What is missing for the next level; nothing on the last. */
    public List<String> missing() {
        int next = level() + 1;
        return claims.stream()
                .filter(claim -> claim.level() == next && !claim.isMet())
                .map(claim -> claim.words() + ": " + claim.evidence())
                .toList();
    }

    private boolean isMet(int level) {
        return claims.stream().filter(claim -> claim.level() == level).allMatch(Claim::isMet);
    }
}
