package io.enablement.simulation;

import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Split;
import java.util.List;

/** An event of a deal that is being written: what its kind does not carry stays empty. */
final class DealDraft {

    private final Kind kind;
    private String accountId = "";
    private String owner = "";
    private String stage = "";
    private Integer stageRank;
    private Long amountMinor;
    private String currency = "";
    private String dealType = "";
    private Long expectedCloseMicros;
    private Qualification qualification = Qualification.NONE;
    private String lossReason = "";
    private String mergedInto = "";
    private List<Split> splits = List.of();

    DealDraft(Kind kind) {
        this.kind = kind;
    }

    DealDraft account(String id) {
        accountId = id;
        return this;
    }

    DealDraft owner(String repId) {
        owner = repId;
        return this;
    }

    DealDraft stage(DealType type, int place) {
        stage = type.stages().get(place);
        stageRank = place + 1;
        return this;
    }

    /** Nothing where the amount is not known. */
    DealDraft amount(Long minor, String code) {
        amountMinor = minor;
        currency = minor == null ? "" : code;
        return this;
    }

    DealDraft type(DealType type) {
        dealType = type.label();
        return this;
    }

    DealDraft expectedClose(long micros) {
        expectedCloseMicros = micros;
        return this;
    }

    DealDraft qualification(Qualification outcome) {
        qualification = outcome;
        return this;
    }

    DealDraft lossReason(String reason) {
        lossReason = reason;
        return this;
    }

    DealDraft mergedInto(String dealId) {
        mergedInto = dealId;
        return this;
    }

    DealDraft splits(List<Split> shares) {
        splits = shares;
        return this;
    }

    DealEvent event(Envelope envelope, String dealId) {
        return new DealEvent(
                envelope,
                kind,
                dealId,
                accountId,
                owner,
                stage,
                stageRank,
                amountMinor,
                currency,
                dealType,
                dealType.isEmpty() ? "" : "standard",
                expectedCloseMicros,
                qualification,
                lossReason,
                mergedInto,
                splits);
    }
}
