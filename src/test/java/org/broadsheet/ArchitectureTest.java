package org.broadsheet;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The arrows between the packages, and where each library ends. */
class ArchitectureTest {

    private static final String ROOT = "org.broadsheet.";

    /** What each package may know of the others: the arrows, followed to their ends. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(Map.entry("article", Set.of()),
            Map.entry("source", Set.of("article")), Map.entry("field", Set.of("article")),
            Map.entry("analysis", Set.of("field", "article")),
            Map.entry("query", Set.of("field", "article")), Map.entry("search", Set.of("query", "field", "article")),
            Map.entry("engine", Set.of("search", "query", "analysis", "field", "article")),
            Map.entry("lucene", Set.of("engine", "search", "query", "analysis", "field", "article")),
            Map.entry("opensearch", Set.of("engine", "search", "query", "analysis", "field", "article")),
            Map.entry("operation", Set.of()),
            Map.entry("web", Set.of("operation", "search", "query", "field", "article")),
            Map.entry("evaluation", Set.of("search", "query", "field", "article")),
            Map.entry("indexing", Set.of("source", "search", "query", "field", "article")),
            Map.entry("cli",
                    Set.of("web", "operation", "evaluation", "indexing", "lucene", "opensearch", "engine", "source",
                            "search", "query", "analysis", "field", "article")));

    static final Set<String> PACKAGES = ARROWS.keySet();

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.broadsheet");

    private static String[] of(Stream<String> packages) {
        return packages.map(name -> ROOT + name + "..").toArray(String[]::new);
    }

    @Test
    void package_hasItsPlaceAmongTheArrows() {
        classes().should().resideInAnyPackage(of(PACKAGES.stream())).check(PRODUCTION);
    }

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void package_followsTheArrows(String from) {
        Stream<String> forbidden = PACKAGES.stream().filter(to -> !to.equals(from) && !ARROWS.get(from).contains(to));

        noClasses().that()
                .resideInAPackage(ROOT + from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(of(forbidden))
                .allowEmptyShould(true) // a package of the plan may be yet to come
                .check(PRODUCTION);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(PRODUCTION);
    }

    @ParameterizedTest
    @CsvSource({"io.javalin, web", "gg.jte, web", "org.yaml, source", "org.commonmark, source",
            "org.apache.commons.compress, source", "io.methvin, indexing", "io.micrometer, operation",
            "org.eclipse.jetty, web", "picocli, cli",
            "me.tongfei.progressbar, cli",
            "org.opensearch, opensearch"})
    void library_staysInItsPackage(String library, String home) {
        noClasses().that()
                .resideOutsideOfPackage(ROOT + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .check(PRODUCTION);
    }

    @Test
    void lucene_staysInItsPackage_butForItsAnalysisAndItsQueryParser() {
        noClasses().that()
                .resideOutsideOfPackages(of(Stream.of("lucene", "analysis", "query")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(PRODUCTION);
        noClasses().that()
                .resideInAPackage(ROOT + "analysis..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.lucene..")
                        .and(not(resideInAnyPackage("org.apache.lucene.analysis..", "org.apache.lucene.util.."))))
                .check(PRODUCTION);
        classes().that()
                .resideInAPackage(ROOT + "query..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("org.apache.lucene..")
                .orShould()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene.queryparser..", "org.broadsheet..", "java..")
                .check(PRODUCTION);
    }

    @ParameterizedTest
    @CsvSource({"lucene", "opensearch"})
    void engine_hasOnePublicClass(String engine) {
        List<String> open = PRODUCTION.stream()
                .filter(type -> type.getPackageName().startsWith(ROOT + engine) && type.isTopLevelClass())
                .filter(type -> type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .toList();

        assertThat(open).hasSizeLessThanOrEqualTo(1);
    }

    /** A reader of an import-less name must not have to ask whose it is. */
    @Test
    void type_isNotNamedAsOneOfLucene() throws IOException {
        Set<String> names = new HashSet<>();
        PRODUCTION.stream().filter(JavaClass::isTopLevelClass).map(JavaClass::getSimpleName).forEach(names::add);
        List<String> shadowed = new ArrayList<>();
        List<Path> jars = luceneJars();
        for (Path jar : jars) {
            addPublicTypes(jar, names, shadowed);
        }

        assertThat(jars).as("Lucene's jars on the class path").hasSizeGreaterThan(5);
        assertThat(shadowed).isEmpty();
    }

    private static List<Path> luceneJars() {
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches("lucene-.*\\.jar"))
                .toList();
    }

    private static void addPublicTypes(Path jar, Set<String> simpleNames, List<String> found) throws IOException {
        try (JarFile types = new JarFile(jar.toFile())) {
            for (JarEntry entry : types.stream().toList()) {
                String file = Path.of(entry.getName()).getFileName().toString();
                if (file.endsWith(".class") && simpleNames.contains(file.replace(".class", ""))
                        && ClassFile.of()
                                .parse(types.getInputStream(entry).readAllBytes())
                                .flags()
                                .has(AccessFlag.PUBLIC)) {
                    found.add(entry.getName());
                }
            }
        }
    }

    @Test
    void sourceFile_isOfAtMost300Lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                int lines = Files.readAllLines(file).size();
                if (lines > 300) {
                    tooLong.add(file + ": " + lines);
                }
            }
        }

        assertThat(tooLong).isEmpty();
    }
}
