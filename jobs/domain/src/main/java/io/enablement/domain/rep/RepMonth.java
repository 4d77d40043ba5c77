package io.enablement.domain.rep;

/** The numbers of a rep in one month under one label and deal type. */
public record RepMonth(String repId, MonthKey month, Tally tally) {}
