package io.enablement.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void thereIsOneTopicPerFamilyAndOneForRejectedRecords() {
        assertThat(Topics.names())
                .containsExactly(
                        "deal-events",
                        "training-events",
                        "content-events",
                        "programme-events",
                        "rep-events",
                        "quota-events",
                        "rejected-records");
    }

    @Test
    void onlyMissingTopicsAreCreatedAndTheyKeepEverything() {
        List<NewTopic> missing = Topics.missing(Set.of("deal-events", "rep-events"), 2, 1);

        assertThat(missing).hasSize(5);
        assertThat(missing)
                .allSatisfy(
                        topic -> {
                            assertThat(topic.numPartitions()).isEqualTo(2);
                            assertThat(topic.replicationFactor()).isEqualTo((short) 1);
                            assertThat(topic.configs()).containsEntry("retention.ms", "-1");
                        });
    }

    @Test
    void aTopicThatKeepsEverythingIsAccepted() {
        assertThat(Topics.lossOf("deal-events", Topics.KEEP_EVERYTHING)).isEmpty();
    }

    @Test
    void aTopicWithFiniteRetentionIsRefused() {
        Map<String, String> settings = new HashMap<>(Topics.KEEP_EVERYTHING);
        settings.put("retention.ms", "604800000");

        assertThat(Topics.lossOf("deal-events", settings))
                .hasValue(
                        "The topic deal-events loses records:"
                                + " retention.ms=604800000 (has to be -1)");
    }

    @Test
    void aCompactedTopicIsRefused() {
        Map<String, String> settings = new HashMap<>(Topics.KEEP_EVERYTHING);
        settings.put("cleanup.policy", "compact");

        assertThat(Topics.lossOf("deal-events", settings)).isPresent();
    }
}
