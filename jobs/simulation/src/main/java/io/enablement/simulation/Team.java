package io.enablement.simulation;

/** A team of one region and who leads it. */
record Team(String id, String region, String lead) {}
