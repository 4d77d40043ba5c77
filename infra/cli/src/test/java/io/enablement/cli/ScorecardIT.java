package io.enablement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enablement.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two reps, one of them trained, and what the commands tell of them. Everything is known to the day
 * only, in a company whose days begin later than those of UTC.
 */
final class ScorecardIT {

    private static final String[] PROGRAMME = {"scorecard", "--programme=discovery", "--by=year"};

    @TempDir private static Path folder;

    /**
     * The hires first: one that arrives after a win moves it to the rep's team, and causes its
     * entry.
     */
    @BeforeAll
    static void processEvents() throws Exception {
        process("reps.jsonl", List.of(rep("trained", "north"), rep("other", "south")));
        process(
                "events.jsonl",
                List.of(
                        "{'family':'programme','kind':'DEFINED','programme_id':'discovery','version':1,'name':'Discovery','launch_at':'2025-01-01','id':'p','source':'test','occurred_at':'2025-01-01'}",
                        "{'family':'training','kind':'ENROLLED','rep_id':'trained','programme_id':'discovery','id':'t1','source':'test','occurred_at':'2025-02-03'}",
                        "{'family':'training','kind':'COMPLETED','rep_id':'trained','programme_id':'discovery','id':'t2','source':'test','occurred_at':'2025-03-03'}",
                        deal("d1", "CREATED", "trained", "2025-03-04"),
                        deal("d1", "WON", "trained", "2025-04-03"),
                        deal("d2", "CREATED", "trained", "2025-03-05"),
                        deal("d2", "LOST", "trained", "2025-04-04"),
                        withoutAmount(deal("d3", "CREATED", "other", "2025-03-05")),
                        withoutAmount(deal("d3", "LOST", "other", "2025-05-04")),
                        "{'family':'deal','kind':'CREATED','deal_id':'d4','owner':'other','expected_close_at':'2026-04-01','id':'d4','source':'test','occurred_at':'2025-03-05'}"));
    }

    @Test
    void putsTheCohortBesideItsControls() throws Exception {
        String output = run(PROGRAMME).output();

        assertThat(output)
                .startsWith("Discovery (discovery): cohorts by month of completion, money in USD\n")
                .containsPattern("2025-03 +2025 +cohort +1 +1 +1 +50.0% +1,250 +1,250 +30.0 +–\n")
                .containsPattern("controls +1 +0 +1 +0.0% +0 +– +– +–\n")
                .containsPattern("– Attainment: \\w+");
    }

    @Test
    void tellsTheSizeOfACohortWithEveryOtherMetric() throws Exception {
        String csv =
                run(
                                "scorecard",
                                "--programme=discovery",
                                "--by=all",
                                "--format=csv",
                                "--metric=all")
                        .output();

        assertThat(csv.lines().findFirst()).get().asString().contains("\"reps\"", "\"members\"");
        assertThat(csv).hasLineCount(3);
    }

