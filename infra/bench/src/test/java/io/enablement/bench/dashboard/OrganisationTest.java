package io.enablement.bench.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrganisationTest {

    @Test
    void growsWithItsDeals() {
        Organisation large = new Organisation(10_000_000);

        assertThat(large.reps()).isEqualTo(10_000);
        assertThat(large.teams()).isEqualTo(400);
        assertThat(new Organisation(50_000).reps()).isEqualTo(50);
    }

    @Test
    void leavesNoPlaceOfItsStatementsOpen() {
        assertThat(new Organisation(1_000_000).statements())
                .hasSizeGreaterThan(20)
                .noneMatch(statement -> statement.contains("${"))
                .allMatch(statement -> statement.contains("INTO") || statement.contains("TABLE"));
    }
}
