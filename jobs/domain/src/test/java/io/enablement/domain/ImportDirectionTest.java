package io.enablement.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Imports run against the path of the data, never along it. */
@AnalyzeClasses(
        packages = "io.enablement.domain",
        importOptions = ImportOption.DoNotIncludeTests.class)
final class ImportDirectionTest {

    @ArchTest
    static final ArchRule packagesImportOnlyTheOnesBeforeThem =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("event")
                    .definedBy("io.enablement.domain.event..")
                    .layer("deal")
                    .definedBy("io.enablement.domain.deal..")
                    .layer("rep")
                    .definedBy("io.enablement.domain.rep..")
                    .layer("cohort")
                    .definedBy("io.enablement.domain.cohort..")
                    .layer("metric")
                    .definedBy("io.enablement.domain.metric..")
                    .layer("attribution")
                    .definedBy("io.enablement.domain.attribution..")
                    .whereLayer("event")
                    .mayNotAccessAnyLayer()
                    .whereLayer("deal")
                    .mayOnlyAccessLayers("event")
                    .whereLayer("rep")
                    .mayOnlyAccessLayers("event", "deal")
                    .whereLayer("cohort")
                    .mayOnlyAccessLayers("event", "deal", "rep")
                    .whereLayer("metric")
                    .mayOnlyAccessLayers("event", "deal", "rep", "cohort")
                    .whereLayer("attribution")
                    .mayOnlyAccessLayers("event", "deal", "rep", "cohort");

    @ArchTest
    static final ArchRule theDomainNeedsNothingButTheJdk =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "io.enablement.domain..");

    @ArchTest
    static final ArchRule theDomainHasNoClock =
            noClasses()
                    .should()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class);
}
