package cn.zhirong;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeps the arrows of app/ARCHITECTURE.md: who may know whom. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("cn.zhirong");

    /** Each package and what it may know. {@code web} may be known by the controllers of every feature. */
    private static final Map<String, String[]> MAY_KNOW = Map.ofEntries(
            Map.entry("kernel", new String[] {}),
            Map.entry("bundle", new String[] {"kernel"}),
            Map.entry("rule", new String[] {"kernel", "bundle"}),
            Map.entry("database", new String[] {"kernel"}),
            Map.entry("document", new String[] {"kernel"}),
            Map.entry("tenant", new String[] {"kernel", "database", "bundle"}),
            Map.entry("access", new String[] {"kernel", "database", "tenant"}),
            Map.entry("web", new String[] {"kernel", "database", "tenant", "access"}),
            Map.entry("privacy", new String[] {"kernel", "database", "tenant", "access", "web"}),
            Map.entry("people", new String[] {"kernel", "database", "tenant", "access", "web", "privacy"}),
            Map.entry("enterprise", new String[] {"kernel", "database", "tenant", "access", "web"}),
            Map.entry("audit", new String[] {"kernel", "database", "tenant", "access", "web"}),
            Map.entry("notice", new String[] {"kernel", "database", "tenant", "access", "web"}),
            Map.entry("policy", new String[] {"kernel", "bundle", "database", "tenant", "access", "web", "document"}),
            Map.entry(
                    "knowledge", new String[] {"kernel", "database", "tenant", "access", "web", "document", "policy"}),
            Map.entry("subsidy", new String[] {
                "kernel", "bundle", "rule", "database", "tenant", "access", "web", "document", "policy", "enterprise"
            }),
            Map.entry("assistant", new String[] {
                "kernel", "database", "tenant", "access", "web", "document", "policy", "knowledge", "rule", "subsidy"
            }),
            Map.entry("drafting", new String[] {
                "kernel",
                "bundle",
                "rule",
                "database",
                "tenant",
                "access",
                "web",
                "document",
                "policy",
                "enterprise",
                "subsidy"
            }),
            Map.entry("application", new String[] {
                "kernel",
                "rule",
                "database",
                "tenant",
                "access",
                "web",
                "privacy",
                "document",
                "enterprise",
                "subsidy",
                "drafting"
            }),
            Map.entry("bureau", new String[] {
                "kernel", "bundle", "database", "tenant", "access", "web", "policy", "knowledge", "drafting"
            }),
            Map.entry("command", new String[] {
                "kernel",
                "bundle",
                "rule",
                "database",
                "tenant",
                "access",
                "web",
                "audit",
                "notice",
                "privacy",
                "document",
                "policy",
                "knowledge",
                "assistant",
                "bureau",
                "people",
                "enterprise",
                "subsidy",
                "drafting"
            }));

    @Test
    void packages_know_only_what_the_map_allows() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : MAY_KNOW.keySet()) {
            layers = layers.layer(name).definedBy("cn.zhirong." + name + "..");
        }
        for (Map.Entry<String, String[]> entry : MAY_KNOW.entrySet()) {
            layers = entry.getValue().length == 0
                    ? layers.whereLayer(entry.getKey()).mayNotAccessAnyLayer()
                    : layers.whereLayer(entry.getKey()).mayOnlyAccessLayers(entry.getValue());
        }
        layers.check(CLASSES);
    }

    @Test
    void packages_do_not_know_each_other_in_circles() {
        slices().matching("cn.zhirong.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void rules_are_pure() {
        noClasses()
                .that()
                .resideInAPackage("cn.zhirong.rule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut..", "jakarta..", "java.sql..", "java.nio.file..", "java.net..")
                .check(CLASSES);
    }

    @Test
    void only_knowledge_imports_lucene() {
        noClasses()
                .that()
                .resideOutsideOfPackage("cn.zhirong.knowledge..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(CLASSES);
    }

    @Test
    void only_the_assistant_and_the_embedder_import_langchain4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("cn.zhirong.assistant..")
                .and()
                .doNotHaveSimpleName("BgeEmbedder")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.langchain4j..")
                .check(CLASSES);
    }

    @Test
    void nobody_asks_the_wall_clock() {
        for (Class<?> type : new Class<?>[] {Instant.class, LocalDate.class, LocalDateTime.class}) {
            noClasses().should().callMethod(type, "now").check(CLASSES);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
    }

    @Test
    void only_the_command_line_writes_to_standard_output() {
        noClasses()
                .that()
                .resideOutsideOfPackages("cn.zhirong.command..", "cn.zhirong.document..")
                .should()
                .accessField(System.class, "out")
                .check(CLASSES);
    }
}
