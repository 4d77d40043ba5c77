package io.enablement.domain.rep;

import io.enablement.domain.event.Cause;
import java.util.List;

/**
 * An entry of a rep's ledger: what changed, of which subject, and the event that made it change.
 */
public record LedgerEntry(String repId, String subject, Entry entry, Cause cause) {

    /** What entries must share to be added up to one. */
    public List<Object> place() {
        return List.of(repId, subject, entry.month(), entry.part(), entry.bucket(), cause);
    }

    public LedgerEntry plus(LedgerEntry other) {
        Entry sum =
                new Entry(
                        entry.month(),
                        entry.part(),
                        entry.bucket(),
                        entry.amount() + other.entry.amount());
        return new LedgerEntry(repId, subject, sum, cause);
    }
}
