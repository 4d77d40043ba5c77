package io.enablement.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AddressTest {

    @Test
    void everyChoiceStandsInIt() {
        Address address = Address.of("/programmes").with("team", "north").with("deals", "project");

        assertThat(address).hasToString("/programmes?deals=project&team=north");
    }

    @Test
    void takesAChoiceBack() {
        Address address = Address.of("/teams").with("team", "north").with("team", "");

        assertThat(address).hasToString("/teams");
    }

    @Test
    void nothingInAChoiceIsTakenForMore() {
        assertThat(Address.of("/teams").with("team", "a&b=c#d <e>"))
                .hasToString("/teams?team=a%26b%3Dc%23d%20%3Ce%3E");
    }
}
