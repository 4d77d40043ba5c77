package io.enablement.domain.event;

import static io.enablement.domain.event.Problems.when;

import java.util.Optional;

/** One use of a piece of content, by a rep, by a buyer on a deal, or both. */
public record ContentEvent(
        Envelope envelope,
        Kind kind,
        String repId,
        String dealId,
        String accountId,
        String contentId,
        String contentVersion,
        String programmeId,
        Long durationSeconds,
        Integer pagesSeen,
        Integer pagesTotal,
        Target target)
        implements Voidable {

    /** How content can be used. */
    public enum Kind {
        VIEWED,
        SHARED,
        PRESENTED,
        DOWNLOADED,
        BUYER_VIEWED,
        VOIDED
    }

    @Override
    public Family family() {
        return Family.CONTENT;
    }

    @Override
    public String aggregate() {
        return repId.isEmpty() ? dealId : repId;
    }

    @Override
    public int kindRank() {
        return kind.ordinal();
    }

    @Override
    public boolean isVoid() {
        return kind == Kind.VOIDED;
    }

    public boolean isOnDeal() {
        return !dealId.isEmpty();
    }

    @Override
    public Optional<String> problem() {
        return Problems.first(
                envelope.problem(),
                when(repId.isBlank() && dealId.isBlank(), "rep_id and deal_id are both empty"),
                isVoid() ? target.problem() : Problems.empty("content_id", contentId),
                when(
                        durationSeconds != null && durationSeconds < 0,
                        "duration_seconds is negative"),
                when(pagesSeen != null && pagesSeen < 0, "pages_seen is negative"),
                when(
                        pagesSeen != null && pagesTotal != null && pagesSeen > pagesTotal,
                        "pages_seen is more than pages_total"));
    }
}
