package io.enablement.cli.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Notebooks lie in the project as questions alone. */
final class NotebookFilesTest {

    @Test
    void thereAreNotebooks() throws IOException {
        assertThat(Notebook.all()).extracting(Notebook::name).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void noCellHasRun() throws IOException {
        for (Notebook notebook : Notebook.all()) {
            assertThat(code(notebook)).as(notebook.name()).allMatch(NotebookFilesTest::hasNotRun);
        }
    }

    @Test
    void everyCellHasANameOfItsOwn() throws IOException {
        for (Notebook notebook : Notebook.all()) {
            List<String> names =
                    notebook.cells().stream().map(cell -> cell.path("id").asText()).toList();

            assertThat(names)
                    .as(notebook.name())
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
        }
    }

    @Test
    void everyValueIsAParameterOfItsQuestion() throws IOException {
        for (Notebook notebook : Notebook.all()) {
            assertThat(code(notebook))
                    .as(notebook.name())
                    .extracting(NotebookFilesTest::source)
                    .noneMatch(source -> source.matches("(?s).*ask\\(\\s*f\".*"))
                    .noneMatch(source -> source.matches("(?s).*\"\"\"\\s*(%|\\.format).*"));
        }
    }

    private static List<JsonNode> code(Notebook notebook) {
        return notebook.cells().stream()
                .filter(cell -> cell.path("cell_type").asText().equals("code"))
                .toList();
    }

    private static boolean hasNotRun(JsonNode cell) {
        return cell.path("outputs").isEmpty() && cell.path("execution_count").isNull();
    }

    private static String source(JsonNode cell) {
        return StreamSupport.stream(cell.path("source").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining());
    }
}
