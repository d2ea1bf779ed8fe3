package org.broadsheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes an archive for measuring, as NDJSON, and queries for it. Words are as frequent as in real texts (Zipf), and new
 * ones go on appearing; providers, topics, dates and numbers are distributed as in real archives. The same count gives
 * the same bytes. The text means nothing.
 *
 * <p>{@code MadeArticles COUNT ARTICLES.ndjson QUERIES.txt}
 */
public final class MadeArticles {

    private static final int QUERIES = 50_000;
    private static final int WORDS = 400_000;
    private static final int PROVIDERS = 600;
    private static final int TOPICS = 300;
    private static final String[] SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu za bre cri dro flu gra ple stri"
            .split(" ");

    private final Random random = new Random(42);

    private MadeArticles() {}

    /** Writes both files. */
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Set<String> queries = new LinkedHashSet<>();
        MadeArticles made = new MadeArticles();
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            for (int i = 0; i < count; i++) {
                out.write(made.article(i, queries));
                out.newLine();
            }
        }
        for (int i = 0; queries.size() < QUERIES; i++) {
            made.article(i, queries);
        }
        Files.write(Path.of(arguments[2]), queries.stream().limit(QUERIES).toList());
    }

    private String article(int number, Set<String> queries) {
        String title = words(6 + random.nextInt(5));
        String excerpt = words(22 + random.nextInt(16));
        int provider = zipf(PROVIDERS);
        Set<String> topics = new LinkedHashSet<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            topics.add("\"Topic " + zipf(TOPICS) + "\"");
        }
        if (queries.size() < QUERIES) {
            String[] all = (title + " " + excerpt).split(" ");
            List<String> asked = new ArrayList<>();
            for (int i = 2 + random.nextInt(2); i > 0; i--) {
                asked.add(all[random.nextInt(all.length)]);
            }
            queries.add(String.join(" ", asked));
        }
        return """
                {"path":"%d","title":"%s","excerpt":"%s","provider":{"name":"Provider %d","domain":"p%d.example"},\
                "topics":[%s],"publishedDateTime":"%sT12:00:00Z","quality":%d,"heat":%d,"type":"article",\
                "category":"news","published":true,"webUrl":"https://p%d.example/%d"}"""
                .formatted(number, title, excerpt, provider, provider, String.join(",", topics),
                        LocalDate.of(2016, 1, 1).plusDays((long) (3_900 * Math.sqrt(random.nextDouble()))),
                        random.nextInt(120), random.nextInt(200) - 1, provider, number);
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i > 0 ? " " : "").append(word(zipf(WORDS)));
        }
        return words.toString();
    }

    private static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int left = rank + SYLLABLES.length; left > 0; left /= SYLLABLES.length) {
            word.append(SYLLABLES[left % SYLLABLES.length]);
        }
        return word.toString();
    }

    /** A rank below the bound, each about in inverse proportion to itself. */
    private int zipf(int bound) {
        return (int) Math.exp(random.nextDouble() * Math.log(bound));
    }
}
