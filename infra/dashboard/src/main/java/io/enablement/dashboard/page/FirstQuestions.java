package io.enablement.dashboard.page;

import io.enablement.dashboard.answer.Answers.Key;
import io.enablement.dashboard.answer.Question;
import io.enablement.dashboard.answer.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the pages ask before anybody has chosen anything. */
public final class FirstQuestions {

    private static final Choices NOTHING_CHOSEN = Choices.none();

    private static final List<Question> OF_EVERY_PAGE =
            List.of(
                    Question.COMPANY,
                    Question.GLOSSARY,
                    Question.METRIC_NUMBERS,
                    Question.CHOICES,
                    Question.PUBLISHED,
                    Question.SOURCES,
                    Question.PROGRAMMES);

    private static final List<Question> OF_ONE_PAGE =
            List.of(
                    Question.CONTENT,
                    Question.DEFINITIONS,
                    Question.IMPACTS,
                    Question.RETURNS,
                    Question.MATURITY,
                    Question.LEADING_TO_LAGGING,
                    Question.FORECASTS,
                    Question.VERDICTS,
                    Question.EVALUATIONS,
                    Question.STALE_CONTENT,
                    Question.DEAD_LETTERS,
                    Question.COMPLETENESS,
                    Question.GENERATIONS,
                    Question.MANIFEST);

    private FirstQuestions() {}

    /**
     * In the order in which they are needed.
     *
     * @param teams those of managers, and "" for all
     */
    public static List<Key> of(Set<String> teams, Instant now) {
        List<Key> keys = new ArrayList<>();
        OF_EVERY_PAGE.forEach(question -> keys.add(new Key(question, Map.of())));
        keys.add(new Key(Question.BEFORE_AND_AFTER, NOTHING_CHOSEN.ofRepsAndAllDeals()));
        keys.add(new Key(Question.PROGRAMME_CREDIT, Map.of()));
        keys.add(new Key(Question.PROGRAMME_LEADING, NOTHING_CHOSEN.ofMoment()));
        for (String team : teams) {
            keys.add(new Key(Question.PEOPLE, Map.of("team", team)));
            keys.add(new Key(Question.TEAM_LOAD, Map.of("team", team)));
            keys.add(new Key(Question.TEAMS, NOTHING_CHOSEN.ofTeam(team)));
            keys.add(new Key(Question.REPS, NOTHING_CHOSEN.ofTeam(team)));
        }
        OF_ONE_PAGE.forEach(question -> keys.add(new Key(question, Map.of())));
        Restatements.first(now).forEach(each -> keys.add(new Key(Question.RESTATEMENTS, each)));
        return keys;
    }

    /** Of the pages of the programmes, when it is known which there are. */
    public static List<Key> ofProgrammes(Rows programmes) {
        return programmes.stream()
                .map(row -> row.text("programme_id"))
                .flatMap(id -> ofProgramme(id).stream())
                .toList();
    }

    private static List<Key> ofProgramme(String id) {
        return List.of(
                new Key(Question.COHORTS, NOTHING_CHOSEN.ofCohorts(id)),
                new Key(Question.SPREAD, NOTHING_CHOSEN.ofReps(id)),
                new Key(Question.STAGES, Spread.ofStages(id, NOTHING_CHOSEN)),
                new Key(Question.EFFECTS, Effects.of(id, NOTHING_CHOSEN.basis())));
    }
}
