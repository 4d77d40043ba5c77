package io.enablement.impact.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enablement.impact.manifest.ManifestException;
import io.enablement.impact.roi.Margin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ImpactSettingsTest {

    private static final ImpactSettings SETTINGS =
            new ImpactSettings(
                    List.of("p-1", "p-2"), 99, 7, new Margin(.3, "controlling"), .25, true);

    @Test
    void comeBackFromTheWordsOfAManifest() {
        assertThat(ImpactSettings.of(SETTINGS.words())).isEqualTo(SETTINGS);
        assertThat(ImpactSettings.of(ImpactSettings.STANDARD.words()))
                .isEqualTo(ImpactSettings.STANDARD);
    }

    @Test
    void areNamedInAManifest() {
        assertThat(SETTINGS.words())
                .containsOnly(
                        Map.entry("draws", "99"),
                        Map.entry("margin", "0.3"),
                        Map.entry("margin_source", "controlling"),
                        Map.entry("programmes", "p-1,p-2"),
                        Map.entry("seed", "7"),
                        Map.entry("share_treated", "0.25"),
                        Map.entry("unbalanced", "true"));
    }

    @Test
    void missingOnesOfAManifestAreRefused() {
        Map<String, String> words = new HashMap<>(SETTINGS.words());
        words.remove("draws");

        assertThatThrownBy(() -> ImpactSettings.of(words))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("settings are incomplete or wrong");
    }
}
