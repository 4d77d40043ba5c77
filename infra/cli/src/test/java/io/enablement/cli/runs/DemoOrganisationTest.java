package io.enablement.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enablement.cli.console.UsageException;
import io.enablement.simulation.Progress;
import io.enablement.simulation.SimulationSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoOrganisationTest {

    private static final SimulationSettings SMALL = SimulationSettings.standard(8, 6, 1);
    private static final SimulationSettings OTHER = SimulationSettings.standard(8, 6, 2);

    @TempDir private Path directory;

    @Test
    void isThereOnceItIsWritten() throws Exception {
        DemoOrganisation organisation = DemoOrganisation.of(directory, SMALL);
        assertThat(organisation.isWritten()).isFalse();

        organisation.write(Progress.NONE);

        assertThat(DemoOrganisation.of(directory, SMALL).isWritten()).isTrue();
        assertThat(organisation.events()).isNotEmptyFile();
        assertThat(organisation.rates()).isNotEmptyFile();
    }

    @Test
    void refusesTheDirectoryOfAnotherOrganisation() throws Exception {
        DemoOrganisation.of(directory, SMALL).write(Progress.NONE);

        assertThatThrownBy(() -> DemoOrganisation.of(directory, OTHER))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--reps 8 --months 6 --seed 1");
    }

    @Test
    void refusesADirectoryWithOtherData() throws Exception {
        Files.createDirectory(directory.resolve("clickhouse"));

        assertThatThrownBy(() -> DemoOrganisation.of(directory, SMALL))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("holds other data");
    }
}
