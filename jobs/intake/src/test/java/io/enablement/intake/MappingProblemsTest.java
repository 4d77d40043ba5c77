package io.enablement.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class MappingProblemsTest {

    @Test
    void everyProblemIsNamedAtOnceWithItsPlace() {
        List<String> problems =
                problems(
                        """
                        source: crm
                        zone: Europe/Berlim
                        encoding: UTF-16
                        files:
                          - file: deals.csv
                            colums: [id]
                            date_formats: yyyy-QQQQQQQ
                            events:
                              - family: deals
                              - family: deal
                                kind: WONN
                                when: {column: stage}
                                fields:
                                  occurred_at: "{day}"
                                  amount: "{amount}"
                                  deal_type: {constant: big, rounding: half_up}
                                  owner: {column: seller, lookup: {table: reps, column: id}}
                        """);

        assertThat(problems)
                .anySatisfy(each -> assertThat(each).startsWith("zone: is not a time zone"))
                .anySatisfy(each -> assertThat(each).contains("encoding UTF-16 has no line ends"))
                .anySatisfy(each -> assertThat(each).contains("Did you mean columns?"))
                .anySatisfy(each -> assertThat(each).contains("is not a date format"))
                .anySatisfy(each -> assertThat(each).contains("Did you mean deal?"))
                .anySatisfy(each -> assertThat(each).contains("Did you mean WON?"))
                .anySatisfy(each -> assertThat(each).contains("give one of equals, in and empty"))
                .anySatisfy(
                        each ->
                                assertThat(each)
                                        .startsWith("files[0].events[1].fields.amount: is no field")
                                        .contains("Did you mean amount_minor?"))
                .anySatisfy(each -> assertThat(each).contains("deal_type \"big\" is not one of"))
                .anySatisfy(each -> assertThat(each).contains("are for amounts only"))
                .anySatisfy(each -> assertThat(each).contains("rounding has to be half_even"))
                .anySatisfy(each -> assertThat(each).contains("no lookup table \"reps\""))
                .anySatisfy(each -> assertThat(each).contains("deal_id is missing; every"));
    }

    @Test
    void columnsAreCheckedInAdvanceWhereTheMappingNamesThem() {
        List<String> problems =
                problems(
                        """
                        source: hr
                        files:
                          - file: reps.csv
                            columns: [rep, team]
                            events:
                              - family: rep
                                kind: HIRED
                                fields: {rep_id: "{rap}", time_quality: unknown}
                        """);

        assertThat(problems)
                .containsExactly(
                        "files[0].events[0].fields.rep_id: there is no column \"rap\"."
                                + " Did you mean rep?");
    }

    @Test
    void aFieldThatEveryEventNeedsIsMissed() {
        List<String> problems =
                problems(
                        """
                        files:
                          - file: reps.csv
                            events:
                              - family: rep
                        """);

        assertThat(problems)
                .hasSize(4)
                .anySatisfy(each -> assertThat(each).contains("kind is missing"))
                .anySatisfy(each -> assertThat(each).contains("occurred_at is missing"))
                .anySatisfy(each -> assertThat(each).contains("rep_id is missing"))
                .anySatisfy(each -> assertThat(each).contains("source is missing"));
    }

    @Test
    void aListOfGroupsCannotComeFromARow() {
        List<String> problems =
                problems(
                        """
                        source: crm
                        files:
                          - file: deals.csv
                            events:
                              - family: deal
                                kind: SPLIT_SET
                                fields: {deal_id: "{id}", occurred_at: "{day}", splits: "{s}"}
                        """);

        assertThat(problems).singleElement().asString().contains("use JSON lines");
    }

    @Test
    void whatIsNoYamlOrNoMappingIsSaid() {
        assertThat(problems("files: [")).singleElement().asString().contains("it is not YAML");
        assertThat(problems("deals")).singleElement().asString().contains("group of settings");
        assertThat(problems("source: crm")).singleElement().asString().contains("files is missing");
    }

    @Test
    void theMessageNamesTheMapping() {
        MappingException thrown =
                catchThrowableOfType(
                        MappingException.class, () -> MappingReader.read("crm.yaml", "a: 1"));

        assertThat(thrown).hasMessageStartingWith("The mapping crm.yaml cannot be used:\n- ");
    }

    @Test
    void theShippedMappingsAreSound() {
        assertThat(Mapping.SHIPPED).allSatisfy(name -> assertThat(Mapping.find(name)).isNotNull());
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(
                        MappingException.class, () -> MappingReader.read("mapping.yaml", yaml))
                .problems();
    }
}
