package io.enablement.simulation;

/**
 * Who gets into a programme, and when.
 *
 * @param launchMonth month of the simulation, counted from 0
 * @param waves how many groups start one after another
 * @param monthsBetween from one wave to the next
 * @param share of those who could take part (of teams where whole teams are sent)
 */
record Rollout(Selection selection, int launchMonth, int waves, int monthsBetween, double share) {

    int waveMonth(int wave) {
        return launchMonth + wave * monthsBetween;
    }
}
