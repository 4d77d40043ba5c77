package io.enablement.streaming.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KafkaMessagesTest {

    @Test
    void leaveOutWhatAProducerTookBack() {
        assertThat(KafkaMessages.properties()).containsEntry("isolation.level", "read_committed");
    }

    @Test
    void comeFromPartitionsThatAreAddedLaterAsWell() {
        assertThat(KafkaMessages.properties())
                .containsEntry("partition.discovery.interval.ms", "60000");
    }
}
