package org.restante.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The HTTP face knows the engine's face and nothing behind it. */
@AnalyzeClasses(packages = "org.restante.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule no_packages_in_circles =
            slices().matching("org.restante.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_implementation_is_named = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.restante.wiring..",
                    "org.restante.database..",
                    "org.restante.*.memory..",
                    "org.restante.*.jpa..",
                    "org.restante.*.file..",
                    "org.restante.*.jcache..");

    @ArchTest
    static final ArchRule undertow_is_known_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackage("org.restante.web.undertow")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.undertow..", "org.jboss..");
}
