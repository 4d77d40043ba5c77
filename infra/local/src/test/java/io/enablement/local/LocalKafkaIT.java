package io.enablement.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalKafkaIT {

    @TempDir private Path directory;

    @Test
    void keepsOldRecordsOverARestart() throws Exception {
        try (LocalKafka kafka = LocalKafka.start(directory, 0)) {
            TestTopic topic = new TestTopic(kafka.bootstrapServers(), "kept");
            topic.create();
            topic.send("a", "b");
        }

        try (LocalKafka kafka = LocalKafka.start(directory, 0)) {
            assertThat(new TestTopic(kafka.bootstrapServers(), "kept").readAll())
                    .containsExactly("a", "b");
        }
    }

    @Test
    void createsNoTopicByItself() throws Exception {
        try (LocalKafka kafka = LocalKafka.start(directory, 0)) {
            TestTopic topic = new TestTopic(kafka.bootstrapServers(), "never-created");

            assertThatThrownBy(() -> topic.send("a")).hasMessageContaining("never-created");
        }
    }
}
