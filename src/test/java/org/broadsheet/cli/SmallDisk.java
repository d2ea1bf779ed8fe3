package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system of a few megabytes in memory, which a test can fill. Only root can make one, and only on Linux. */
final class SmallDisk implements AutoCloseable {

    private final Path mount;
    private final Path filler;

    private SmallDisk(Path mount) {
        this.mount = mount;
        this.filler = mount.resolve("filler");
    }

    /** Null, with a line that says so, where that is not permitted. */
    static SmallDisk at(Path mount, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(mount);
        if (run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", mount.toString()) != 0) {
            System.out.println("The disk is never full here: a small one cannot be mounted.");
            return null;
        }
        return new SmallDisk(mount);
    }

    /** Takes all the room but so many bytes. */
    void fill(long left) throws IOException {
        long room = Files.getFileStore(mount).getUsableSpace() - left;
        if (room > 0) {
            Files.write(filler, new byte[Math.toIntExact(room)]);
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(filler);
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "-l", mount.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1; // there is no such command
        }
    }
}
