package io.enablement.streaming;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.enablement.streaming", importOptions = DoNotIncludeTests.class)
class ImportDirectionTest {

    private static final String JOB = "io.enablement.streaming.job..";

    @ArchTest
    static final ArchRule ingestStateAggregateAndSinkDoNotKnowEachOther =
            slices().matching("io.enablement.streaming.(*)..")
                    .namingSlices("$1")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(resideInAPackage(JOB), alwaysTrue());

    @ArchTest
    static final ArchRule nobodyKnowsTheJobs =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(JOB)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(JOB);

    @ArchTest
    static final ArchRule onlyIngestReadsAvro =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.enablement.streaming.ingest..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.avro..", "io.enablement.schemas..");

    @ArchTest
    static final ArchRule onlyTheSinkTalksToClickHouse =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.enablement.streaming.sink..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.clickhouse..");
}
