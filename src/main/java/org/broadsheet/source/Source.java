package org.broadsheet.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.broadsheet.article.SafeText;

/**
 * A folder, a file or an archive that articles come from.
 *
 * <p>A folder is walked in the order of its names; hidden files and folders are left out and links are not followed.
 * Archives ({@code .zip}, {@code .tar}, {@code .tar.gz}, {@code .tar.xz}) and lines of JSON ({@code .ndjson},
 * {@code .jsonl}, also {@code .gz}) are read as they stand, in memory that does not grow with their files.
 */
public final class Source {

    private final String name;
    private final Path location;
    private final SourceKind kind;

    private Source(String name, Path location, SourceKind kind) {
        this.name = name;
        this.location = location;
        this.kind = kind;
    }

    /**
     * The source that a person named: {@code PATH}, whose name is its last element less its endings, or
     * {@code NAME=PATH}.
     *
     * @throws SourceException if there is no such file, it cannot be read, or no article can be in it
     */
    public static Source of(String argument) {
        int equals = argument.indexOf('=');
        boolean named = equals >= 0 && argument.lastIndexOf('/', equals) < 0 && argument.lastIndexOf('\\', equals) < 0
                && !exists(argument);
        if (!named) {
            Path path = path(argument, argument);
            return of(nameOf(argument, path), path, argument);
        }
        String name = argument.substring(0, equals);
        String rest = argument.substring(equals + 1);
        if (name.isBlank() || rest.isEmpty()) {
            throw new SourceException(argument + ": a source is written PATH or NAME=PATH");
        }
        return of(name, path(rest, argument), rest);
    }

    /**
     * A source of a given name, such as an index remembers.
     *
     * @throws SourceException as {@link #of(String)}
     */
    public static Source of(String name, Path location) {
        return of(name, location, location.toString());
    }

    /**
     * All that a command line names.
     *
     * @throws SourceException as {@link #of(String)}, and if two are of one name, by which their articles' paths begin
     */
    public static List<Source> all(List<String> arguments) {
        List<Source> sources = new ArrayList<>();
        Map<String, String> byName = new HashMap<>();
        for (String argument : arguments) {
            Source source = of(argument);
            String other = byName.put(source.name, argument);
            if (other != null) {
                throw new SourceException("two sources are named %s: %s and %s; name one of them apart, as in other=%s"
                        .formatted(source.name, other, argument, source.location));
            }
            sources.add(source);
        }
        return sources;
    }

    private static Source of(String name, Path location, String written) {
        if (!Files.exists(location)) {
            throw new SourceException(written + ": there is no such file or folder");
        }
        if (!Files.isReadable(location)) {
            throw new SourceException(written + ": it may not be read; check its permissions");
        }
        SourceKind kind = Files.isDirectory(location)
                ? SourceKind.FOLDER
                : SourceKind.ofFile(String.valueOf(location.getFileName()));
        if (kind == null) {
            throw new SourceException(written + ": not a source; give a folder, an article (.md, .markdown, .txt, "
                    + ".yaml, .yml), an archive (.zip, .tar, .tar.gz, .tar.xz), .ndjson or .jsonl");
        }
        return new Source(SafeText.of(name), location.toAbsolutePath().normalize(), kind);
    }

    private static boolean exists(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Path path(String text, String argument) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            throw new SourceException(argument + ": not a path (" + e.getReason() + ")", e);
        }
        throw new SourceException("a source is missing its path: write PATH or NAME=PATH");
    }

    private static String nameOf(String argument, Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        if (last == null) {
            throw new SourceException(argument + ": give it a name, as in NAME=" + argument);
        }
        return Files.isDirectory(path) ? last.toString() : SourceKind.withoutEnding(last.toString());
    }

    /** The first element of its articles' paths. */
    public String name() {
        return name;
    }

    /** Where it is: an absolute path. */
    public Path location() {
        return location;
    }

    /** Whether it is one file that holds many articles, and must be unpacked to see any of them. */
    public boolean isPacked() {
        return kind != SourceKind.FOLDER && kind != SourceKind.ARTICLE;
    }

    /**
     * Walks all files that should be articles, in an order that is the same each time.
     *
     * <p>Called from the calling thread, one file after the other. What a consumer throws ends the walk.
     *
     * @param files receives those that are to be read, each path once
     * @param rejections receives those that cannot be: too large, unreadable, or with a path that leaves the archive
     * @throws SourceException if the source is missing, unreadable, damaged (then files before the damage were
     *     received), or if there is not one article file in it
     */
    public void forEach(Consumer<SourceFile> files, Consumer<Rejection> rejections) {
        Found found = new Found(name, files, rejections);
        try {
            switch (kind) {
                case FOLDER -> new FolderWalk(found).walk(location);
                case ARTICLE -> found.file(location, location.getFileName().toString());
                case ZIP -> ZipWalk.walk(location, found);
                case TAR -> TarWalk.walk(location, found);
                case LINES -> LinesWalk.walk(location, found);
            }
        } catch (IOException e) {
            throw new SourceException(location + ": it cannot be read to its end, replace it or leave it out ("
                    + reason(e) + ")", e);
        }
        if (found.isEmpty()) {
            throw new SourceException(location + ": there is no article in it; articles end in .md, .markdown, .txt, "
                    + ".yaml or .yml");
        }
    }

    private static String reason(IOException e) {
        return e instanceof EOFException ? "it ends too early" : e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** {@code NAME=PATH}. */
    @Override
    public String toString() {
        return name + "=" + location;
    }
}
