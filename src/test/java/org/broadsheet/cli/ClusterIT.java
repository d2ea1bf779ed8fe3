package org.broadsheet.cli;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import org.broadsheet.opensearch.SpoilingProxy;
import org.broadsheet.opensearch.SpoilingProxy.Treatment;
import org.broadsheet.opensearch.TestCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The program on a cluster. */
class ClusterIT {

    /** Nobody listens there. */
    private static final String NOWHERE = "http://127.0.0.1:1";

    @TempDir
    private Path folder;

    private Program on(String urls, String index) {
        return new Program(folder).with("BROADSHEET_ENGINE", "opensearch")
                .with("BROADSHEET_OPENSEARCH_URL", urls)
                .with("BROADSHEET_OPENSEARCH_INDEX", index);
    }

    @Test
    void commands_areTheSameAsInAFolder() throws Exception {
        Program cluster = on(TestCluster.shared().urls(), "cli");
        Program lucene = new Program(folder);
        lucene.run("index", "--rebuild", Program.seeds().toString());

        Program.Ended indexed = cluster.run("index", "--rebuild", Program.seeds().toString());

        assertThat(indexed.status()).as(indexed.err()).isZero();
        assertThat(indexed.out()).isEqualTo("5 added, 0 updated, 0 removed, 0 unchanged, 0 rejected\n");
        for (List<String> command : List.of(List.of("search", "--format", "csv", "facial", "recognition"),
                List.of("search", "--format", "csv", "--sort", "newest", "--quality", "50..", ""))) {
            Program.Ended found = cluster.run(command.toArray(String[]::new));
            assertThat(found.status()).as(found.err()).isZero();
            assertThat(withoutScores(found)).isEqualTo(withoutScores(lucene.run(command.toArray(String[]::new))));
        }
        assertThat(cluster.run("index").out()).isEqualTo("0 added, 0 updated, 0 removed, 5 unchanged, 0 rejected\n");
        assertThat(cluster.run("info", "--format", "json").out()).contains("\"articles\" : 5");
    }

    /** The last column, of which the last digits may differ. */
    private static List<String> withoutScores(Program.Ended found) {
        return found.outLines().stream().map(line -> line.substring(0, line.lastIndexOf(','))).toList();
    }

