package io.enablement.impact.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestTest {

    @TempDir private Path directory;

    @Test
    void comesBackAsItWasWritten() throws IOException {
        Path file = directory.resolve("new/manifest.json");

        manifest(7).write(file);

        assertThat(Manifest.read(file)).isEqualTo(manifest(7));
    }

    @Test
    void isSignedByTheOwnerOfTheKeyAlone() throws Exception {
        Path mine = KeyFiles.write(directory, "mine");
        KeyFiles.write(directory, "other");

        Manifest signed = manifest(7).signed(SigningKey.read(mine));

        assertThat(signed.isSignedBy(VerifyingKey.read(directory.resolve("mine.pub")))).isTrue();
        assertThat(signed.isSignedBy(VerifyingKey.read(directory.resolve("other.pub")))).isFalse();
        assertThat(manifest(7).isSignedBy(VerifyingKey.read(directory.resolve("mine.pub"))))
                .isFalse();
    }

    @Test
    void aChangedManifestLosesItsSignature() throws Exception {
        Manifest signed = manifest(7).signed(SigningKey.read(KeyFiles.write(directory, "mine")));
        Path file = directory.resolve("manifest.json");
        signed.write(file);

        Files.writeString(
                file, Files.readString(file).replace("\"checkpoint\" : 7", "\"checkpoint\" : 8"));

        assertThat(Manifest.read(file).isSignedBy(VerifyingKey.read(directory.resolve("mine.pub"))))
                .isFalse();
    }

    @Test
    void anotherFileIsNamedWithTheProblem() throws IOException {
        Path file = Files.writeString(directory.resolve("other.json"), "{\"a\": 1}");
        Path key = Files.writeString(directory.resolve("key.pem"), "nothing");

        assertThatThrownBy(() -> Manifest.read(file))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("other.json is no manifest of a run");
        assertThatThrownBy(() -> SigningKey.read(key))
                .hasMessageContaining("openssl genpkey -algorithm ed25519");
    }

    private static Manifest manifest(long checkpoint) {
        return new Manifest(
                1,
                "c0de",
                Map.of(
                        "draws", "99",
                        "margin", "0.3",
                        "margin_source", "controlling",
                        "programmes", "p-1,p-2",
                        "seed", "1",
                        "share_treated", "0.5",
                        "unbalanced", "false"),
                "ha5h",
                Map.of("deal-events", "f1"),
                1,
                checkpoint,
                "2026-06-01T00:00:00Z",
                3,
                List.of(new LogRange("deal-events", 0, 0, 9, 10, "ab")),
                Map.of("rep_month", "cd"),
                Map.of("programme_impact", 4),
                Map.of("programme_impact", "ef"),
                null);
    }
}
