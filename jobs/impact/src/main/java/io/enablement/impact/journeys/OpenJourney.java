package io.enablement.impact.journeys;

import java.util.ArrayList;
import java.util.List;

/** A deal's journey while its touches are read one after the other. */
record OpenJourney(
        String dealId,
        boolean isWon,
        long amountMinor,
        List<String> programmes,
        List<String> contents) {

    static final OpenJourney NONE = of("", false, 0);

    static OpenJourney of(String dealId, boolean isWon, long amountMinor) {
        return new OpenJourney(dealId, isWon, amountMinor, new ArrayList<>(), new ArrayList<>());
    }

    boolean isOf(String deal) {
        return dealId.equals(deal);
    }

    void touch(String programme, String content) {
        programmes.add(programme);
        contents.add(content);
    }

    void close(List<Journey> byProgramme, List<Journey> byContent) {
        if (!dealId.isEmpty()) {
            byProgramme.add(journey(programmes));
            byContent.add(journey(contents));
        }
    }

    private Journey journey(List<String> channels) {
        return isWon ? new Journey(channels, 1, 0, amountMinor) : new Journey(channels, 0, 1, 0);
    }
}
