package io.enablement.simulation;

import io.enablement.domain.cohort.Exposure;
import io.enablement.domain.cohort.TrainingFacts;
import io.enablement.domain.cohort.TrainingHistory;
import io.enablement.domain.deal.Deal;
import io.enablement.domain.deal.DealFacts;
import io.enablement.domain.deal.DealHistory;
import io.enablement.domain.deal.Posting;
import io.enablement.domain.deal.Rules;
import io.enablement.domain.event.BusinessCalendar;
import io.enablement.domain.event.ContentEvent;
import io.enablement.domain.event.DealEvent;
import io.enablement.domain.event.Event;
import io.enablement.domain.event.Insertion;
import io.enablement.domain.event.QuotaEvent;
import io.enablement.domain.event.RepEvent;
import io.enablement.domain.event.TrainingEvent;
import io.enablement.domain.event.Voidable;
import io.enablement.domain.rep.ContentUse;
import io.enablement.domain.rep.QuotaHistory;
import io.enablement.domain.rep.RepHistory;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the folds of the domain make of events: the other way to the numbers of the truth. */
final class Replay {

    private final Rules rules;
    private final Map<String, DealHistory> deals = new TreeMap<>();
    private final Map<String, RepHistory> reps = new TreeMap<>();
    private final Map<String, QuotaHistory> quotas = new TreeMap<>();
    private final Map<String, TrainingHistory> trainings = new TreeMap<>();
    private final Map<String, Set<ContentEvent>> contents = new TreeMap<>();
    private long duplicates;
    private long conflicts;

    Replay(SimulationSettings settings) {
        rules =
                new Rules(
                        new BusinessCalendar(ZoneOffset.UTC, settings.fiscalYearStart()),
                        ExchangeRates.of(settings).rates());
    }

    Replay all(Iterator<Event> events) {
        events.forEachRemaining(this::add);
        return this;
    }

    long duplicates() {
        return duplicates;
    }

    long conflicts() {
        return conflicts;
    }

    List<Deal> deals() {
        return deals.values().stream().map(DealHistory::deal).toList();
    }

    /** Every part that is one number, by {@code rep month part}. */
    Map<String, Long> repMonths() {
        Map<String, Long> sums = new TreeMap<>();
        post((rep, type, posting) -> add(sums, rep + " " + month(posting), posting));
        return sums;
    }

    /** Every part that is one number, by {@code month type part}. */
    Map<String, Long> dealMonths() {
        Map<String, Long> sums = new TreeMap<>();
        post((rep, type, posting) -> add(sums, month(posting) + " " + type, posting));
        return sums;
    }

    /** Every part of trainings that is one number, by {@code rep programme month part}. */
    Map<String, Long> programmeMonths() {
        Map<String, Long> sums = new TreeMap<>();
        postTrainings(
                (rep, programme, posting) ->
                        add(sums, rep + " " + programme + " " + month(posting), posting));
        return sums;
    }

    List<Exposure> exposures() {
        List<Exposure> exposures = new ArrayList<>();
        trainings.values().forEach(each -> exposures.addAll(each.exposures(rules.calendar())));
        return exposures;
    }

    private void post(Sums sums) {
        for (Deal deal : deals()) {
            DealFacts.postings(deal, rules)
                    .forEach(
                            (rep, each) ->
                                    each.forEach(
                                            one -> sums.add(rep, deal.creation().dealType(), one)));
        }
        quotas.forEach(
                (rep, history) ->
                        history.postings(
                                        reps.getOrDefault(rep, RepHistory.NONE)
                                                .tenures(rules.calendar()),
                                        rules)
                                .forEach(posting -> sums.add(rep, "", posting)));
        contents.forEach(
                (rep, events) ->
                        ContentUse.subject(Voidable.standing(events))
                                .postings()
                                .forEach(posting -> sums.add(rep, "", posting)));
        postTrainings((rep, programme, posting) -> sums.add(rep, "", posting));
    }

    private void postTrainings(ProgrammeSums sums) {
        trainings.forEach(
                (rep, history) ->
                        TrainingFacts.postings(history, rules.calendar())
                                .forEach(
                                        (programme, postings) ->
                                                postings.forEach(
                                                        one -> sums.add(rep, programme, one))));
    }

    private String month(Posting posting) {
        return rules.calendar().month(posting.at()).toString();
    }

    private static void add(Map<String, Long> sums, String place, Posting posting) {
        if (!posting.part().isHistogram()) {
            sums.merge(place + " " + posting.part().column(), posting.amount(), Long::sum);
        }
    }

    private void add(Event event) {
        switch (event.family()) {
            case DEAL -> add((DealEvent) event);
            case REP -> add((RepEvent) event);
            case QUOTA -> add((QuotaEvent) event);
            case TRAINING -> add((TrainingEvent) event);
            case CONTENT -> add((ContentEvent) event);
            case PROGRAMME -> {}
        }
    }

    private void add(DealEvent event) {
        DealHistory history = deals.getOrDefault(event.dealId(), DealHistory.NONE);
        deals.put(event.dealId(), new DealHistory(counted(history.with(event, Replay::bytes))));
    }

    private void add(RepEvent event) {
        RepHistory history = reps.getOrDefault(event.repId(), RepHistory.NONE);
        reps.put(event.repId(), new RepHistory(counted(history.with(event, Replay::bytes))));
    }

    private void add(QuotaEvent event) {
        QuotaHistory history = quotas.getOrDefault(event.repId(), QuotaHistory.NONE);
        quotas.put(event.repId(), new QuotaHistory(counted(history.with(event, Replay::bytes))));
    }

    private void add(TrainingEvent event) {
        TrainingHistory history = trainings.getOrDefault(event.repId(), TrainingHistory.NONE);
        trainings.put(
                event.repId(), new TrainingHistory(counted(history.with(event, Replay::bytes))));
    }

    private void add(ContentEvent event) {
        if (event.repId().isEmpty()) {
            return;
        }
        contents.computeIfAbsent(event.repId(), rep -> new LinkedHashSet<>()).add(event);
    }

    private <E extends Event> List<E> counted(Insertion<E> insertion) {
        duplicates += insertion.duplicate() ? 1 : 0;
        conflicts += insertion.losers().size();
        return insertion.events();
    }

    private static byte[] bytes(Event event) {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Takes what a training adds. */
    private interface ProgrammeSums {

        void add(String rep, String programme, Posting posting);
    }

    /** Takes what a deal, a quota, content or a training adds. */
    private interface Sums {

        void add(String rep, String dealType, Posting posting);
    }
}
