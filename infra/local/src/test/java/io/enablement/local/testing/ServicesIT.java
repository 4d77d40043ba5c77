package io.enablement.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

final class ServicesIT {

    @Test
    void givesEachTestADatabaseOfItsOwn() {
        String one = Services.freshDatabase();
        String another = Services.freshDatabase();

        Services.execute("CREATE TABLE " + one + ".mine (x Int8) ENGINE Memory");

        assertThat(Services.execute("SHOW TABLES FROM " + one)).isEqualTo("mine\n");
        assertThat(Services.execute("SHOW TABLES FROM " + another)).isEmpty();
    }

    @Test
    void runsABroker() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Services.bootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
    }
}