    @Test
    void givesProgramsRawNumbersAndNulls() throws Exception {
        JsonNode rows =
                new ObjectMapper()
                        .readTree(
                                run(
                                                "scorecard",
                                                "--team=north",
                                                "--by=all",
                                                "--format=json",
                                                "--metric=won_amount_minor,quota_attainment")
                                        .output());

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).path("won_amount_minor").asLong()).isEqualTo(125_000);
        assertThat(rows.get(0).path("quota_attainment").isNull()).isTrue();
    }

    @Test
    void writesCommaSeparatedValues() throws Exception {
        String csv =
                run(
                                "scorecard",
                                "--by=year",
                                "--format=csv",
                                "--metric=deals_lost,quota_attainment")
                        .output();

        assertThat(csv)
                .isEqualTo(
                        "\"period_kind\",\"period\",\"period_start\",\"period_end\",\"deals_lost\",\"quota_attainment\"\r\n"
                                + "\"year\",\"2025\",\"2025-01-01\",\"2026-01-01\",2,\r\n");
    }

    /**
     * The training, a day before d1 and d2 began, is all that d1 was won with; d3 has no amount.
     */
    @Test
    void givesTheWonDealToTheTrainingBeforeItUnderEveryModel() throws Exception {
        CommandLineProcess.Ended attributed =
                run("attribute", "--models=first,time_decay,markov", "--bootstrap=0");

        assertThat(attributed.output())
                .as(attributed.errors())
                .startsWith("3 journeys; money in USD\n")
                .containsPattern("no_amount +lost +1 +0\n")
                .containsPattern("Programme +Deals +Amount\ndiscovery +1 +1,250.00\n")
                .containsPattern("Programme +first +time_decay +markov\ndiscovery +100.0%")
                .containsPattern("discovery +1,250.00 +1,250.00 +1,250.00\n")
                .endsWith("decomposition of what happened together, not proof of cause\n");
        assertThat(run("attribute", "--models=shapley", "--bootstrap=9", "--format=csv").output())
                .contains("\"programme\",\"shapley\",0,\"discovery\",1,125000,1,1,1,\r\n");
    }

    @Test
    void reachesTheDayOfTheNewestEvent() throws Exception {
        assertThat(run("query", "SELECT day FROM data_until").output())
                .isEqualTo("day\n2025-05-04\n");
    }

    @Test
    void expectsADealInTheMonthOfItsDay() throws Exception {
        String months =
                "SELECT period FROM company_scorecard"
                        + " WHERE period_kind = 'month' AND deal_type = 'all' AND deals_due > 0";

        assertThat(run("query", months).output()).isEqualTo("period\n2026-04\n");
    }

    @Test
    void showsNothingOfATimeBeforeTheFirstPublication() throws Exception {
        CommandLineProcess.Ended ended =
                run("scorecard", "--programme=discovery", "--as-of=2025-01-01");

        assertThat(ended.exitCode()).as(ended.errors()).isZero();
        assertThat(ended.output())
                .contains("nothing to show for Discovery", "as shown at 2025-01-01 00:00:00 UTC");
    }

    @Test
    void namesWhatThereIsWhereAskedForSomethingElse() throws Exception {
        CommandLineProcess.Ended programme = run("scorecard", "--programme=sales");

        assertThat(programme.exitCode()).isEqualTo(Failure.BAD_USAGE);
        assertThat(programme.errors()).contains("discovery");
    }

    @Test
    void explainsANumberDownToItsEvents() throws Exception {
        String output =
                run(
                                "explain",
                                "--programme=discovery",
                                "--cohort=2025-03",
                                "--month=2025-04",
                                "--metric=close_rate_count")
                        .output();

        assertThat(output)
                .startsWith("Close rate of cohort 2025-03 (by month of completion) of Discovery")
                .contains("= 1 / (1 + 1) = 50.0%", "Wilson 95 % interval: 9.5% to 90.5%")
                .containsPattern("won +deals won +1 +1 +1\n")
                .containsPattern("d1  trained, north  won \\+1\n +WON +2025-04-03")
                .containsPattern("trained +COMPLETED +2025-03-03 00:00 +test/t2 .+training-events");
    }

    @Test
    void explainsWhyThereIsNoNumber() throws Exception {
        assertThat(
                        run(
                                        "explain",
                                        "--team=north",
                                        "--month=2025-04",
                                        "--metric=quota_attainment")
                                .output())
                .contains("There is no number because nobody has a quota");
    }

    @Test
    void saysWhatToAskWhereItCannotExplain() throws Exception {
        CommandLineProcess.Ended ended =
                run("explain", "--month=2025-04", "--metric=stage_conversion");

        assertThat(ended.exitCode()).isEqualTo(Failure.BAD_USAGE);
        assertThat(ended.errors()).contains("name it with --stage");
    }

    @Test
    void nothingHasChangedSinceThePublication() throws Exception {
        assertThat(run("restatements", "--since=2199-01-01").output())
                .startsWith("No number that was shown at 2199-01-01 00:00:00 UTC has changed");
    }

    @Test
    void explainsAMetric() throws Exception {
        assertThat(run("glossary", "close_rate_count").output())
                .startsWith("close_rate_count  Close rate (share, definition 1)\n");
    }

    private static void process(String name, List<String> events) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve(name), String.join("\n", events).replace('\'', '"'));
        CommandLineProcess.Ended ended =
                run(
                        "process",
                        file.toString(),
                        "--strict",
                        "--zone=America/New_York",
                        "--checkpoint-interval=1s");
        assertThat(ended.exitCode()).as(ended.errors()).isZero();
    }

    private static CommandLineProcess.Ended run(String... arguments) {
        Object[] all = new Object[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.resolve("data");
        return CommandLineCall.run(all);
    }

    private static String rep(String rep, String team) {
        return "{'family':'rep','kind':'HIRED','rep_id':'%1$s','team':'%2$s','id':'%1$s','source':'test','occurred_at':'2025-01-01'}"
                .formatted(rep, team);
    }

    private static String withoutAmount(String deal) {
        return deal.replace("'amount_minor':'1250.00','currency':'USD',", "");
    }

    private static String deal(String deal, String kind, String owner, String day) {
        return "{'family':'deal','kind':'%2$s','deal_id':'%1$s','owner':'%3$s','amount_minor':'1250.00','currency':'USD','id':'%1$s-%2$s','source':'test','occurred_at':'%4$s'}"
                .formatted(deal, kind, owner, day);
    }
}
