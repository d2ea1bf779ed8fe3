package org.broadsheet.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import org.broadsheet.field.Analysis;
import org.broadsheet.indexing.IndexProgress;
import org.broadsheet.indexing.IndexRun;
import org.broadsheet.indexing.IndexingSettings;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.source.Source;

/**
 * How fast articles are indexed, beside bare Lucene that writes the same fields of the same articles:
 *
 * <pre>
 * IndexingBench ARTICLES.ndjson [THREADS [ROUNDS [OTHER SOURCE...]]]
 * </pre>
 *
 * <p>The bare ones begin with texts that are in memory already, so that they neither read, nor parse, nor repair, nor
 * compare anything. They write the same Lucene fields with the same settings of the writer and differ in who analyses:
 *
 * <ul>
 * <li><b>bare Lucene</b>: {@link BareLucene}, as Lucene's own documentation would have it written;
 * <li><b>its documents alone</b>: Broadsheet's own documents and analysis, which each text goes through once.
 * </ul>
 *
 * <p>The first round warms the JVM up and is not counted; of the others, each kind's fastest is shown.
 */
public final class IndexingBench {

    /** One way of indexing. */
    interface Way {
        void index(Path index) throws Exception;
    }

    /** What one round took. */
    record Took(double seconds, double processorSeconds, long bytes) {}

    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    private IndexingBench() {}

    public static void main(String[] arguments) throws Exception {
        Path lines = Path.of(arguments[0]);
        int threads = arguments.length > 1
                ? Integer.parseInt(arguments[1])
                : Runtime.getRuntime().availableProcessors();
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        List<BareArticle> articles = read(lines);
        List<String> names = new ArrayList<>(List.of("bare Lucene", "its documents alone", lines.toString()));
        List<Way> ways = new ArrayList<>(List.of(
                index -> new BareLucene(articles, threads).index(index),
                index -> new DocumentsAlone(articles, threads).index(index),
                index -> run(index, lines, threads)));
        for (int i = 3; i < arguments.length; i++) {
            Path source = Path.of(arguments[i]);
            names.add(source.toString());
            ways.add(index -> run(index, source, threads));
        }
        Took[] best = new Took[ways.size()];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < best.length; i++) {
                Took took = timed(ways.get(i));
                boolean counts = round > 0 || rounds == 1;
                if (counts && (best[i] == null || took.processorSeconds < best[i].processorSeconds)) {
                    best[i] = took;
                }
            }
        }
        print(articles.size(), threads, names, best);
    }

    private static void run(Path index, Path source, int threads) {
        try (ArticleIndexer indexer = LuceneEngine.indexer(LuceneEngine.Settings.of(index),
                ArticleIndexer.Mode.REBUILD)) {
            new IndexRun(indexer, new IndexingSettings(threads, false), IndexProgress.NONE)
                    .run(List.of(Source.of(source.toString())));
        }
    }

    private static Took timed(Way way) throws Exception {
        Path index = Files.createTempDirectory("broadsheet-bench");
        try {
            System.gc();
            long processor = SYSTEM.getProcessCpuTime();
            long began = System.nanoTime();
            way.index(index);
            return new Took((System.nanoTime() - began) / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9,
                    size(index));
        } finally {
            delete(index);
        }
    }

    private static void print(int articles, int threads, List<String> names, Took[] best) {
        System.out.printf(Locale.ROOT, "%,d articles, %d threads, Java %s, %s %s, %d processors%n%n", articles, threads,
                System.getProperty("java.version"), System.getProperty("os.name"), System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        System.out.println("| | articles/s | processor µs each | MB | speed to bare | processor to bare |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (int i = 0; i < best.length; i++) {
            System.out.printf(Locale.ROOT, "| %s | %,.0f | %.1f | %.1f | %.2f | %.2f |%n", names.get(i),
                    articles / best[i].seconds, best[i].processorSeconds * 1e6 / articles, best[i].bytes / 1e6,
                    best[0].seconds / best[i].seconds, best[0].processorSeconds / best[i].processorSeconds);
        }
    }

    private static List<BareArticle> read(Path lines) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<BareArticle> articles = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(lines)) {
            for (String line; (line = reader.readLine()) != null;) {
                JsonNode node = json.readTree(line);
                articles.add(BareArticle.of("made/" + articles.size(), node));
            }
        }
        return articles;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Has each article written once, by so many threads. */
    static void spread(List<BareArticle> articles, int threads, Writing writing) throws InterruptedException {
        Thread[] writers = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            int first = i;
            writers[i] = Thread.ofPlatform().start(() -> {
                try {
                    Writing.Writer writer = writing.begin();
                    for (int number = first; number < articles.size(); number += threads) {
                        writer.write(articles.get(number));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        for (Thread writer : Arrays.asList(writers)) {
            writer.join();
        }
    }

    /** How one thread writes. */
    interface Writing {

        Writer begin();

        /** Writes one article. */
        interface Writer {
            void write(BareArticle article) throws IOException;
        }
    }

    static final Analysis ANALYSIS = Analysis.ENGLISH;
}
