package io.enablement.impact.manifest;

/**
 * The records of one partition of a topic that the archive held.
 *
 * @param first offset
 * @param last offset
 * @param checksum Σ SHA-256(offset, key, bytes) modulo 2^256 over the records, in hexadecimal
 *     digits: a hash of their set (AdHash of Bellare and Micciancio 1997), so that it can be
 *     computed in any order
 */
public record LogRange(
        String topic, int partition, long first, long last, long records, String checksum) {}
