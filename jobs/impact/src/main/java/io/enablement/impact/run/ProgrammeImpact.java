package io.enablement.impact.run;

import io.enablement.impact.ResultDatabase;
import io.enablement.impact.manifest.SigningKey;
import io.enablement.impact.roi.Margin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Brings the impact of the programmes of a ClickHouse server up to date with its sales. */
public final class ProgrammeImpact {

    private ProgrammeImpact() {}

    /**
     * The server is named by the variables of the command line, ENABLEMENT_CLICKHOUSE and so on;
     * ENABLEMENT_MARGIN and ENABLEMENT_MARGIN_SOURCE say what of the won amount is gain;
     * ENABLEMENT_EVALUATOR_KEY is the file of the key that signs the manifest. The user reads what
     * readers read and the archive, and adds rows to the results.
     */
    public static void main(String[] arguments) throws SQLException {
        Map<String, String> environment = System.getenv();
        Optional<SigningKey> key =
                Optional.ofNullable(environment.get("ENABLEMENT_EVALUATOR_KEY"))
                        .map(file -> SigningKey.read(Path.of(file)));
        try (Connection connection = ResultDatabase.connect(environment)) {
            ImpactRun run = new ImpactRun(connection, settings(environment), System.err::println);
            if (key.isPresent()) {
                run.runSignedBy(key.get());
                return;
            }
            run.run();
        }
    }

    static ImpactSettings settings(Map<String, String> environment) {
        ImpactSettings standard = ImpactSettings.STANDARD;
        return new ImpactSettings(
                standard.programmes(),
                standard.draws(),
                standard.seed(),
                margin(environment),
                standard.shareTreated(),
                standard.unbalanced());
    }

    private static Margin margin(Map<String, String> environment) {
        String margin = environment.get("ENABLEMENT_MARGIN");
        if (margin == null) {
            return Margin.UNKNOWN;
        }
        return new Margin(
                Double.parseDouble(margin),
                environment.getOrDefault("ENABLEMENT_MARGIN_SOURCE", "setting ENABLEMENT_MARGIN"));
    }
}
