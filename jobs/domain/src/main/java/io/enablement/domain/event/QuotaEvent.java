package io.enablement.domain.event;

import static io.enablement.domain.event.Problems.when;

import java.util.List;
import java.util.Optional;

/** Something that happened to the quota of a rep for one fiscal period. */
public record QuotaEvent(
        Envelope envelope,
        Kind kind,
        String repId,
        String period,
        Long amountMinor,
        String currency,
        List<Long> scheduleMinor,
        Long effectiveMicros,
        Target target)
        implements Voidable {

    /** What can happen to a quota. */
    public enum Kind {
        SET,
        VOIDED
    }

    @Override
    public Family family() {
        return Family.QUOTA;
    }

    @Override
    public String aggregate() {
        return repId;
    }

    @Override
    public int kindRank() {
        return kind.ordinal();
    }

    @Override
    public boolean isVoid() {
        return kind == Kind.VOIDED;
    }

    /** From when the source holds it true; of two quotas for one period the later one counts. */
    public long effectiveAtMicros() {
        return effectiveMicros == null ? envelope.occurredAtMicros() : effectiveMicros;
    }

    @Override
    public Optional<String> problem() {
        return Problems.first(
                envelope.problem(),
                Problems.empty("rep_id", repId),
                Problems.time("effective_at", effectiveMicros),
                isVoid() ? target.problem() : problemOfSet());
    }

    private Optional<String> problemOfSet() {
        Optional<FiscalPeriod> fiscal = FiscalPeriod.parse(period);
        int months = fiscal.map(FiscalPeriod::months).orElse(0);
        return Problems.first(
                when(
                        fiscal.isEmpty(),
                        "period " + period + " is not of the form 2026, 2026-Q1 or 2026-01"),
                when(amountMinor == null, "SET needs amount_minor"),
                Problems.amount("amount_minor", amountMinor, currency),
                when(
                        !scheduleMinor.isEmpty() && scheduleMinor.size() != months,
                        "schedule_minor has "
                                + scheduleMinor.size()
                                + " months, the period has "
                                + months),
                when(
                        scheduleMinor.stream().anyMatch(month -> month < 0),
                        "schedule_minor has a negative month"),
                when(
                        amountMinor != null
                                && scheduleMinor.stream().anyMatch(month -> month > amountMinor),
                        "schedule_minor has a month over amount_minor"),
                when(
                        !scheduleMinor.isEmpty() && amountMinor != null && sum() != amountMinor,
                        "schedule_minor does not add up to amount_minor"));
    }

    private long sum() {
        return scheduleMinor.stream().mapToLong(Long::longValue).sum();
    }
}
