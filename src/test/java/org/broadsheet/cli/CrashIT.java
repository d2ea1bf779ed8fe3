package org.broadsheet.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code kill -9} at random moments of a rebuild and of an update, while a server answers. Three of each in a usual run;
 * {@code mvn verify -Dbroadsheet.kills=50} makes it fifty.
 */
class CrashIT {

    private static final int KILLS = Integer.getInteger("broadsheet.kills", 3);
    private static final int OLD = 300;
    private static final int NEW = 500;

    @TempDir
    private Path folder;

    @Test
    void kill_duringARebuild_leavesTheOldOrTheNewState() throws Exception {
        kill("index", "--rebuild");
    }

    @Test
    void kill_duringAnUpdate_leavesTheOldOrTheNewState() throws Exception {
        kill("index");
    }

    /** One source in two states, which are the files of one folder or the other under one name. */
    private void kill(String... command) throws Exception {
        Path old = ArchiveFiles.folder(folder.resolve("old"), OLD, "walrus");
        Path next = ArchiveFiles.folder(folder.resolve("next"), NEW, "quokka");
        Program program = new Program(folder);
        program.run("index", "--rebuild", "old=" + old);
        long began = System.nanoTime();
        program.run("index", "--rebuild", "next=" + next);
        long took = System.nanoTime() - began;
        program.run("index", "--rebuild", "old=" + old);

        Random random = new Random(1);
        AtomicBoolean killing = new AtomicBoolean(true);
        try (Server server = new Server(folder); ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<Set<Long>> seen = reader.submit(read(server, killing));
            try {
                for (int i = 0; i < KILLS; i++) {
                    String[] arguments = arguments(command, i % 2 == 0 ? "next=" + next : "old=" + old);
                    Process indexing = program.start(arguments);
                    indexing.waitFor((long) (took * (0.3 + 0.8 * random.nextDouble())), TimeUnit.NANOSECONDS);
                    indexing.destroyForcibly().waitFor();
                    assertThat(server.count("")).as("after kill %d", i).isIn(states(command));
                }
            } finally {
                killing.set(false);
            }
            assertThat(seen.get()).isNotEmpty().isSubsetOf(states(command));

            Program.Ended repaired = program.run("index", "--rebuild", "old=" + old);
            assertThat(repaired.status()).as(repaired.err()).isZero();
            Server.await(() -> server.count("") == OLD && server.count("walrus") == OLD);
        }
    }

    /** A rebuild replaces one source by the other; an update adds to it. */
    private static List<Long> states(String[] command) {
        return command.length > 1 ? List.of((long) OLD, (long) NEW) : List.of((long) OLD, (long) OLD + NEW);
    }

    private static String[] arguments(String[] command, String source) {
        return command.length > 1 ? new String[]{command[0], command[1], source} : new String[]{command[0], source};
    }

    /** All numbers of articles that answers have told. */
    private static Callable<Set<Long>> read(Server server, AtomicBoolean reading) {
        return () -> {
            Set<Long> seen = new TreeSet<>();
            while (reading.get()) {
                seen.add(server.count(""));
            }
            return seen;
        };
    }
}
