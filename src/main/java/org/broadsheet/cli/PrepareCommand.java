package org.broadsheet.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.broadsheet.article.Article;
import picocli.CommandLine.Command;

/**
 * Does once, with a few articles made for it, what the other commands do. The script runs it in a JVM that notes which
 * classes that takes and keeps them, ready for use, in a file beside the program.
 */
@Command(name = "prepare", sortOptions = false, header = "Make all later starts quicker.", description = """

        Notes what a start of Broadsheet needs, in a file of some 65 MB beside the
        program (lib/broadsheet.aot). Later starts take half the time. Once is enough,
        until Broadsheet or Java is replaced; the file then no longer fits, does no
        harm, and can be made anew. It is only about the program: no index is needed,
        and none is touched.""")
final class PrepareCommand implements Callable<Integer> {

    /** Enough for several blocks of postings, words in common, and more than one page of hits. */
    private static final int ARTICLES = 300;

    private static final List<String> WORDS = List.of("harbour", "bridge", "tram", "council", "river", "market",
            "school", "budget", "library", "storm", "election", "museum", "cycle", "garden", "theatre", "station");

    /** Each kind of answer once; the words are those of the articles, one of them misspelt. */
    private static final List<String> PAGES = List.of("/", "/?q=harbour+bridge&topic=river", "/?q=%22harbour+bridge%22",
            "/api/search?q=harbour+bridge&size=10", "/api/search?q=harbour+OR+tram&sort=newest&quality=20..",
            "/api/search?q=harbuor", "/api/search?q=harb*&explain=true", "/api/suggest?q=har",
            "/api/facets/topic?prefix=r",
            "/articles/" + Article.idOf("articles/1.md"), "/archive", "/help", "/feed.atom?q=tram", "/health/ready");

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("broadsheet-prepare");
        try {
            Path articles = Files.createDirectory(folder.resolve("articles"));
            for (int number = 0; number < ARTICLES; number++) {
                Files.writeString(articles.resolve(number + ".md"), article(number));
            }
            String index = folder.resolve("index").toString();
            run("index", "--index", index, articles.toString());
            run("index", "--index", index);
            run("info", "--index", index);
            run("search", "--index", index, "harbour", "bridge");
            run("search", "--index", index, "--format", "json", "harbuor");
            run("search", "--index", index, "--format", "csv", "\"harbour bridge\" -tram");
            serve(index);
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static String article(int number) {
        return """
                ---
                title: "%s %s, part %d"
                excerpt: "The city’s %s &amp; its %s: what %s means for the %s."
                provider:
                  name: %s Post
                  domain: %s.example
                topics:
                  - %s
                  - %s
                publishedDateTime: 20%02d-%02d-11T08:00:00Z
                category: news
                type: article
                quality: %d
                heat: %d
                published: true
                webUrl: https://%s.example/%d
                ---
                The **long** text of [%s](https://%s.example) and %s.
                """.formatted(word(number), word(number + 1), number, word(number * 3), word(number * 5),
                word(number * 7), word(number + 2), word(number % 5), word(number % 5), word(number % 11),
                word(number % 3 + 4), 10 + number % 15, 1 + number % 12, number % 101, number % 80, word(number % 5),
                number, word(number), word(number % 5), word(number * 11));
    }

    private static String word(int number) {
        return WORDS.get(number % WORDS.size());
    }

    private static void run(String... arguments) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        int status = program(nowhere, nowhere).run(arguments);
        if (status != 0) {
            throw new IOException(String.join(" ", arguments) + " ended with status " + status);
        }
    }

    /** The server ends with the process. */
    private static void serve(String index) throws IOException {
        PipedOutputStream told = new PipedOutputStream();
        try (Scanner lines = new Scanner(new PipedInputStream(told), StandardCharsets.UTF_8)) {
            PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
            Thread.ofPlatform().daemon().start(() -> {
                program(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), err)
                        .run("serve", "--index", index, "--port", "0");
                err.close();
            });
            String url = lines.findWithinHorizon("http://\\S+", 0);
            if (url == null) {
                throw new IOException("the server did not start");
            }
            for (String page : PAGES) {
                try (var answer = URI.create(url + page).toURL().openStream()) {
                    answer.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    private static Broadsheet program(PrintStream out, PrintStream err) {
        return new Broadsheet(new Output(out, err, false, 80), Map.of(), Path.of(""));
    }

    /** Leaves what a system does not let go that still has it open. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(file -> file.toFile().delete());
        }
    }
}
