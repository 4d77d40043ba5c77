package io.enablement.impact.journeys;

import java.util.List;

/**
 * The journeys of all deals that are over, as one published checkpoint showed them: won deals with
 * their amount in minor units, lost and dropped ones as lost.
 *
 * @param byProgramme with programmes as channels; a touch of none is the channel ""
 * @param byContent with content as channels; a touch of none is the channel ""
 */
public record ClosedJourneys(
        long generation, long checkpoint, List<Journey> byProgramme, List<Journey> byContent) {}