    @Test
    void index_thatIsNotThere_saysHowToMakeOne() throws Exception {
        Program.Ended ended = on(TestCluster.shared().urls(), "nothing").run("search", "ohio");

        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.err()).startsWith("broadsheet: there is no index \"nothing\" on the OpenSearch cluster")
                .contains("broadsheet index --engine opensearch --opensearch-url")
                .hasLineCount(1);
    }

    @Test
    void cluster_outOfReach_isOneLine() throws Exception {
        for (List<String> command : List.of(List.of("search", "ohio"), List.of("info"), List.of("serve"),
                List.of("index", Program.seeds().toString()))) {
            Program program = new Program(folder).with("BROADSHEET_ENGINE", "opensearch")
                    .with("BROADSHEET_OPENSEARCH_URL", NOWHERE);
            Program.Ended ended = program.run(command.toArray(String[]::new));

            assertThat(ended.status()).as(command.toString()).isEqualTo(3);
            assertThat(ended.err()).startsWith("broadsheet: no OpenSearch cluster answers at " + NOWHERE)
                    .hasLineCount(1);
        }
    }

    @Test
    void cluster_thatStaysTooBusy_isGivenUpInOneLine_andTheIndexStaysAsItWas() throws Exception {
        TestCluster cluster = TestCluster.shared();
        assertThat(on(cluster.urls(), "busy").run("index", "--rebuild", Program.seeds().toString()).status()).isZero();
        try (SpoilingProxy proxy = new SpoilingProxy(URI.create(cluster.urls()),
                asked -> asked.isBulk() ? Treatment.beBusy() : Treatment.handOn())) {
            Program.Ended ended = on(proxy.url().toString(), "busy").run("index", "--rebuild",
                    "--opensearch-patience", "1", Program.seeds().toString());

            assertThat(ended.status()).isEqualTo(3);
            assertThat(ended.err()).startsWith("broadsheet: the OpenSearch cluster at " + proxy.url())
                    .contains("the queue is full")
                    .hasLineCount(1);
        }
        assertThat(on(cluster.urls(), "busy").run("info", "--format", "json").out()).contains("\"articles\" : 5");
    }

    @Test
    void backup_isLeftToTheCluster() throws Exception {
        Program.Ended ended = on(NOWHERE, "cli").run("backup", "file");

        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.err()).contains("snapshot API").hasLineCount(1);
    }

    @Test
    void wrongOptions_areNamed() throws Exception {
        Program program = new Program(folder);

        assertThat(program.run("info", "--engine", "opensearch").err()).contains("--opensearch-url");
        assertThat(program.run("info", "--engine", "opensearch", "--opensearch-url", "localhost:9200").status())
                .isEqualTo(2);
        assertThat(program.run("info", "--engine", "opensearch", "--opensearch-url", "http://u:p@localhost").err())
                .contains("BROADSHEET_OPENSEARCH_PASSWORD");
        assertThat(program.run("info", "--engine", "solr").status()).isEqualTo(2);
        assertThat(program
                .run("info", "--engine", "opensearch", "--opensearch-url", NOWHERE, "--opensearch-shards", "0")
                .err()).contains("--opensearch-shards: 0 is not a number from 1");
    }

    @Test
    void killedRun_isForgotten_andWhatItLeftIsRemoved() throws Exception {
        TestCluster cluster = TestCluster.shared();
        Program program = on(cluster.urls(), "crash");
        Path old = ArchiveFiles.folder(folder.resolve("old"), 20, "walrus");
        Path next = ArchiveFiles.folder(folder.resolve("next"), 3_000, "quokka");
        assertThat(program.run("index", "--rebuild", old.toString()).status()).isZero();

        Process killed = program.start("index", "--rebuild", next.toString());
        TestCluster.await(() -> indices(cluster) == 2 || !killed.isAlive());
        killed.descendants().forEach(ProcessHandle::destroyForcibly);
        killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);

        assertThat(program.run("info", "--format", "json").out()).contains("\"articles\" : 20");
        Program.Ended after = program.run("index", old.toString());
        assertThat(after.status()).as(after.err()).isZero();
        assertThat(indices(cluster)).isEqualTo(1);
    }

    private static long indices(TestCluster cluster) throws InterruptedException {
        return StreamSupport.stream(cluster.ask("GET", "/_cat/indices/crash-*?format=json").spliterator(), false)
                .count();
    }

    @Test
    void server_ofALostCluster_saysSo_andServesAgainWhenItReturns() throws Exception {
        try (TestCluster cluster = TestCluster.of(1)) {
            Program program = on(cluster.urls(), "served");
            assertThat(program.run("index", Program.seeds().toString()).status()).isZero();
            try (Server server = new Server(program)) {
                assertThat(server.count("facial")).isPositive();
                assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);

                cluster.kill();

                HttpResponse<String> api = server.get("/api/search?q=facial");
                assertThat(api.statusCode()).as(api.body()).isEqualTo(503);
                assertThat(api.headers().firstValue("Retry-After")).isPresent();
                assertThat(api.headers().firstValue("Content-Type")).hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
                HttpResponse<String> page = server.get("/?q=facial");
                assertThat(page.statusCode()).isEqualTo(503);
                assertThat(page.body()).contains("cannot be read just now");
                Server.await(() -> server.get("/health/ready").statusCode() == 503);
                assertThat(server.get("/health/live").statusCode()).isEqualTo(200);

                cluster.restart();

                Server.await(() -> server.get("/health/ready").statusCode() == 200);
                assertThat(server.count("facial")).isPositive();
            }
        }
    }
}
