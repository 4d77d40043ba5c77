package io.enablement.domain.rep;

import io.enablement.domain.event.Cause;

/**
 * An entry of a rep's ledger: what changed, of which subject, and the event that made it change.
 */
public record LedgerEntry(String repId, String subject, Entry entry, Cause cause) {}
