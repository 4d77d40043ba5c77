package io.enablement.domain.event;

import static io.enablement.domain.event.Problems.when;

import java.util.List;
import java.util.Optional;

/**
 * Something that happened to a deal. What a kind does not carry is an empty string, an empty list
 * or {@code null} for numbers.
 */
public record DealEvent(
        Envelope envelope,
        Kind kind,
        String dealId,
        String accountId,
        String owner,
        String stage,
        Integer stageRank,
        Long amountMinor,
        String currency,
        String dealType,
        String pipeline,
        Long expectedCloseMicros,
        Qualification qualification,
        String lossReason,
        String mergedInto,
        List<Split> splits)
        implements Event {

    /** What can happen to a deal, in the order in which kinds of the very same time are folded. */
    public enum Kind {
        CREATED,
        OWNER_CHANGED,
        STAGE_CHANGED,
        AMOUNT_CHANGED,
        CLOSE_DATE_CHANGED,
        SPLIT_SET,
        QUALIFIED,
        REOPENED,
        DELETED,
        MERGED,
        UNDELETED,
        WON,
        LOST
    }

    /** Outcome of a qualification. */
    public enum Qualification {
        NONE,
        WORK,
        DEFERRED,
        DROPPED
    }

    @Override
    public Family family() {
        return Family.DEAL;
    }

    @Override
    public String aggregate() {
        return dealId;
    }

    @Override
    public int kindRank() {
        return kind.ordinal();
    }

    @Override
    public Optional<String> problem() {
        return Problems.first(
                envelope.problem(),
                Problems.empty("deal_id", dealId),
                Problems.amount("amount_minor", amountMinor, currency),
                Problems.time("expected_close_at", expectedCloseMicros),
                problemOfKind());
    }

    private Optional<String> problemOfKind() {
        return switch (kind) {
            case STAGE_CHANGED -> Problems.empty("stage", stage);
            case AMOUNT_CHANGED -> when(amountMinor == null, "AMOUNT_CHANGED needs amount_minor");
            case CLOSE_DATE_CHANGED ->
                    when(expectedCloseMicros == null, "CLOSE_DATE_CHANGED needs expected_close_at");
            case QUALIFIED ->
                    when(qualification == Qualification.NONE, "QUALIFIED needs qualification");
            case MERGED ->
                    when(
                            mergedInto.isBlank() || mergedInto.equals(dealId),
                            "MERGED needs another deal in merged_into");
            case SPLIT_SET -> problemOfSplits();
            case CREATED, OWNER_CHANGED, REOPENED, DELETED, UNDELETED, WON, LOST ->
                    Optional.empty();
        };
    }

    private Optional<String> problemOfSplits() {
        List<Split> revenueSplits =
                splits.stream().filter(split -> split.kind() == Split.Kind.REVENUE).toList();
        long revenue = revenueSplits.stream().mapToLong(Split::basisPoints).sum();
        return Problems.first(
                when(splits.isEmpty(), "SPLIT_SET needs splits"),
                when(
                        splits.stream().anyMatch(split -> split.repId().isBlank()),
                        "a split has no rep_id"),
                when(
                        splits.stream().anyMatch(split -> split.basisPoints() < 0),
                        "a split is negative"),
                when(
                        splits.stream().anyMatch(split -> split.basisPoints() > Split.WHOLE),
                        "a split is over 100 %"),
                when(
                        !revenueSplits.isEmpty() && revenue != Split.WHOLE,
                        "revenue splits total " + revenue + " basis points, not 10000"));
    }
}
