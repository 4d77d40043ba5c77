package io.enablement.bench.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a deal's events say so far, in any order and however often: all that the peers need of it.
 * Fields are public and of simple types, because Flink's SQL keeps it as an accumulator.
 */
public final class FoldedDeal {

    private static final long NEVER = Long.MIN_VALUE;

    public String creator = "";
    public String dealType = "";
    public long createdAt = NEVER;
    public String outcome = "";
    public long outcomeAt = NEVER;
    public long amount;
    public long pricedAt = NEVER;
    public boolean deleted;

    /** Since when each of the owners has owned it. */
    public long[] ownedAt = {};

    public String[] owners = {};

    public void add(String kind, long at, String owner, Long newAmount, String type) {
        switch (kind) {
            case "CREATED" -> {
                creator = owner;
                dealType = type;
                createdAt = at;
                own(owner, at);
            }
            case "OWNER_CHANGED" -> own(owner, at);
            case "WON", "LOST", "REOPENED" -> {
                if (at >= outcomeAt) {
                    outcome = kind;
                    outcomeAt = at;
                }
            }
            case "DELETED" -> deleted = true;
            default -> {}
        }
        if (newAmount != null && at >= pricedAt) {
            amount = newAmount;
            pricedAt = at;
        }
    }

    /** What the deal adds to the numbers of its reps. */
    public List<RepPart> parts() {
        List<RepPart> parts = new ArrayList<>(2);
        if (deleted) {
            return parts;
        }
        if (createdAt != NEVER) {
            parts.add(new RepPart(creator, dealType, Months.of(createdAt), Counts.ofCreated()));
        }
        if (outcome.equals("WON")) {
            parts.add(close(Counts.ofWon(amount)));
        }
        if (outcome.equals("LOST")) {
            parts.add(close(Counts.ofLost()));
        }
        return parts;
    }

    private RepPart close(Counts counts) {
        return new RepPart(ownerAt(outcomeAt), dealType, Months.of(outcomeAt), counts);
    }

    private void own(String owner, long at) {
        for (long known : ownedAt) {
            if (known == at) {
                return;
            }
        }
        ownedAt = Arrays.copyOf(ownedAt, ownedAt.length + 1);
        owners = Arrays.copyOf(owners, owners.length + 1);
        ownedAt[ownedAt.length - 1] = at;
        owners[owners.length - 1] = owner;
    }

    private String ownerAt(long time) {
        String owner = "";
        long since = NEVER;
        for (int place = 0; place < ownedAt.length; place++) {
            if (ownedAt[place] <= time && ownedAt[place] > since) {
                since = ownedAt[place];
                owner = owners[place];
            }
        }
        return owner;
    }
}
