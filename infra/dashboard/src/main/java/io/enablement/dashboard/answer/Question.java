package io.enablement.dashboard.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A query with a name; its text stands in the file of that name and takes typed parameters. */
public enum Question {
    PUBLICATION,
    COMPANY,
    GLOSSARY,
    CHOICES,
    PROGRAMMES,
    BEFORE_AND_AFTER,
    PROGRAMME_CREDIT,
    PROGRAMME_LEADING,
    COHORTS,
    SPREAD,
    STAGES,
    CONTENT,
    DEFINITIONS,
    EFFECTS,
    IMPACTS,
    RETURNS,
    MATURITY,
    LEADING_TO_LAGGING,
    FORECASTS,
    TEAMS,
    TEAM_LOAD,
    REPS,
    PEOPLE,
    RESTATEMENTS,
    VERDICTS,
    EVALUATIONS,
    STALE_CONTENT,
    PUBLISHED,
    SOURCES,
    DEAD_LETTERS,
    DEAD_LETTER_SAMPLES,
    COMPLETENESS,
    GENERATIONS,
    MANIFEST,
    DEAL,
    DEAL_EVENTS,
    DEAL_STAGES,
    DEAL_TOUCHES,
    DEAL_LEDGER,
    METRIC_NUMBERS,
    VALUE_OF_GROUP,
    VALUE_OF_PARTS,
    VALUE_OF_PROGRAMME,
    VALUE_OF_STAGE,
    VALUE_OF_CHOSEN,
    VALUE_OF_CHOSEN_PARTS,
    VALUE_OF_LOAD,
    NUMBERS_OF_GROUP,
    NUMBERS_OF_CHOSEN,
    EXPLAINED_ENTRIES,
    EXPLAINED_REPS,
    CHOSEN_REPS,
    OPEN_DEALS,
    EXPLAINED_FACTS,
    EXPLAINED_MEMBERS,
    EXPLAINED_PROGRAMME_REPS;

    /** The moment that stands for now. */
    public static final String NOW = "2299-01-01 00:00:00";

    /** A view of a moment; the one of now has the same name without this, and is planned sooner. */
    private static final Pattern AT_MOMENT =
            Pattern.compile("_at\\(as_of = \\{as_of:String}(?:\\)|, )");

    private final String sql;

    Question() {
        String file = "/io/enablement/dashboard/sql/" + fileName();
        try (InputStream text = Question.class.getResourceAsStream(file)) {
            sql = new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no " + file, e);
        }
    }

    public String sql(Map<String, String> parameters) {
        return NOW.equals(parameters.get("as_of"))
                ? AT_MOMENT.matcher(sql).replaceAll(at -> at.group().endsWith(")") ? "" : "(")
                : sql;
    }

    private String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".sql";
    }
}
