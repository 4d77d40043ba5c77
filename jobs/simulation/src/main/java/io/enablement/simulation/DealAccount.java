package io.enablement.simulation;

import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.DealStatus;
import io.enablement.domain.deal.LargestRemainder;
import io.enablement.domain.deal.Part;
import io.enablement.domain.event.Split;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * The simulation's own account of one deal. It notes what the story decides, and books it when the
 * story is over; a deal that is gone by then is booked nowhere.
 */
final class DealAccount {

    private final String type;
    private final String creationOwner;
    private final long createdAt;
    private final Long creationAmount;
    private final List<Opening> reopenings = new ArrayList<>();
    private final List<Split> splits = new ArrayList<>();
    private DealStatus status = DealStatus.OPEN;
    private boolean removed;
    private Opening qualified;
    private Opening close;
    private boolean closeKnownByDay;
    private Long amount;
    private String currency;
    private String owner;
    private long expectedClose;

    DealAccount(
            String type,
            String owner,
            long createdAt,
            long expectedClose,
            Long amount,
            String currency) {
        this.type = type;
        this.creationOwner = owner;
        this.owner = owner;
        this.expectedClose = expectedClose;
        this.createdAt = createdAt;
        this.creationAmount = amount;
        this.amount = amount;
        this.currency = currency;
    }

    DealStatus status() {
        return status;
    }

    boolean isOpen() {
        return status == DealStatus.OPEN;
    }

    boolean isRemoved() {
        return removed;
    }

    void qualified(String owner, long at) {
        if (qualified == null) {
            qualified = new Opening(owner, at);
        }
    }

    void owned(String newOwner) {
        owner = newOwner;
    }

    void expected(long newClose) {
        expectedClose = newClose;
    }

    void priced(long newAmount) {
        amount = newAmount;
    }

    void closed(DealStatus outcome, String owner, long at, boolean knownByDay) {
        status = outcome;
        close = new Opening(owner, at);
        closeKnownByDay = knownByDay;
    }

    void reopened(String owner, long at) {
        status = DealStatus.OPEN;
        close = null;
        reopenings.add(new Opening(owner, at));
    }

    void split(List<Split> shares) {
        splits.clear();
        splits.addAll(shares);
    }

    void removed(boolean gone) {
        removed = gone;
    }

    /** To be called once, when nothing more will happen to the deal. */
    void book(Books books, ExchangeRates rates) {
        if (removed) {
            return;
        }
        bookCreation(books, rates);
        if (qualified != null) {
            post(books, Part.QUALIFIED, 1, qualified);
            post(books, Part.QUALIFIED_WON, isWon() ? 1 : 0, qualified);
        }
        for (Opening reopening : reopenings) {
            post(books, Part.REOPENED, 1, reopening);
        }
        bookOutcome(books, rates);
    }

    private boolean isWon() {
        return status == DealStatus.WON;
    }

    private void bookCreation(Books books, ExchangeRates rates) {
        Opening creation = new Opening(creationOwner, createdAt);
        post(books, Part.CREATED, 1, creation);
        post(books, Part.CREATED_QUALIFIED, qualified == null ? 0 : 1, creation);
        post(books, Part.CREATED_WON, isWon() ? 1 : 0, creation);
        if (creationAmount != null) {
            long value = rates.toReporting(creationAmount, currency, creation.day()).orElse(0);
            post(books, Part.CREATED_AMOUNT, value, creation);
        }
    }

    private void bookOutcome(Books books, ExchangeRates rates) {
        switch (status) {
            case WON -> bookWon(books, rates);
            case LOST -> bookLost(books, rates);
            case DROPPED -> post(books, Part.DROPPED, 1, close);
            case OPEN -> bookOpen(books, rates);
            case DELETED, MERGED -> {}
        }
    }

    /** For the owner of today, in the month in which the close is expected. */
    private void bookOpen(Books books, ExchangeRates rates) {
        Opening due = new Opening(owner, expectedClose);
        post(books, Part.OPEN_DUE, 1, due);
        post(books, Part.OPEN_DUE_AMOUNT, value(rates, Timeline.dateOf(createdAt)).orElse(0), due);
    }

    private void bookWon(Books books, ExchangeRates rates) {
        post(books, Part.WON, 1, close);
        post(books, Part.WON_CYCLES, 1, close);
        post(books, Part.WON_CYCLE_MICROS, cycleMicros(), close);
        OptionalLong value = value(rates, close.day());
        if (value.isEmpty()) {
            return;
        }
        post(books, Part.WON_PRICED, 1, close);
        post(books, Part.WON_AMOUNT, value.getAsLong(), close);
        bookCredit(books, value.getAsLong());
    }

    private void bookLost(Books books, ExchangeRates rates) {
        post(books, Part.LOST, 1, close);
        post(books, Part.LOST_CYCLES, 1, close);
        post(books, Part.LOST_CYCLE_MICROS, cycleMicros(), close);
        post(books, Part.LOST_AMOUNT, value(rates, close.day()).orElse(0), close);
    }

    private OptionalLong value(ExchangeRates rates, LocalDate day) {
        return amount == null ? OptionalLong.empty() : rates.toReporting(amount, currency, day);
    }

    /** Whole days where the close is known only to the day. */
    private long cycleMicros() {
        if (!closeKnownByDay) {
            return close.at - createdAt;
        }
        return Timeline.startOf(Timeline.dayOf(close.at) - Timeline.dayOf(createdAt));
    }

    private void bookCredit(Books books, long value) {
        List<Split> revenue =
                splits.stream()
                        .filter(split -> split.kind() == Split.Kind.REVENUE)
                        .sorted(Comparator.comparing(Split::repId))
                        .toList();
        if (revenue.isEmpty()) {
            post(books, Part.CREDITED, value, close);
            return;
        }
        List<Long> weights = revenue.stream().map(split -> (long) split.basisPoints()).toList();
        long[] shares = LargestRemainder.shares(value, weights);
        for (int place = 0; place < shares.length; place++) {
            Opening credit = new Opening(revenue.get(place).repId(), close.at);
            post(books, Part.CREDITED, shares[place], credit);
        }
        for (Split overlay : splits) {
            if (overlay.kind() == Split.Kind.OVERLAY) {
                Opening credit = new Opening(overlay.repId(), close.at);
                long share = (value * overlay.basisPoints() + Split.WHOLE / 2) / Split.WHOLE;
                post(books, Part.OVERLAY_CREDIT, share, credit);
            }
        }
    }

    private void post(Books books, Part part, long amount, Opening at) {
        books.post(at.owner.isEmpty() ? Deal.UNASSIGNED : at.owner, type, part, amount, at.day());
    }

    /** A moment in the life of the deal, and whose deal it was then. */
    private record Opening(String owner, long at) {

        LocalDate day() {
            return Timeline.dateOf(at);
        }
    }
}
