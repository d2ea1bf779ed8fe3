package org.broadsheet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands that begin, answer and end. */
class CommandLineIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEEDS = Program.seeds().toString();

    /** With the samples in its index. */
    @TempDir
    private static Path indexed;
    @TempDir
    private Path folder;

    @BeforeAll
    static void index_ofTheSamples_reportsFive() throws Exception {
        Program.Ended ended = new Program(indexed).run("index", SEEDS);
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).isEqualTo("5 added, 0 updated, 0 removed, 0 unchanged, 0 rejected\n");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void index_again_findsNothingToDo() throws Exception {
        for (String[] arguments : List.of(new String[]{"index", SEEDS}, new String[]{"index"})) {
            assertThat(new Program(indexed).run(arguments).out())
                    .isEqualTo("0 added, 0 updated, 0 removed, 5 unchanged, 0 rejected\n");
        }
    }

    @Test
    void info_asJson() throws Exception {
        JsonNode info = JSON.readTree(new Program(indexed).run("info", "--format", "json").out());
        assertThat(info.get("articles").asInt()).isEqualTo(5);
        assertThat(info.get("newest").asText()).isEqualTo("2023-04-27T23:29:00Z");
        assertThat(info.at("/sources/0/name").asText()).isEqualTo("seeds");
        assertThat(info.at("/sources/0/location").asText()).isEqualTo(SEEDS);
    }

    @Test
    void info_asText() throws Exception {
        assertThat(new Program(indexed).run("info").out()).contains("articles  5\n")
                .contains("source    seeds  5 articles from " + SEEDS + "\n");
    }

    @Test
    void search_asText() throws Exception {
        Program.Ended ended = new Program(indexed).run("search", "ohio");
        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.outLines().getFirst()).startsWith("  1. Ohio AG Resumes Facial Recognition");
        assertThat(ended.outLines().get(1).strip())
                .isEqualTo("Government Technology · 2023-04-27 · seeds/000_e2bd170682daede4.txt");
        assertThat(ended.outLines().getLast()).matches("1 article in \\d+ ms");
        assertThat(ended.out()).doesNotContain("\033");
    }

    @Test
    void search_asJson() throws Exception {
        Program.Ended ended = new Program(indexed).run("search", "--provider", "Reason", "--format", "json", "facial");
        JsonNode answer = JSON.readTree(ended.out());
        assertThat(answer.at("/total/value").asInt()).isEqualTo(1);
        assertThat(answer.at("/hits/0/provider/name").asText()).isEqualTo("Reason");
        assertThat(answer.at("/facets/provider/values")).hasSize(5);
    }

    @Test
    void search_asCsv() throws Exception {
        List<String> lines = new Program(indexed).run("search", "--format", "csv", "--sort", "oldest").outLines();
        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst()).startsWith("id,path,title,excerpt,webUrl,provider,domain,topics,");
        assertThat(lines.get(1)).contains(",2020-02-02T");
    }

    @Test
    void search_forAQueryThatBeginsWithAHyphen() throws Exception {
        assertThat(new Program(indexed).run("search", "--size", "100", "--", "-ohio", "facial").outLines().getLast())
                .startsWith("4 articles");
        Program.Ended mistaken = new Program(indexed).run("search", "-ohio", "facial");
        assertThat(mistaken.status()).isEqualTo(2);
        assertThat(mistaken.errLines().getFirst()).contains("-ohio").contains("comes after --");
    }

    @Test
    void search_withLettersBeyondAscii_inALocaleThatKnowsNone() throws Exception {
        Program program = new Program(indexed).with("LC_ALL", "C");
        assertThat(program.run("search", "ÓHIO").outLines().getLast()).startsWith("1 article");
        assertThat(program.run("search", "dhs").out()).contains("AI’s");
    }

    @Test
    void wrongUsage_isStatus2AndSaysWhatIsWrong() throws Exception {
        for (String[] arguments : List.of(new String[]{}, new String[]{"serach"}, new String[]{"index", "--rebuild"},
                new String[]{"index", "--threads", "0", SEEDS}, new String[]{"serve", "--port", "high"},
                new String[]{"search", "--from", "2021-13-45"}, new String[]{"search", "--size", "101"},
                new String[]{"info", "--format", "xml"}, new String[]{"info", "more"})) {
            Program.Ended ended = new Program(indexed).run(arguments);
            assertThat(ended.status()).as("status of %s: %s", List.of(arguments), ended).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.errLines().getFirst()).startsWith("broadsheet: ");
            assertThat(ended.err()).doesNotContain("\tat ").doesNotContain("Exception");
        }
    }

    @Test
    void missingIndex_isStatus3AndNamesTheCommandThatMakesOne() throws Exception {
        for (String command : List.of("search", "info", "serve")) {
            Program.Ended ended = new Program(folder).run(command);
            assertThat(ended.status()).isEqualTo(3);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.errLines()).hasSize(1);
            assertThat(ended.err()).contains("broadsheet index");
        }
    }

    @Test
    void missingSource_isOneLineAndHarmsNothing() throws Exception {
        Program.Ended ended = new Program(indexed).run("index", "--rebuild", "no-such-folder");
        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.errLines()).hasSize(1);
        assertThat(ended.err()).contains("no-such-folder");
        assertThat(new Program(indexed).run("search", "ohio").outLines().getLast()).startsWith("1 article");
    }

    @Test
    void rejectedFiles_areListedAndDecideTheStatusIfStrict() throws Exception {
        Path news = Files.createDirectory(folder.resolve("news"));
        Files.writeString(news.resolve("good.md"), "---\ntitle: Good\n---\n");
        Files.writeString(news.resolve("bad.md"), "---\nexcerpt: no title\n---\n");
        Program.Ended lenient = new Program(folder).run("index", "news");
        assertThat(lenient.status()).isZero();
        assertThat(lenient.outLines()).containsExactly("1 added, 0 updated, 0 removed, 0 unchanged, 1 rejected");
        assertThat(lenient.errLines()).singleElement().asString().matches("news/bad\\.md:\\d+:\\d+: .*title.*");
        assertThat(new Program(folder).run("index", "--strict", "news").status()).isEqualTo(1);
    }

    @Test
    void check_printsEachProblemAndNeedsNoIndex() throws Exception {
        assertThat(new Program(folder).run("check", SEEDS).status()).isZero();
        Path bad = Files.writeString(folder.resolve("bad.md"), "---\ntitle: [\n---\n");
        Program.Ended ended = new Program(folder).run("check", bad.toString());
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.outLines()).singleElement().asString().matches("bad/bad\\.md:\\d+:\\d+: .+");
        JsonNode json = JSON.readTree(new Program(folder).run("check", "--format", "json", bad.toString()).out());
        assertThat(json.at("/problems/0/path").asText()).isEqualTo("bad/bad.md");
    }

    @Test
    void rebuild_namesTheSourcesThatItDrops() throws Exception {
        Path blog = Files.createDirectory(folder.resolve("blog"));
        Files.writeString(blog.resolve("post.md"), "---\ntitle: Post\n---\n");
        new Program(folder).run("index", "blog");
        Program.Ended ended = new Program(folder).run("index", "--rebuild", SEEDS);
        assertThat(ended.err()).isEqualTo("The rebuild drops blog (1 article from " + blog + ").\n");
        assertThat(ended.outLines()).containsExactly("5 added, 0 updated, 0 removed, 0 unchanged, 0 rejected");
    }

    @Test
    void script_worksThroughALinkAndFindsItsOwnJdk() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Program.script());
        try {
            Program.Ended ended = new Program(folder).by(link).with("JAVA_HOME", "/no/such/jdk").run("--version");
            assertThat(ended.out()).matches("broadsheet \\d+\\.\\d+.*\\n");
            assertThat(ended.status()).isZero();
        } finally {
            Files.delete(link); // JUnit warns of links that it finds
        }
    }

    @Test
    void help_ofEveryCommandHasExamples() throws Exception {
        for (String command : List.of("serve", "index", "search", "check", "evaluate", "info")) {
            Program.Ended ended = new Program(folder).run(command, "--help");
            assertThat(ended.status()).isZero();
            assertThat(ended.out()).contains("Usage: broadsheet " + command, "Examples:");
        }
    }
}
