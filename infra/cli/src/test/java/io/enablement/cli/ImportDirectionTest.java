package io.enablement.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A command's package imports what it works with; nobody imports commands of another purpose. */
@AnalyzeClasses(packages = "io.enablement.cli", importOptions = DoNotIncludeTests.class)
final class ImportDirectionTest {

    @ArchTest
    static final ArchRule packagesImportOnlyTheOnesTheyBuildUpon =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("main")
                    .definedBy("io.enablement.cli")
                    .layer("console")
                    .definedBy("io.enablement.cli.console")
                    .layer("clickhouse")
                    .definedBy("io.enablement.cli.clickhouse")
                    .layer("dashboard")
                    .definedBy("io.enablement.cli.dashboard")
                    .layer("generations")
                    .definedBy("io.enablement.cli.generations")
                    .layer("stack")
                    .definedBy("io.enablement.cli.stack")
                    .layer("backup")
                    .definedBy("io.enablement.cli.backup")
                    .layer("events")
                    .definedBy("io.enablement.cli.events")
                    .layer("letters")
                    .definedBy("io.enablement.cli.letters")
                    .layer("scorecard")
                    .definedBy("io.enablement.cli.scorecard")
                    .layer("explain")
                    .definedBy("io.enablement.cli.explain")
                    .layer("attribution")
                    .definedBy("io.enablement.cli.attribution")
                    .layer("feasibility")
                    .definedBy("io.enablement.cli.feasibility")
                    .layer("impact")
                    .definedBy("io.enablement.cli.impact")
                    .layer("effect")
                    .definedBy("io.enablement.cli.effect")
                    .layer("people")
                    .definedBy("io.enablement.cli.people")
                    .layer("audit")
                    .definedBy("io.enablement.cli.audit")
                    .layer("runs")
                    .definedBy("io.enablement.cli.runs")
                    .layer("bench")
                    .definedBy("io.enablement.cli.bench")
                    .whereLayer("main")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("console")
                    .mayNotAccessAnyLayer()
                    .whereLayer("clickhouse")
                    .mayOnlyAccessLayers("console")
                    .whereLayer("generations")
                    .mayOnlyAccessLayers("console", "clickhouse")
                    .whereLayer("dashboard")
                    .mayOnlyAccessLayers("console", "clickhouse")
                    .whereLayer("stack")
                    .mayOnlyAccessLayers("console", "clickhouse", "dashboard", "generations")
                    .whereLayer("backup")
                    .mayOnlyAccessLayers("console", "clickhouse", "stack")
                    .whereLayer("events")
                    .mayOnlyAccessLayers("console", "clickhouse", "stack")
                    .whereLayer("letters")
                    .mayOnlyAccessLayers("console", "clickhouse", "stack")
                    .whereLayer("scorecard")
                    .mayOnlyAccessLayers("console", "clickhouse")
                    .whereLayer("explain")
                    .mayOnlyAccessLayers("console", "clickhouse", "scorecard")
                    .whereLayer("attribution")
                    .mayOnlyAccessLayers("console", "clickhouse", "scorecard")
                    .whereLayer("feasibility")
                    .mayOnlyAccessLayers("console", "clickhouse")
                    .whereLayer("impact")
                    .mayOnlyAccessLayers("console", "clickhouse", "scorecard", "effect")
                    .whereLayer("effect")
                    .mayOnlyAccessLayers("console")
                    .whereLayer("audit")
                    .mayOnlyAccessLayers("console", "clickhouse")
                    .whereLayer("people")
                    .mayOnlyAccessLayers("console", "clickhouse")
                    .whereLayer("bench")
                    .mayOnlyAccessLayers("console")
                    .whereLayer("runs")
                    .mayOnlyAccessLayers(
                            "console",
                            "clickhouse",
                            "generations",
                            "stack",
                            "events",
                            "scorecard",
                            "impact");
}
