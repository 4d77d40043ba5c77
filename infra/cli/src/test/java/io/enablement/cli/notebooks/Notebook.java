package io.enablement.cli.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A notebook as a file holds it: its cells with what they have put out. */
record Notebook(Path file, JsonNode content) {

    /** In which the last cell of each notebook says its numbers to programs. */
    private static final String NUMBERS = "application/vnd.enablement.numbers+json";

    static Notebook read(Path file) throws IOException {
        return new Notebook(file, new ObjectMapper().readTree(file.toFile()));
    }

    /** Of the project, in their order. */
    static List<Notebook> all() throws IOException {
        List<Notebook> notebooks = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".ipynb")).sorted().toList()) {
                notebooks.add(read(file));
            }
        }
        return notebooks;
    }

    static Path folder() {
        return Path.of("..", "..", "notebooks").toAbsolutePath().normalize();
    }

    String name() {
        return file.getFileName().toString();
    }

    List<JsonNode> cells() {
        List<JsonNode> cells = new ArrayList<>();
        content.path("cells").forEach(cells::add);
        return cells;
    }

    List<NotebookNumber> numbers() {
        List<NotebookNumber> numbers = new ArrayList<>();
        for (JsonNode cell : cells()) {
            for (JsonNode output : cell.path("outputs")) {
                output.path("data")
                        .path(NUMBERS)
                        .forEach(row -> numbers.add(NotebookNumber.read(row)));
            }
        }
        return numbers;
    }

    List<NotebookNumber> numbers(String name) {
        return numbers().stream().filter(each -> each.name().equals(name)).toList();
    }
}
