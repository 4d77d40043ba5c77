package io.enablement.bench.question;

/** The numbers that all contestants compute of a cohort's month; they add up. */
public record Counts(long created, long won, long lost, long wonAmount, long contentUses) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public static Counts ofCreated() {
        return new Counts(1, 0, 0, 0, 0);
    }

    public static Counts ofWon(long amount) {
        return new Counts(0, 1, 0, amount, 0);
    }

    public static Counts ofLost() {
        return new Counts(0, 0, 1, 0, 0);
    }

    public static Counts ofUse() {
        return new Counts(0, 0, 0, 0, 1);
    }

    public Counts plus(Counts other) {
        return new Counts(
                created + other.created,
                won + other.won,
                lost + other.lost,
                wonAmount + other.wonAmount,
                contentUses + other.contentUses);
    }

    public Counts negative() {
        return new Counts(-created, -won, -lost, -wonAmount, -contentUses);
    }

    /** Tab-separated, in the order of the components. */
    public String line() {
        return created + "\t" + won + "\t" + lost + "\t" + wonAmount + "\t" + contentUses;
    }
}
