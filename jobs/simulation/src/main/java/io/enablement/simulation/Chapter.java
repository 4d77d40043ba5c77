package io.enablement.simulation;

import io.enablement.domain.event.RepEvent;

/** A day on which something changes in a rep's employment, and where the rep is from then on. */
record Chapter(RepEvent.Kind kind, long day, Team team) {}
