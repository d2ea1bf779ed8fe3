package org.broadsheet.source;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.broadsheet.FuzzTarget;
import org.broadsheet.HostileArchive;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Archives of every kind: a damaged one is refused as such, and no name in one leads out of it. */
class ArchiveFuzzTest extends FuzzTarget {

    private static final List<String> KINDS = List.of(".zip", ".tar", ".tar.gz", ".tar.xz", ".ndjson", ".jsonl.gz");

    @TempDir
    private static Path folder;

    ArchiveFuzzTest() {
        super(500, KINDS,
                List.of("../", "/", "\u0000", "\\", "C:\\", "\u202e", "a.md", "PK\u0001\u0002", "ustar",
                        "././@LongLink", "path=", "\n",
                        "7777777777", "{\"path\":\"", "\\ud800", "99 path=x\n"));
    }

    /** The first byte says which kind of archive the others are. */
    @Override
    protected byte[] bytes(String kind) throws Exception {
        byte[] content;
        if (kind.contains("json")) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            lines.writeBytes(
                    "{\"path\":\"a/b\",\"title\":\"T\"}\n{\"id\":\"c\",\"title\":\"U\"}\n\n[1]\n".getBytes("UTF-8"));
            Path file = folder.resolve("seed" + kind);
            try (OutputStream out = Walks.packing(file)) {
                lines.writeTo(out);
            }
            content = Files.readAllBytes(file);
        } else {
            content = Files.readAllBytes(Walks.archive(folder.resolve("seed" + kind), Walks.Entry.article("a.md"),
                    Walks.Entry.article("x".repeat(150) + "/b.md"), Walks.Entry.link("c.md", "/etc/passwd")));
        }
        byte[] bytes = new byte[content.length + 1];
        bytes[0] = (byte) KINDS.indexOf(kind);
        System.arraycopy(content, 0, bytes, 1, content.length);
        return bytes;
    }

    @Override
    protected void check(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        Path file = folder.resolve("fuzz" + KINDS.get(Math.floorMod(input[0], KINDS.size())));
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(input, 1, input.length - 1);
        }
        try {
            Source.of(file.toString()).forEach(found -> {
                assertSafe(found.path());
                assertThat(found.path()).startsWith("fuzz/").doesNotContain("/../");
                new ArticleReader().read(found);
            }, rejection -> assertSafe(rejection.toString()));
        } catch (SourceException e) {
            assertThat(e.getMessage()).contains("fuzz").doesNotContain("Exception");
            assertSafe(e.getMessage());
        }
    }

    private static void assertSafe(String text) {
        assertThat(HostileArchive.HARMFUL.matcher(text).find()).as(text).isFalse();
        assertThat(text).doesNotContain("\n");
    }
}
