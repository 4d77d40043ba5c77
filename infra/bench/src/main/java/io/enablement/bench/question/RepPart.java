package io.enablement.bench.question;

/**
 * What something adds to a month of a rep.
 *
 * @param dealType empty for what is no deal
 * @param month its first day
 */
public record RepPart(String rep, String dealType, String month, Counts counts) {}
