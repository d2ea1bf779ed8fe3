package org.broadsheet.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.broadsheet.article.Article;
import org.broadsheet.article.Provider;

/**
 * The keys of an article and how each is read. Of keys that mean the same, the first that has a value counts.
 *
 * <p>Keys that are not named here are never looked at, wherever they come from.
 */
final class ArticleValues {

    private static final List<String> EXCERPT = List.of("excerpt", "description", "summary");
    private static final List<String> PROVIDER = List.of("provider", "source", "publisher");
    private static final List<String> TOPICS = List.of("topics", "tags", "categories", "keywords");
    static final List<String> DATE = List.of("publishedDateTime", "date", "pubDate");
    static final List<String> WEB_URL = List.of("webUrl", "originalUrl", "url", "link");
    /** Only in NDJSON, where nothing follows the values. */
    private static final List<String> BODY = List.of("body", "content");

    private static final Set<String> YES = Set.of("true", "yes", "on");
    private static final Set<String> NO = Set.of("false", "no", "off");

    private final Value.Mapping values;

    /** Refuses a key that occurs twice. */
    ArticleValues(Value.Mapping values) {
        this.values = values;
        requireDistinct(values);
    }

    /** Whether the file asks not to be indexed. */
    boolean removed() {
        return Boolean.TRUE.equals(flag("removed"));
    }

    /** What NDJSON has for a body, as Markdown; empty where there is none. */
    String body() {
        String body = first(BODY) instanceof Value value ? written("body", value) : null;
        return body == null ? "" : body;
    }

    /** The article; {@code line} is where the file begins. */
    Article article(String path, String body, int line) {
        return new Article(Article.idOf(path), path, title(line), text(EXCERPT), body, provider(), topics(),
                text(List.of("type")), text(List.of("category")), date(), number("quality", 0), number("heat", -1),
                published(), webUrl(), ShownValues.image(values), ShownValues.related(values));
    }

    private String title(int line) {
        Value title = values.get("title");
        if (title == null) {
            throw new UnusableException(line, 1, "title is required");
        }
        String text = TextRepair.repair(written("title", title));
        if (text.isEmpty()) {
            throw new UnusableException(title, "title is required, and this one is blank");
        }
        return text;
    }

    /** A text, repaired; null where it is missing or blank. */
    private String text(List<String> keys) {
        for (Value value : values.all(keys)) {
            String text = TextRepair.repair(written(keys.getFirst(), value));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    private Provider provider() {
        for (Value value : values.all(PROVIDER)) {
            Provider provider = switch (value) {
                case Value.Mapping mapping -> provider(mapping);
                case Value.Text text -> ShownValues.provider(TextRepair.repair(text.text()), "");
                case Value.Items items -> throw new UnusableException(items, "provider must be a text, not a list");
            };
            if (provider != null) {
                return provider;
            }
        }
        return null;
    }

    private static Provider provider(Value.Mapping mapping) {
        requireDistinct(mapping);
        Value name = mapping.get("name");
        Value domain = mapping.get("domain");
        return ShownValues.provider(name == null ? "" : TextRepair.repair(written("provider.name", name)),
                domain == null ? "" : TextRepair.repair(written("provider.domain", domain)));
    }

    private List<String> topics() {
        for (Value value : values.all(TOPICS)) {
            Set<String> topics = new LinkedHashSet<>();
            switch (value) {
                case Value.Items items -> items.values().forEach(item -> add(topics, item));
                case Value.Text text -> List.of(text.text().split(",")).forEach(part -> add(topics, part));
                case Value.Mapping mapping -> throw new UnusableException(mapping, "topics must be a list of texts");
            }
            if (!topics.isEmpty()) {
                return new ArrayList<>(topics);
            }
        }
        return List.of();
    }

    private static void add(Set<String> topics, Value item) {
        if (!(item instanceof Value.Text text)) {
            throw new UnusableException(item, "a topic must be a text");
        }
        if (!text.isNull()) {
            add(topics, text.text());
        }
    }

    private static void add(Set<String> topics, String topic) {
        String repaired = TextRepair.repair(topic);
        if (!repaired.isEmpty()) {
            topics.add(repaired);
        }
    }

    private Instant date() {
        Value value = first(DATE);
        String text = value == null ? "" : written(DATE.getFirst(), value);
        if (text.isBlank()) {
            return null;
        }
        try {
            return Dates.parse(text);
        } catch (DateTimeException e) {
            throw new UnusableException(value, "publishedDateTime must be a date such as 2021-04-07 or "
                    + "2021-04-07T15:22:00Z, not " + Quoted.of(text));
        }
    }

    private Integer number(String key, int least) {
        Value value = values.get(key);
        String text = value == null ? "" : written(key, value).strip();
        if (text.isEmpty()) {
            return null;
        }
        Integer number = Numbers.whole(text);
        if (number == null || number < least) {
            throw new UnusableException(value,
                    key + " must be a whole number of " + least + " or more, not " + Quoted.of(text));
        }
        return number;
    }

    private Boolean published() {
        Boolean published = flag("published");
        Boolean draft = flag("draft");
        return published != null || draft == null ? published : Boolean.valueOf(!draft);
    }

    private Boolean flag(String key) {
        Value value = values.get(key);
        String text = value == null ? "" : written(key, value).strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return null;
        }
        if (!YES.contains(text) && !NO.contains(text)) {
            throw new UnusableException(value, key + " must be true or false, not " + Quoted.of(text));
        }
        return YES.contains(text);
    }

    private String webUrl() {
        for (Value value : values.all(WEB_URL)) {
            String address = WebAddress.of(written("webUrl", value));
            if (address != null) {
                return address;
            }
        }
        return null;
    }

    private Value first(List<String> keys) {
        List<Value> all = values.all(keys);
        return all.isEmpty() ? null : all.getFirst();
    }

    private static String written(String key, Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Items items -> throw new UnusableException(items, key + " must be a single value, not a list");
            case Value.Mapping mapping ->
                throw new UnusableException(mapping, key + " must be a single value, not keys with values");
        };
    }

    private static void requireDistinct(Value.Mapping mapping) {
        Set<String> keys = new HashSet<>();
        for (Value.Entry entry : mapping.entries()) {
            if (!keys.add(entry.key().text())) {
                throw new UnusableException(entry.key(), "the key " + Quoted.of(entry.key().text()) + " occurs twice");
            }
        }
    }
}
