package io.enablement.cli.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The programs that run notebooks: a Python with nbconvert, a kernel, pandas and matplotlib. */
final class Jupyter {

    /** With {@code -Dnotebooks=required} a machine without the programs fails. */
    private static final String REQUIRED = "required";

    private static final List<String> CANDIDATES = List.of("python3", "/usr/bin/python3");

    private static final long PATIENCE_SECONDS = 300;

    private final String python;

    private Jupyter(String python) {
        this.python = python;
    }

    /** Skips the test where the programs are absent, unless they are required. */
    static Jupyter find() throws IOException, InterruptedException {
        Optional<String> found = Optional.empty();
        for (String candidate : CANDIDATES) {
            if (found.isEmpty() && knowsEverything(candidate)) {
                found = Optional.of(candidate);
            }
        }
        if (found.isEmpty()) {
            String message =
                    "No Python here has nbconvert, ipykernel, pandas and matplotlib: install them as notebooks/README.md says";
            if (REQUIRED.equals(System.getProperty("notebooks"))) {
                throw new IllegalStateException(message);
            }
            Assumptions.abort(message);
        }
        return new Jupyter(found.orElseThrow());
    }

    private static boolean knowsEverything(String candidate)
            throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(
                                    candidate,
                                    "-c",
                                    "import nbconvert, ipykernel, pandas, matplotlib, jinja2")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    /** A run that has begun. */
    record Run(Process process, Path log, Path result) {

        /**
         * @throws AssertionError with the failed cell where one has failed
         */
        Notebook await() throws IOException, InterruptedException {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(result.getFileName() + ": " + Files.readString(log));
            }
            return Notebook.read(result);
        }
    }

    /**
     * Runs all cells; what they put out goes to a copy.
     *
     * @param environment what the notebook reads, beside what every program has
     */
    Run start(Notebook notebook, Map<String, String> environment, Path folder) throws IOException {
        Path log = folder.resolve(notebook.name() + ".log");
        List<String> command = new ArrayList<>(List.of(python, "-m", "nbconvert"));
        command.addAll(List.of("--to", "notebook", "--execute"));
        command.addAll(List.of("--output-dir", folder.toString(), notebook.file().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(notebook.file().getParent().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        Map<String, String> all = builder.environment();
        all.keySet().removeIf(name -> name.startsWith("ENABLEMENT_") || name.equals("MPLBACKEND"));
        all.put("PYTHONDONTWRITEBYTECODE", "1");
        all.put("IPYTHONDIR", folder.resolve("ipython").toString());
        all.putAll(environment);
        return new Run(builder.start(), log, folder.resolve(notebook.name()));
    }
}
