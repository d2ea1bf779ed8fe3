package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.broadsheet.web.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two hundred clients, good and bad, while the index is rebuilt and updated, its writer is killed and its disk is full:
 * no answer is wrong, and at the end the server holds no more memory, threads and files than when it had warmed up. Some
 * seconds in a usual run; {@code mvn verify -Psoak} makes it ten minutes.
 */
class SoakIT {

    private static final int SECONDS = Integer.getInteger("broadsheet.soak", 12);
    private static final int CLIENTS = 200;
    private static final int OLD = 300;
    private static final int NEW = 500;
    private static final int EXTRA = 7;
    private static final int DISK_MEGABYTES = 24;

    @TempDir
    private Path folder;

    /** What a quiet server holds, after a collection of garbage. */
    private record Held(double heapMegabytes, double threads, double files) {}

    @Test
    void server_underEverythingAtOnce_answersRightAndDoesNotGrow() throws Exception {
        Path index = Files.createDirectories(folder.resolve("index"));
        try (SmallDisk disk = SmallDisk.at(index, DISK_MEGABYTES)) {
            ArchiveFiles.folder(folder.resolve("old"), OLD, "walrus");
            ArchiveFiles.folder(folder.resolve("next"), NEW, "quokka");
            ArchiveFiles.folder(folder.resolve("extra"), EXTRA, "narwhal");
            Program program = new Program(folder).with("BROADSHEET_JAVA_OPTS", "-Xmx256m");
            assertThat(program.run("index", "--rebuild", "old").status()).isZero();
            try (Server server = new Server(folder)) {
                soak(server, program, disk, SECONDS / 4);
                Held warm = held(server);
                System.out.println("warm: " + warm);
                soak(server, program, disk, SECONDS - SECONDS / 4);
                Held end = held(server);
                System.out.println("end: " + end);
                assertThat(end.heapMegabytes()).isLessThan(warm.heapMegabytes() + 16);
                // The pool may go on growing to its bound, but not beyond.
                assertThat(end.threads()).isLessThan(Math.max(warm.threads(), WebSettings.DEFAULT.threads()) + 20);
                assertThat(end.files()).isLessThan(warm.files() + 20);
                assertThat(program.run("index", "--rebuild", "old").status()).isZero();
                Server.await(() -> server.count("") == OLD);
            }
        }
    }

    private void soak(Server server, Program program, SmallDisk disk, int seconds) throws Exception {
        Random random = new Random(seconds);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        TreeMap<String, Integer> runs = new TreeMap<>();
        try (SoakClients clients = new SoakClients(server.url(),
                Set.of((long) OLD, (long) NEW, (long) OLD + EXTRA, (long) NEW + EXTRA)).start(CLIENTS)) {
            while (System.nanoTime() < end) {
                runs.merge(index(program, disk, random), 1, Integer::sum);
            }
            clients.stop();
            System.out.println(seconds + " s: " + clients.summary() + "; indexing " + runs);
            assertThat(clients.wrong()).isEmpty();
        }
    }

    /** A run of indexing, which may be killed or meet a full disk; the answer is what came of it. */
    private static String index(Program program, SmallDisk disk, Random random) throws Exception {
        String[] command = switch (random.nextInt(3)) {
            case 0 -> new String[]{"index", "--rebuild", "old"};
            case 1 -> new String[]{"index", "--rebuild", "next"};
            default -> new String[]{"index", "extra"};
        };
        int fate = random.nextInt(4);
        if (fate == 0) {
            Process process = program.start(command);
            process.waitFor(300 + random.nextInt(1_500), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            return "killed";
        }
        if (fate == 1 && disk != null) {
            disk.fill(random.nextInt(200_000));
            try {
                return "status " + program.run(command).status() + " with a full disk";
            } finally {
                disk.empty();
            }
        }
        Program.Ended ended = program.run(command);
        assertThat(ended.status()).as(ended.err()).isZero();
        return "done";
    }

    /** Waits until bad clients have been given up, then has garbage collected: what is left is held for good. */
    private static Held held(Server server) throws Exception {
        Server.await(() -> metric(server, "broadsheet_connections") <= 2);
        Process collection = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(server.process().pid()), "GC.run").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(collection.waitFor()).isZero();
        return new Held(metric(server, "jvm_memory_used_bytes{area=\"heap\"") / 1e6,
                metric(server, "jvm_threads_live_threads"), metric(server, "process_files_open"));
    }

    /** The sum over all lines that begin so. */
    private static double metric(Server server, String name) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(server.get("/metrics").body().lines().toList());
        lines.removeIf(line -> !line.startsWith(name));
        assertThat(lines).as(name).isNotEmpty();
        return lines.stream().mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }
}
