package org.broadsheet;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends {@linkplain HostileQueries hostile queries} to a running server, one after the other, and says how long they
 * took and what went wrong:
 *
 * <pre>
 * mvn test-compile
 * java -cp target/test-classes src/test/java/org/broadsheet/QueryStorm.java http://localhost:7070 WORDS.txt 10000 1
 * </pre>
 *
 * The third argument is how many, the fourth the seed. Exit status 1 if any answer was neither 200, 400 nor 503.
 */
public final class QueryStorm {

    private static final Pattern TOOK = Pattern.compile("\"tookMs\":([0-9.]+)");
    private static final List<String> FILTERS = List.of("", "", "", "", "&sort=newest", "&sort=quality",
            "&explain=true",
            "&size=100", "&page=50", "&facets=", "&quality=50..", "&from=2020-01-01&to=2021-06-30", "&type=article",
            "&published=true");

    private record Answer(String text, int status, double millis, double tookMillis) {}

    private QueryStorm() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long seed = Long.parseLong(arguments[3]);
        List<String> words = Files.readAllLines(Path.of(arguments[1]))
                .stream()
                .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
        HostileQueries queries = new HostileQueries(seed, words);
        Random random = new Random(seed);
        List<Answer> answers = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
                String filter = FILTERS.get(random.nextInt(FILTERS.size()));
                answers.add(answer(client, arguments[0], queries.next(), filter));
            }
        }
        System.exit(report(answers) ? 0 : 1);
    }

    private static Answer answer(HttpClient client, String server, String text, String filter)
            throws IOException, InterruptedException {
        URI uri = URI.create(server + "/api/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + filter);
        long began = System.nanoTime();
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(uri).build(),
                HttpResponse.BodyHandlers.ofString());
        double millis = (System.nanoTime() - began) / 1e6;
        Matcher took = TOOK.matcher(response.body());
        return new Answer(text + filter, response.statusCode(), millis,
                took.find() ? Double.parseDouble(took.group(1)) : 0);
    }

    private static boolean report(List<Answer> answers) {
        Map<Integer, Integer> statuses = new TreeMap<>();
        answers.forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
        System.out.println("statuses: " + statuses);
        print("over HTTP", answers.stream().mapToDouble(Answer::millis).sorted().toArray());
        print("tookMs   ", answers.stream().mapToDouble(Answer::tookMillis).sorted().toArray());
        answers.stream()
                .sorted(Comparator.comparingDouble(Answer::tookMillis).reversed())
                .limit(15)
                .forEach(QueryStorm::print);
        List<Answer> wrong = answers.stream()
                .filter(answer -> answer.status() != 200 && answer.status() != 400 && answer.status() != 503)
                .toList();
        wrong.forEach(QueryStorm::print);
        return wrong.isEmpty();
    }

    private static void print(String what, double[] sorted) {
        System.out.printf("%s: p50 %.1f, p99 %.1f, p99.9 %.1f, most %.1f ms%n", what, sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100], sorted[sorted.length * 999 / 1000], sorted[sorted.length - 1]);
    }

    private static void print(Answer answer) {
        String text = answer.text().substring(0, Math.min(150, answer.text().length()));
        System.out.printf("  %d, %.1f ms, took %.1f ms: %s%n", answer.status(), answer.millis(), answer.tookMillis(),
                text.replaceAll("\\p{C}", "¤"));
    }
}
