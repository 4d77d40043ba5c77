package io.enablement.domain.deal;

import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Span;
import io.enablement.domain.event.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A deal seen by the company's rules: its value in the reporting currency, and what it adds to the
 * parts of each rep. Creation parts belong to the owner at creation, qualification parts to the
 * owner at the decision, close parts to the owner at the close, and what is still open to the owner
 * of today. What has no known time counts in no period.
 */
public final class DealFacts {

    private final Deal deal;
    private final Rules rules;
    private final Map<String, List<Posting>> byRep = new TreeMap<>();

    private DealFacts(Deal deal, Rules rules) {
        this.deal = deal;
        this.rules = rules;
    }

    /** What the deal adds, by rep. Deleted and merged deals add nothing. */
    public static Map<String, List<Posting>> postings(Deal deal, Rules rules) {
        DealFacts facts = new DealFacts(deal, rules);
        if (!deal.removal().removed()) {
            facts.postCreation();
            facts.postQualification();
            facts.postReopenings();
            facts.postOpen();
            facts.postClose();
        }
        return facts.byRep;
    }

    /** The price in the reporting currency on the day of the close, or else of the creation. */
    public static Optional<Valued> value(Deal deal, Rules rules) {
        return value(deal.price(), valuedAt(deal), rules);
    }

    /** The flags of the fold and those that depend on the rules. */
    public static Set<DealFlag> flags(Deal deal, Rules rules) {
        Set<DealFlag> flags = EnumSet.noneOf(DealFlag.class);
        flags.addAll(deal.flags());
        if (lacksRate(deal, rules)) {
            flags.add(DealFlag.NO_RATE);
        }
        if (closedBeforeCreated(deal, rules.calendar())) {
            flags.add(DealFlag.CLOSED_BEFORE_CREATED);
        }
        if (closeDateDiffers(deal, rules.calendar())) {
            flags.add(DealFlag.CLOSE_DATE_DIFFERS);
        }
        return flags;
    }

    /** Either of its two amounts, that at a known creation and that of today, has no rate. */
    private static boolean lacksRate(Deal deal, Rules rules) {
        Creation creation = deal.creation();
        return lacksRate(deal.price(), valuedAt(deal), rules)
                || creation.at().isKnown() && lacksRate(creation.price(), creation.at(), rules);
    }

    private static boolean lacksRate(Price price, Moment at, Rules rules) {
        return price.known() && value(price, at, rules).isEmpty();
    }

    private static boolean closedBeforeCreated(Deal deal, BusinessCalendar calendar) {
        return deal.creation().at().isKnown()
                && deal.closing().at().isKnown()
                && !deal.elapsed().isMeasurable(calendar);
    }

    private static boolean closeDateDiffers(Deal deal, BusinessCalendar calendar) {
        return deal.expectedClose().isKnown()
                && deal.closing().at().isKnown()
                && !calendar.day(deal.expectedClose()).equals(calendar.day(deal.closing().at()));
    }

    private static Moment valuedAt(Deal deal) {
        return deal.closing().at().isKnown() ? deal.closing().at() : deal.creation().at();
    }

    private static Optional<Valued> value(Price price, Moment at, Rules rules) {
        return at.isKnown()
                ? rules.rates().value(price, rules.calendar().day(at))
                : rules.rates().valueWithoutDay(price);
    }

    private void postCreation() {
        Creation creation = deal.creation();
        post(creation.owner(), Part.CREATED, 1, creation.at());
        value(creation.price(), creation.at(), rules)
                .ifPresent(
                        value ->
                                post(
                                        creation.owner(),
                                        Part.CREATED_AMOUNT,
                                        value.amountMinor(),
                                        creation.at()));
        if (deal.isWon()) {
            post(creation.owner(), Part.CREATED_WON, 1, creation.at());
        }
        if (deal.qualified().known()) {
            post(creation.owner(), Part.CREATED_QUALIFIED, 1, creation.at());
        }
    }

    private void postQualification() {
        Qualified qualified = deal.qualified();
        if (!qualified.known()) {
            return;
        }
        post(qualified.owner(), Part.QUALIFIED, 1, qualified.at());
        if (deal.isWon()) {
            post(qualified.owner(), Part.QUALIFIED_WON, 1, qualified.at());
        }
    }

