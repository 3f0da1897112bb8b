package org.restante;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which package may know which. A new package is entered here before it is used. */
@AnalyzeClasses(packages = "org.restante", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String FRONT_DOOR = "org.restante";
    private static final String WIRING = "org.restante.wiring";

    /** Each room with the rooms that it may know; a room has its implementations in packages below its own. */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            Map.entry("entry", List.of()),
            Map.entry("time", List.of()),
            Map.entry("health", List.of()),
            Map.entry("lease", List.of()),
            Map.entry("metrics", List.of("metering")),
            Map.entry(
                    "metering",
                    List.of(
                            "entry",
                            "codec",
                            "time",
                            "transaction",
                            "storage",
                            "keystore",
                            "retry",
                            "dedup",
                            "chat",
                            "conversation")),
            Map.entry("codec", List.of("entry")),
            Map.entry("transaction", List.of("entry", "time")),
            Map.entry("database", List.of("entry", "time")),
            Map.entry("settings", List.of("entry", "codec", "database")),
            Map.entry("storage", List.of("entry", "codec", "time", "transaction", "database")),
            Map.entry(
                    "access",
                    List.of("entry", "codec", "settings", "time", "transaction", "database", "storage", "audit")),
            Map.entry("audit", List.of("entry", "time", "transaction", "database", "storage")),
            Map.entry("baileys", List.of("entry", "codec", "storage")),
            Map.entry("keystore", List.of("entry", "codec", "time", "transaction", "database", "storage")),
            Map.entry("rollback", List.of("entry", "time", "database", "storage", "cluster")),
            Map.entry("cluster", List.of("settings")),
            Map.entry("retry", List.of("entry", "codec", "time", "transaction", "database", "storage", "cluster")),
            Map.entry("dedup", List.of("entry", "codec", "time", "transaction", "database", "storage", "lease")),
            Map.entry("camel", List.of("entry", "time", "transaction", "dedup", "lease")),
            Map.entry("chat", List.of("entry", "codec", "time", "transaction", "database", "storage")),
            Map.entry("web.idempotency", List.of("entry", "codec", "dedup", "lease")),
            Map.entry(
                    "conversation",
                    List.of("entry", "codec", "time", "transaction", "chat", "lease", "storage", "cluster")),
            Map.entry("messaging", List.of("entry", "codec", "transaction", "dedup", "lease", "conversation")));

    private static final String[] IMPLEMENTATIONS = {
        "org.restante.*.memory..",
        "org.restante.*.jpa..",
        "org.restante.*.file..",
        "org.restante.*.jcache..",
        "org.restante.*.grid.."
    };

    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.InstantSource.system",
            "java.util.Date.<init>",
            "java.util.Calendar.getInstance");

    @ArchTest
    static void aRoomKnowsOnlyTheRoomsThatItMay(JavaClasses classes) {
        ROOMS.forEach((room, others) -> {
            String[] allowed = Stream.concat(Stream.of(room), others.stream())
                    .map(name -> "org.restante." + name + "..")
                    .toArray(String[]::new);
            classes()
                    .that()
                    .resideInAPackage("org.restante." + room + "..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideOutsideOfPackage("org.restante..").or(resideInAnyPackage(allowed)))
                    .allowEmptyShould(true)
                    .check(classes);
        });
    }

    @ArchTest
    static void everyPackageIsARoomOrTheFrontDoorOrTheWiring(JavaClasses classes) {
        Set<String> known = Stream.concat(
                        ROOMS.keySet().stream().map(room -> "org.restante." + room), Stream.of(WIRING))
                .collect(Collectors.toSet());

        assertThat(classes.stream().map(JavaClass::getPackageName).distinct())
                .allMatch(name -> name.equals(FRONT_DOOR)
                        || known.stream().anyMatch(room -> name.equals(room) || name.startsWith(room + ".")));
    }

    @ArchTest
    static final ArchRule the_front_door_knows_no_implementation = noClasses()
            .that()
            .resideInAPackage(FRONT_DOOR)
            .should()
            .dependOnClassesThat(resideInAnyPackage(IMPLEMENTATIONS).or(resideInAPackage(WIRING + "..")));

    @ArchTest
    static final ArchRule nobody_depends_on_the_wiring = noClasses()
            .that()
            .resideOutsideOfPackage(WIRING + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WIRING + "..");

    @ArchTest
    static final ArchRule only_the_wiring_names_implementations = noClasses()
            .that(resideOutsideOfPackage(WIRING + "..")
                    .and(DescribedPredicate.not(resideInAnyPackage(IMPLEMENTATIONS))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(IMPLEMENTATIONS));

    @ArchTest
    static final ArchRule only_what_is_kept_in_the_grid_knows_it = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.restante.cluster..", "org.restante.*.jcache..", "org.restante.*.grid..", WIRING + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.restante.cluster..", "com.hazelcast..", "javax.cache..");

    /** Who has no Camel never loads a class that needs it. */
    @ArchTest
    static final ArchRule only_the_room_for_camel_knows_it = noClasses()
            .that()
            .resideOutsideOfPackage("org.restante.camel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "org.restante.camel..");

    @ArchTest
    static final ArchRule only_the_room_for_metrics_knows_their_library = noClasses()
            .that()
            .resideOutsideOfPackage("org.restante.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    /** What is measured does not know it. */
    @ArchTest
    static final ArchRule only_the_wiring_and_the_metrics_know_that_something_is_measured = noClasses()
            .that()
            .resideOutsideOfPackages("org.restante.metering..", "org.restante.metrics..", WIRING + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.restante.metering..");

    @ArchTest
    static final ArchRule no_package_is_part_of_a_cycle =
            slices().assignedFrom(eachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_is_serialized_by_java = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectOutputStream.class);

    @ArchTest
    static final ArchRule only_the_clock_asks_the_system_for_the_time = noClasses()
            .that()
            .resideOutsideOfPackage("org.restante.time..")
            .should()
            .accessTargetWhere(describe("a system clock", ArchitectureTest::isClock));

    @ArchTest
    static final ArchRule fields_are_injected_in_the_wiring_only = fields().that()
            .areAnnotatedWith("jakarta.inject.Inject")
            .or()
            .areAnnotatedWith("jakarta.annotation.Resource")
            .or()
            .areAnnotatedWith("jakarta.ejb.EJB")
            .or()
            .areAnnotatedWith("jakarta.persistence.PersistenceUnit")
            .or()
            .areAnnotatedWith("jakarta.persistence.PersistenceContext")
            .should()
            .beDeclaredInClassesThat()
            .resideInAnyPackage(WIRING + "..", "org.restante.web..")
            .allowEmptyShould(true);

    private static boolean isClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String member = access.getTarget().getName();
        boolean now = owner.startsWith("java.time.") && member.equals("now");
        boolean clock = owner.equals("java.time.Clock") && member.startsWith("system");
        return now || clock || CLOCKS.contains(owner + "." + member);
    }

    private static SliceAssignment eachPackage() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                return SliceIdentifier.of(javaClass.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }
}
