package org.broadsheet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.broadsheet.HostileArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a terminal is sent by each command over an archive of attacks. */
class HostileArchiveIT {

    @TempDir
    private Path folder;

    @Test
    void commands_sendTheTerminalTextAlone() throws Exception {
        List<String> sources = HostileArchive.write(folder);
        Program program = new Program(folder);
        Program.Ended indexed = harmless(program, arguments(sources, "index"));
        assertThat(indexed.status()).isZero();
        assertThat(indexed.outLines()).singleElement().asString().matches("\\d\\d added, 0 updated, .*");
        assertThat(indexed.errLines()).hasSize(rejected(indexed.out()));

        Program.Ended checked = harmless(program, arguments(sources, "check"));
        assertThat(checked.status()).isEqualTo(1);
        assertThat(checked.outLines()).allMatch(line -> line.matches("[^:]+.*:\\d+:\\d+: .+"));
        json(harmless(program, arguments(sources, "check", "--format", "json")));

        harmless(program, "info");
        json(harmless(program, "info", "--format", "json"));

        for (String query : List.of("attack", "title:attack -zip", "\u001b[31mattack\u202E")) {
            assertThat(harmless(program, "search", "--explain", "--size", "100", "--facets",
                    "provider,topic,type,category",
                    query).status()).isZero();
            json(harmless(program, "search", "--size", "100", "--format", "json", query));
        }
        harmless(program, "search", "--from", "\u001b[31m", "attack");
        harmless(program, "index", "no\u001b[31msuch\nfolder");
        assertThat(harmless(program, arguments(sources.subList(1, 2), "index", "--rebuild")).err()).contains("drops");
    }

    private static int rejected(String report) {
        return Integer.parseInt(report.replaceAll(".* (\\d+) rejected\\s*", "$1"));
    }

    private static String[] arguments(List<String> sources, String... first) {
        return Stream.concat(Stream.of(first), sources.stream()).toArray(String[]::new);
    }

    private static Program.Ended harmless(Program program, String... arguments) throws Exception {
        Program.Ended ended = program.run(arguments);
        List<String> found = new ArrayList<>();
        (ended.out() + ended.err()).lines()
                .filter(line -> HostileArchive.HARMFUL.matcher(line).find())
                .forEach(found::add);
        assertThat(found).as("%s", List.of(arguments)).isEmpty();
        assertThat(ended.err()).doesNotContain("this should not have happened");
        return ended;
    }

    private static void json(Program.Ended ended) throws Exception {
        assertThat(new ObjectMapper().readTree(ended.out()).isObject()).isTrue();
    }
}
