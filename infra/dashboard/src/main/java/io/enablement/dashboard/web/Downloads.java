package io.enablement.dashboard.web;

import io.enablement.dashboard.answer.Question;

import java.util.Map;

/** Files of tables that come as they are asked for, by the ends of their addresses. */
final class Downloads {

    /** Of the page of the data. */
    static final Map<String, Question> OF_DATA =
            Map.of(
                    "published", Question.PUBLISHED,
                    "sources", Question.SOURCES,
                    "dead-letters", Question.DEAD_LETTERS,
                    "completeness", Question.COMPLETENESS,
                    "generations", Question.GENERATIONS);

    private Downloads() {}
}
