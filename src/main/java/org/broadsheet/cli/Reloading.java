package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has settings taken over when their files change. A file that cannot be used is told of, and changes nothing. */
final class Reloading {

    /** So often two files are looked at, which costs nothing. */
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Reloading.class);

    /** What is done when a file has changed. */
    interface Reload {
        void run() throws IOException;
    }

    private final List<Path> files;
    private final Reload reload;

    /** @param synonyms null where there is no such file */
    Reloading(Path settings, Path synonyms, Reload reload) {
        files = Stream.of(settings, synonyms).filter(Objects::nonNull).toList();
        this.reload = reload;
    }

    /** Follows the files for as long as the process lives. */
    void start() {
        List<String> before = stamps();
        Thread.ofPlatform().daemon().name("settings").start(() -> follow(before));
    }

    private void follow(List<String> before) {
        List<String> known = before;
        try {
            while (true) {
                Thread.sleep(PAUSE);
                List<String> now = stamps();
                if (!now.equals(known)) {
                    known = now;
                    takeOver();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeOver() {
        try {
            reload.run();
            LOG.info("the settings have been read again");
        } catch (IOException | RuntimeException e) {
            LOG.warn("the settings stay as they were: {}", e.getMessage());
        }
    }

    private List<String> stamps() {
        return files.stream().map(Reloading::stamp).toList();
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.fileKey() + " " + attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException e) {
            return "none";
        }
    }
}