    private void postReopenings() {
        for (int number = 1; number < deal.openings().size(); number++) {
            Opening reopening = deal.openings().get(number);
            post(reopening.owner(), Part.REOPENED, 1, reopening.span().from());
        }
    }

    private void postOpen() {
        if (deal.status() != DealStatus.OPEN) {
            return;
        }
        Moment due = deal.expectedClose();
        post(deal.owner(), Part.OPEN_DUE, 1, due);
        value(deal, rules)
                .ifPresent(
                        value ->
                                post(deal.owner(), Part.OPEN_DUE_AMOUNT, value.amountMinor(), due));
    }

    private void postClose() {
        switch (deal.status()) {
            case WON -> postWon();
            case LOST -> postLost();
            case DROPPED -> postAtClose(Part.DROPPED, 1);
            case OPEN, DELETED, MERGED -> {}
        }
    }

    private void postWon() {
        postAtClose(Part.WON, 1);
        postCycle(Part.WON_CYCLES, Part.WON_CYCLE_MICROS, Part.WON_CYCLE_DAYS);
        Optional<Valued> value = value(deal, rules);
        if (value.isEmpty()) {
            return;
        }
        postAtClose(Part.WON_PRICED, 1);
        postAtClose(Part.WON_AMOUNT, value.get().amountMinor());
        postCredit(value.get().amountMinor());
    }

    private void postLost() {
        postAtClose(Part.LOST, 1);
        postCycle(Part.LOST_CYCLES, Part.LOST_CYCLE_MICROS, Part.LOST_CYCLE_DAYS);
        value(deal, rules).ifPresent(value -> postAtClose(Part.LOST_AMOUNT, value.amountMinor()));
    }

    private void postCycle(Part count, Part micros, Part days) {
        Span elapsed = deal.elapsed();
        if (!elapsed.isMeasurable(rules.calendar())) {
            return;
        }
        postAtClose(count, 1);
        postAtClose(micros, elapsed.micros(rules.calendar()).orElseThrow());
        post(
                deal.closing().owner(),
                days,
                elapsed.days(rules.calendar()).orElseThrow(),
                1,
                deal.closing().at());
    }

    /** Revenue shares add up to the amount to the cent; overlay shares are counted apart. */
    private void postCredit(long amountMinor) {
        List<Split> revenue = splits(Split.Kind.REVENUE);
        if (revenue.isEmpty()) {
            postAtClose(Part.CREDITED, amountMinor);
        } else {
            long[] shares =
                    LargestRemainder.shares(
                            amountMinor,
                            revenue.stream().map(split -> (long) split.basisPoints()).toList());
            for (int place = 0; place < shares.length; place++) {
                post(revenue.get(place).repId(), Part.CREDITED, shares[place], deal.closing().at());
            }
        }
        for (Split overlay : splits(Split.Kind.OVERLAY)) {
            List<Long> weights =
                    List.of(
                            (long) overlay.basisPoints(),
                            (long) Split.WHOLE - overlay.basisPoints());
            long share = LargestRemainder.shares(amountMinor, weights)[0];
            post(overlay.repId(), Part.OVERLAY_CREDIT, share, deal.closing().at());
        }
    }

    private List<Split> splits(Split.Kind kind) {
        if (deal.splits().isEmpty()) {
            return List.of();
        }
        return deal.splits().stream()
                .filter(split -> split.kind() == kind)
                .sorted(Comparator.comparing(Split::repId))
                .toList();
    }

    private void postAtClose(Part part, long amount) {
        post(deal.closing().owner(), part, amount, deal.closing().at());
    }

    private void post(String owner, Part part, long amount, Moment at) {
        post(owner, part, 0, amount, at);
    }

    private void post(String owner, Part part, int bucket, long amount, Moment at) {
        if (!at.isKnown() || amount == 0) {
            return;
        }
        String rep = owner.isEmpty() ? Deal.UNASSIGNED : owner;
        byRep.computeIfAbsent(rep, key -> new ArrayList<>())
                .add(new Posting(part, bucket, amount, at));
    }
}
