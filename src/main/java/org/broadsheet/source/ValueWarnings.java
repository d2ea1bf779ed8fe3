package org.broadsheet.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is probably a mistake in the values of one file that can be indexed. */
final class ValueWarnings {

    /** A date with a time and nothing behind that: {@code 2021-04-07 15:22}. */
    private static final Pattern WITHOUT_ZONE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt ]+[\\d:.,]+");
    private static final List<String> TOPICS = List.of("topics", "tags", "categories", "keywords");
    private static final List<String> PROVIDER = List.of("provider", "source", "publisher");
    private static final List<String> IMAGES = List.of("images", "image");
    private static final List<String> TEXTS = List.of("title", "excerpt", "description", "summary");

    private final Instant now;

    ValueWarnings(Instant now) {
        this.now = now;
    }

    List<Problem> of(SourceFile file, ArticleReader.Opened opened) {
        Value.Mapping values = opened.values();
        List<Problem> problems = new ArrayList<>();
        String path = file.path();
        for (Value.Entry entry : values.entries()) {
            String meant = KnownKeys.meant(entry.key().text());
            if (meant != null && values.get(meant) == null) {
                problems.add(Problem.warning(path, entry.key(), "the key " + Quoted.of(entry.key().text())
                        + " is not read: " + Quoted.of(meant) + " was probably meant"));
            }
        }
        date(values).ifPresent(date -> date(path, date, problems));
        address(values).filter(address -> WebAddress.of(address.text()) == null)
                .ifPresent(address -> problems.add(Problem.warning(path, address,
                        "webUrl is left out, as it is no http or https address: " + Quoted.of(address.text()))));
        images(values).filter(image -> image.text().regionMatches(true, 0, "http://", 0, 7))
                .ifPresent(image -> problems.add(Problem.warning(path, image,
                        "the image has an http address, which browsers do not show on an https page: use https")));
        List<Value.Text> texts = new ArrayList<>(topics(values));
        TEXTS.forEach(key -> text(values.get(key)).ifPresent(texts::add));
        provider(values).ifPresent(texts::add);
        texts.forEach(text -> mojibake(path, text, problems));
        mojibake(file, opened).ifPresent(problems::add);
        return problems;
    }

    private void date(String path, Value.Text date, List<Problem> problems) {
        String text = date.text().strip();
        if (WITHOUT_ZONE.matcher(text).matches()) {
            problems.add(Problem.warning(path, date, "the date has no time zone and is read as UTC: write "
                    + text.replaceFirst("[Tt ]+", "T") + "Z, or an offset such as +02:00"));
        }
        try {
            if (Dates.parse(text).isAfter(now)) {
                problems.add(Problem.warning(path, date, "the date lies in the future: " + Quoted.of(text)));
            }
        } catch (DateTimeException e) {
            throw new IllegalStateException("a file with such a date is rejected: " + text, e);
        }
    }

    private static void mojibake(String path, Value.Text text, List<Problem> problems) {
        String repaired = Mojibake.repair(text.text());
        if (!repaired.equals(text.text())) {
            problems.add(Problem.warning(path, text, garbled(text.text(), repaired)));
        }
    }

    /** The first place in a body; of a line of NDJSON, only the line. */
    private static Optional<Problem> mojibake(SourceFile file, ArticleReader.Opened opened) {
        String body = opened.body();
        String repaired = Mojibake.repair(body);
        if (repaired.equals(body)) {
            return Optional.empty();
        }
        int at = difference(body, repaired);
        int line = file.firstLine();
        int column = 1;
        if (!file.isJson()) {
            int inFile = opened.text().length() - body.length() + at; // the body is the end of the file
            int lineStart = opened.text().lastIndexOf('\n', inFile - 1) + 1;
            line += (int) opened.text().substring(0, lineStart).chars().filter(c -> c == '\n').count();
            column += opened.text().codePointCount(lineStart, inFile);
        }
        return Optional.of(
                new Problem(file.path(), line, column, Problem.Severity.WARNING, garbled(body, repaired)));
    }

    private static String garbled(String text, String repaired) {
        int at = Math.max(0, difference(text, repaired) - 1);
        return "text that was read in the wrong encoding is mended for the index (" + Quoted.of(excerpt(text, at))
                + " is " + Quoted.of(excerpt(repaired, at)) + "): save the file anew as UTF-8";
    }

    private static int difference(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String excerpt(String text, int at) {
        int end = text.indexOf(' ', Math.min(at + 2, text.length()));
        return text.substring(Math.min(at, text.length()),
                end < 0 || end - at > 20 ? Math.min(text.length(), at + 20) : end);
    }

    /** What the article's topics are read from. */
    static List<Value.Text> topics(Value.Mapping values) {
        List<Value.Text> topics = new ArrayList<>();
        for (Value value : values.all(TOPICS)) {
            switch (value) {
                case Value.Items items -> items.values().forEach(item -> text(item).ifPresent(topics::add));
                case Value.Text text -> List.of(text.text().split(","))
                        .forEach(part -> topics.add(new Value.Text(part, true, text.line(), text.column())));
                case Value.Mapping _ -> {
                }
            }
            if (!topics.isEmpty()) {
                break;
            }
        }
        return topics;
    }

    /** The name of the article's provider. */
    static Optional<Value.Text> provider(Value.Mapping values) {
        return values.all(PROVIDER)
                .stream()
                .map(value -> text(value instanceof Value.Mapping mapping ? mapping.get("name") : value))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The article's address, if it has one that can be shown. */
    static Optional<Value.Text> webUrl(Value.Mapping values) {
        return address(values).filter(address -> WebAddress.of(address.text()) != null);
    }

    private static Optional<Value.Text> address(Value.Mapping values) {
        List<Value.Text> addresses = values.all(ArticleValues.WEB_URL)
                .stream()
                .map(ValueWarnings::text)
                .flatMap(Optional::stream)
                .toList();
        return addresses.stream()
                .filter(address -> WebAddress.of(address.text()) != null)
                .findFirst()
                .or(() -> addresses.stream().findFirst());
    }

    private static Optional<Value.Text> date(Value.Mapping values) {
        return values.all(ArticleValues.DATE)
                .stream()
                .findFirst()
                .flatMap(ValueWarnings::text)
                .filter(text -> !text.text().isBlank());
    }

    private static Optional<Value.Text> images(Value.Mapping values) {
        return values.all(IMAGES)
                .stream()
                .map(value -> value instanceof Value.Items items && !items.values().isEmpty()
                        ? items.values().getFirst()
                        : value)
                .map(image -> text(image instanceof Value.Mapping mapping ? mapping.get("url") : image))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Value.Text> text(Value value) {
        return value instanceof Value.Text text && !text.isNull() ? Optional.of(text) : Optional.empty();
    }
}
