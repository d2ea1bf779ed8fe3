package org.broadsheet.source;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Looks through sources for what cannot be indexed, and for what can but is probably a mistake.
 *
 * <pre>{@code
 * Linter linter = new Linter(Instant.now());
 * Source.of("news").forEach(file -> linter.check(file).forEach(IO::println), IO::println);
 * linter.acrossFiles(IO::println);
 * }</pre>
 *
 * <p>Some mistakes show only beside other files: two spellings of one topic, two files of one address. What is needed for
 * those is kept in memory: the distinct topics and providers, and every address.
 */
public final class Linter {

    private final ArticleReader reader = new ArticleReader();
    private final ValueWarnings values;
    private final Spellings topics = new Spellings("topic");
    private final Spellings providers = new Spellings("provider");
    private final Addresses addresses = new Addresses();

    /** @param now dates after it lie in the future */
    public Linter(Instant now) {
        this.values = new ValueWarnings(now);
    }

    /** The problems of one file by itself, in the order of its lines. */
    public List<Problem> check(SourceFile file) {
        ArticleReader.Opened opened = reader.open(file);
        return switch (opened.reading()) {
            case Reading.Rejected(Rejection rejection) -> List.of(Problem.error(rejection));
            case Reading.Removed _ -> List.of();
            case Reading.Accepted _ -> warnings(file, opened);
        };
    }

    private List<Problem> warnings(SourceFile file, ArticleReader.Opened opened) {
        String path = file.path();
        ValueWarnings.topics(opened.values()).forEach(topic -> topics.add(path, topic));
        ValueWarnings.provider(opened.values()).ifPresent(name -> providers.add(path, name));
        ValueWarnings.webUrl(opened.values()).ifPresent(address -> addresses.add(path, address));
        return values.of(file, opened)
                .stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    /** The problems that show only when all files have been seen, by path. */
    public void acrossFiles(Consumer<Problem> problems) {
        Stream.of(topics.problems(), providers.problems(), addresses.problems())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Problem::path).thenComparingInt(Problem::line))
                .forEach(problems);
    }
}
