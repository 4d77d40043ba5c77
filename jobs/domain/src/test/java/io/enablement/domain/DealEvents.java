package io.enablement.domain;

import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.DealHistory;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.DealEvent.Kind;
import io.enablement.domain.event.DealEvent.Qualification;
import io.enablement.domain.event.Moment;
import io.enablement.domain.event.Split;
import java.util.List;

/** One event of the deal {@code d-1}; it says what matters for the test and nothing else. */
public final class DealEvents extends EventBuilder<DealEvents> {

    private final Kind kind;
    private String dealId = "d-1";
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

    private DealEvents(Kind kind, Moment at) {
        super(kind, at);
        this.kind = kind;
    }

    public static DealEvents happened(Kind kind, Moment at) {
        return new DealEvents(kind, at);
    }

    /** By {@code ann}. */
    public static DealEvents created(Moment at) {
        return happened(Kind.CREATED, at).owner("ann");
    }

    public static DealEvents ownerChanged(String owner, Moment at) {
        return happened(Kind.OWNER_CHANGED, at).owner(owner);
    }

    public static DealEvents stageChanged(String stage, Moment at) {
        return happened(Kind.STAGE_CHANGED, at).stage(stage);
    }

    public static DealEvents amountChanged(Moment at) {
        return happened(Kind.AMOUNT_CHANGED, at);
    }

    public static DealEvents closeExpected(Moment close, Moment at) {
        return happened(Kind.CLOSE_DATE_CHANGED, at).expectedClose(close);
    }

    public static DealEvents qualified(Qualification qualification, Moment at) {
        return happened(Kind.QUALIFIED, at).qualification(qualification);
    }

    public static DealEvents splitSet(Moment at, Split... splits) {
        return happened(Kind.SPLIT_SET, at).splits(splits);
    }

    public static DealEvents won(Moment at) {
        return happened(Kind.WON, at);
    }

    public static DealEvents lost(Moment at) {
        return happened(Kind.LOST, at);
    }

    public static DealEvents reopened(Moment at) {
        return happened(Kind.REOPENED, at);
    }

    public static DealEvents deleted(Moment at) {
        return happened(Kind.DELETED, at);
    }

    public static DealEvents undeleted(Moment at) {
        return happened(Kind.UNDELETED, at);
    }

    public static DealEvents merged(String into, Moment at) {
        return happened(Kind.MERGED, at).mergedInto(into);
    }

    public static Split revenue(String repId, int percent) {
        return new Split(repId, Split.Kind.REVENUE, 100 * percent);
    }

    public static Split overlay(String repId, int percent) {
        return new Split(repId, Split.Kind.OVERLAY, 100 * percent);
    }

    /** The deal after these events, which may be given in any order. */
    public static Deal deal(DealEvents... builders) {
        DealHistory history = DealHistory.NONE;
        for (DealEvents builder : builders) {
            history = after(history, builder.event());
        }
        return history.deal();
    }

    public static DealHistory after(DealHistory history, DealEvent event) {
        return new DealHistory(history.with(event, Contents::bytes).events());
    }

    public DealEvents dealId(String id) {
        dealId = id;
        return this;
    }

    public DealEvents owner(String repId) {
        owner = repId;
        return this;
    }

    public DealEvents stage(String name) {
        stage = name;
        return this;
    }

    public DealEvents rank(Integer number) {
        stageRank = number;
        return this;
    }

    public DealEvents usd(long minor) {
        return amount(minor, "USD");
    }

    public DealEvents amount(Long minor, String code) {
        amountMinor = minor;
        currency = code;
        return this;
    }

    public DealEvents dealType(String type) {
        dealType = type;
        return this;
    }

    public DealEvents expectedClose(Moment moment) {
        expectedCloseMicros = moment.micros();
        return this;
    }

    public DealEvents qualification(Qualification outcome) {
        qualification = outcome;
        return this;
    }

    public DealEvents lossReason(String reason) {
        lossReason = reason;
        return this;
    }

    public DealEvents mergedInto(String id) {
        mergedInto = id;
        return this;
    }

    public DealEvents splits(Split... shares) {
        splits = List.of(shares);
        return this;
    }

    public DealEvent event() {
        return new DealEvent(
                envelope(),
                kind,
                dealId,
                "",
                owner,
                stage,
                stageRank,
                amountMinor,
                currency,
                dealType,
                "",
                expectedCloseMicros,
                qualification,
                lossReason,
                mergedInto,
                splits);
    }

    @Override
    DealEvents self() {
        return this;
    }
}
