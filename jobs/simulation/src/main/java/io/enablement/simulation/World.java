package io.enablement.simulation;

import io.enablement.domain.event.Envelope;
import io.enablement.domain.event.Event;
import java.util.List;

/** Everything that the stories of a simulation share. */
record World(
        SimulationSettings settings,
        Timeline timeline,
        Organisation organisation,
        List<Programme> programmes,
        ExchangeRates rates,
        Season season,
        Sources sources,
        Agenda agenda,
        Books books) {

    static World of(SimulationSettings settings, List<Programme> programmes) {
        Timeline timeline = Timeline.of(settings);
        Organisation organisation = Organisation.of(settings, timeline);
        for (Programme programme : programmes) {
            Enrolling.enrol(programme, organisation, timeline, settings.seed());
        }
        return new World(
                settings,
                timeline,
                organisation,
                programmes,
                ExchangeRates.of(settings),
                new Season(timeline),
                new Sources(timeline),
                new Agenda(timeline),
                new Books());
    }

    Envelope envelope(String source, long occurredAt, Dice dice) {
        return sources.envelope(source, occurredAt, dice);
    }

    void tell(Event event) {
        agenda.add(event);
    }
}
