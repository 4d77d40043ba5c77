package io.enablement.impact.journeys;

/** Divides what was won among the channels that it travelled through. */
public interface CreditModel {

    /** The name that is stored beside the credit, for example {@code markov}. */
    String label();

    /** How many steps the model remembers; 0 where that means nothing. */
    default int order() {
        return 0;
    }

    Credit credit(Journeys journeys);
}
