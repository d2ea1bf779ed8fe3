package org.broadsheet.opensearch;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

/** One node of OpenSearch: a process that can be started, killed and started again. */
final class TestNode {

    private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");
    private static final String HEAP = "512m";

    private final Path program;
    private final Path folder;
    private final List<Integer> ports;
    private final URI url;
    private Process process;

    /** One that somebody else has started. */
    TestNode(URI running) {
        program = null;
        folder = null;
        ports = List.of();
        url = running;
    }

    /** @param ports its own, for HTTP and for other nodes */
    TestNode(Path program, Path folder, List<Integer> ports, List<Integer> allPorts, int size) throws IOException {
        this.program = program;
        this.folder = folder;
        this.ports = ports;
        url = URI.create("http://127.0.0.1:" + ports.getFirst());
        for (String part : List.of("config", "data", "logs", "tmp")) {
            Files.createDirectories(folder.resolve(part));
        }
        configure(allPorts, size);
    }

    URI url() {
        return url;
    }

    boolean isRunning() {
        return folder == null || process != null && process.isAlive();
    }

    /** An ordinary user has to run it, so root becomes one. */
    void start() throws IOException {
        List<String> command = new ArrayList<>();
        if (IS_ROOT) {
            run("chown", "-R", "nobody", folder.toString());
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups"));
        }
        command.add(program.resolve("bin/opensearch").toString());
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "logs/out.log")));
        builder.environment().put("OPENSEARCH_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("OPENSEARCH_PATH_CONF", folder.resolve("config").toString());
        builder.environment().put("OPENSEARCH_TMPDIR", folder.resolve("tmp").toString());
        builder.environment().put("HOME", folder.toString());
        process = builder.start();
    }

    /** As {@code kill -9} does it: there is no time to say farewell. */
    void kill() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private void configure(List<Integer> allPorts, int size) throws IOException {
        Path config = folder.resolve("config");
        Files.copy(program.resolve("config/log4j2.properties"), config.resolve("log4j2.properties"));
        List<String> flags = Files.readAllLines(program.resolve("config/jvm.options"))
                .stream()
                .filter(flag -> !flag.matches("-Xm[sx].*|.*Xlog:gc.*|-XX:(HeapDumpPath|ErrorFile)=.*"))
                .toList();
        Files.write(config.resolve("jvm.options"), flags);
        Files.createDirectories(config.resolve("jvm.options.d"));
        // The first compiler alone: tests end before the second one has paid for itself.
        Files.write(config.resolve("jvm.options.d/tests.options"),
                List.of("-Xms" + HEAP, "-Xmx" + HEAP, "-XX:TieredStopAtLevel=1", "-XX:-AlwaysPreTouch"));
        List<String> settings = new ArrayList<>(List.of("cluster.name: broadsheet-test-" + allPorts.getFirst(),
                "node.name: " + folder.getFileName(),
                "path.data: " + folder.resolve("data"), "path.logs: " + folder.resolve("logs"),
                "network.host: 127.0.0.1", "http.port: " + ports.getFirst(), "transport.port: " + ports.getLast(),
                "cluster.routing.allocation.disk.threshold_enabled: false"));
        if (size == 1) {
            settings.add("discovery.type: single-node");
        } else {
            settings.add("discovery.seed_hosts: [" + Stream.iterate(1, i -> i < allPorts.size(), i -> i + 2)
                    .map(i -> "\"127.0.0.1:" + allPorts.get(i) + "\"")
                    .collect(joining(", ")) + "]");
            settings.add("cluster.initial_cluster_manager_nodes: [node-0]");
            // A copy that is lost is made anew at once, not when a node might have come back.
            settings.add("cluster.fault_detection.leader_check.interval: 500ms");
        }
        Files.write(config.resolve("opensearch.yml"), settings);
    }

    /** The program where an ordinary user may read it, which need not be where the build has put it. */
    static Path readable(Path home, Path folder) throws IOException {
        if (!IS_ROOT) {
            return home;
        }
        Path copy = folder.resolve("program");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(home.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
        run("chmod", "-R", "a+rX", folder.toString());
        return copy;
    }

    static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> open = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return open.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket each : open) {
                each.close();
            }
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println(folder + " is left behind: " + e);
        }
    }

    private static void run(String... command) throws IOException {
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IOException(List.of(command) + " ended with " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
