package org.broadsheet.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Makes sources and walks them. */
final class Walks {

    static final String ARTICLE = "---\ntitle: T\n---\n";

    /** What a walk found, the rejections as they print. */
    record Walk(List<SourceFile> files, List<String> rejections) {
        List<String> paths() {
            return files.stream().map(SourceFile::path).toList();
        }
    }

    /** A file in an archive; a link where it has a target. */
    record Entry(String name, byte[] content, String target) {
        static Entry of(String name, String content) {
            return new Entry(name, content.getBytes(StandardCharsets.UTF_8), null);
        }

        static Entry article(String name) {
            return of(name, ARTICLE);
        }

        static Entry link(String name, String target) {
            return new Entry(name, new byte[0], target);
        }
    }

    private Walks() {}

    static Walk walk(String argument) {
        List<SourceFile> files = new ArrayList<>();
        List<String> rejections = new ArrayList<>();
        Source.of(argument).forEach(files::add, rejection -> rejections.add(rejection.toString()));
        return new Walk(files, rejections);
    }

    static Walk walk(Path path) {
        return walk(path.toString());
    }

    static Path write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /** An archive of the kind that its name says. */
    static Path archive(Path file, Entry... entries) throws IOException {
        byte[] packed = file.toString().endsWith(".zip") ? zip(entries) : tar(entries);
        try (OutputStream out = packing(file)) {
            out.write(packed);
        }
        return file;
    }

    static OutputStream packing(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        String name = file.toString();
        return name.endsWith("gz")
                ? new GZIPOutputStream(out)
                : name.endsWith("xz") ? new XZOutputStream(out, new LZMA2Options(0)) : out;
    }

    static byte[] tar(Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (Entry entry : entries) {
                TarArchiveEntry header = entry.target() == null
                        ? new TarArchiveEntry(entry.name(), true)
                        : new TarArchiveEntry(entry.name(), TarArchiveEntry.LF_SYMLINK, true);
                header.setLinkName(entry.target() == null ? "" : entry.target());
                header.setSize(entry.content().length);
                header.setModTime(1_600_000_000_000L);
                tar.putArchiveEntry(header);
                tar.write(entry.content());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (Entry entry : entries) {
                ZipArchiveEntry header = new ZipArchiveEntry(entry.name());
                header.setTime(1_600_000_000_000L);
                header.setUnixMode(entry.target() == null ? 0100644 : 0120777);
                zip.putArchiveEntry(header);
                zip.write(entry.target() == null ? entry.content() : entry.target().getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
