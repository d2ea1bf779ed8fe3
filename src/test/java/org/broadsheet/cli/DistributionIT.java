package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes with the program: the papers of every library, and nothing that they do not name. */
class DistributionIT {

    private static final Path DISTRIBUTION = Program.script().getParent().getParent();
    private static final String OURS = "broadsheet-";

    @Test
    void billOfMaterials_listsEachLibraryWithItsHash() throws Exception {
        Map<String, String> listed = new TreeMap<>();
        for (JsonNode component : new ObjectMapper().readTree(DISTRIBUTION.resolve("bom.json").toFile())
                .get("components")) {
            String file = component.get("name").asText() + "-" + component.get("version").asText() + ".jar";
            for (JsonNode hash : component.get("hashes")) {
                if (hash.get("alg").asText().equals("SHA-256")) {
                    listed.put(file, hash.get("content").asText());
                }
            }
            assertThat(component.get("licenses")).as(file).isNotEmpty();
        }
        assertThat(listed).as("src/build/bom.json is out of date: renew it with mvn package -Psbom -DskipTests")
                .isEqualTo(libraries());
    }

    @Test
    void notices_nameEachLibraryAndItsLicence() throws Exception {
        String notices = Files.readString(DISTRIBUTION.resolve("THIRD-PARTY.txt"));
        for (String file : libraries().keySet()) {
            String coordinates = file.replaceFirst("-(\\d[^-]*)\\.jar$", ":$1");
            assertThat(notices.lines()).as(file)
                    .anyMatch(line -> line.matches(" +\\(.+\\) .+") && line.contains(":" + coordinates));
        }
        assertThat(DISTRIBUTION.resolve("LICENSE")).isNotEmptyFile();
    }

    private static Map<String, String> libraries() throws Exception {
        Map<String, String> libraries = new TreeMap<>();
        try (Stream<Path> files = Files.list(DISTRIBUTION.resolve("lib"))) {
            for (Path file : files.filter(path -> isForeign(path.getFileName().toString())).toList()) {
                libraries.put(file.getFileName().toString(), sha256(file));
            }
        }
        return libraries;
    }

    private static boolean isForeign(String name) {
        return name.endsWith(".jar") && !name.startsWith(OURS);
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
