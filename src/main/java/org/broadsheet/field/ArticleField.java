package org.broadsheet.field;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.broadsheet.article.Article;

/**
 * Every field of an article that can be asked for, and how. What is not declared here is stored at most.
 *
 * <p>Weights say how much one occurrence of a word counts against one in the excerpt. They are whole numbers because
 * the index sums the weighted frequencies of all fields into one (BM25F), and frequencies are whole.
 */
public enum ArticleField {

    /** Short and chosen with care: a word of the title tells most of what the article is about. */
    TITLE("title", Text.STEMMED, 3, Value.NONE, article -> texts(article.title())),
    EXCERPT("excerpt", Text.STEMMED, 1, Value.NONE, article -> texts(article.excerpt())),
    BODY("body", Text.STEMMED, 1, Value.NONE, article -> texts(article.body())),
    PROVIDER("provider", Text.STEMMED, 1, Value.KEYWORD,
            article -> texts(article.provider() == null ? null : article.provider().name())),
    DOMAIN("domain", Text.STEMMED, 1, Value.NONE,
            article -> texts(article.provider() == null ? null : article.provider().domain())),
    TOPIC("topic", Text.STEMMED, 1, Value.KEYWORD, Article::topics),
    TYPE("type", Text.EXACT, 0, Value.KEYWORD, article -> texts(article.type())),
    CATEGORY("category", Text.EXACT, 0, Value.KEYWORD, article -> texts(article.category())),
    /** Searched by word too, so that {@code path:diablo4} finds what came from that source. */
    PATH("path", Text.EXACT, 0, Value.NONE, article -> texts(article.path())),
    WEB_URL("webUrl", Text.NONE, 0, Value.KEYWORD, article -> texts(article.webUrl())),
    PUBLISHED("published", Text.NONE, 0, Value.KEYWORD,
            article -> texts(article.published() == null ? null : article.published().toString())),
    /** In milliseconds since 1970, UTC. */
    DATE("date",
            article -> article.publishedDateTime() == null ? null : article.publishedDateTime().toEpochMilli()),
    QUALITY("quality", article -> number(article.quality())),
    HEAT("heat", article -> number(article.heat()));

    /** How the words of a field are searched. */
    public enum Text {
        /** Not at all. */
        NONE,
        /** In their exact form only: names and codes, not sentences. */
        EXACT,
        /** In their exact form and, in a twin of the field, by their stems. */
        STEMMED
    }

    /** How the values of a field are filtered, counted and sorted. */
    public enum Value {
        /** Not at all. */
        NONE,
        /** As they are, letter by letter. */
        KEYWORD,
        /** As one whole number. */
        NUMBER
    }

    private final String queryName;
    private final Text text;
    private final int weight;
    private final Value value;
    private final Function<Article, List<String>> strings;
    private final Function<Article, Long> number;

    ArticleField(String queryName, Text text, int weight, Value value, Function<Article, List<String>> strings) {
        this(queryName, text, weight, value, strings, article -> null);
    }

    ArticleField(String queryName, Function<Article, Long> number) {
        this(queryName, Text.NONE, 0, Value.NUMBER, article -> List.of(), number);
    }

    ArticleField(String queryName, Text text, int weight, Value value, Function<Article, List<String>> strings,
            Function<Article, Long> number) {
        this.queryName = queryName;
        this.text = text;
        this.weight = weight;
        this.value = value;
        this.strings = strings;
        this.number = number;
    }

    /** What it is called in a query, such as {@code topic} in {@code topic:AI}. */
    public String queryName() {
        return queryName;
    }

    public Text text() {
        return text;
    }

    /** How often a word of this field counts in the field that sums all; 0 where its words are not part of that. */
    public int weight() {
        return weight;
    }

    public Value value() {
        return value;
    }

    /** The article's texts or keywords in this field; empty if it has none, or if the field is a number. */
    public List<String> strings(Article article) {
        return strings.apply(article);
    }

    /** The article's number in this field, or null. */
    public Long number(Article article) {
        return number.apply(article);
    }

    /** Fields whose words can be asked for as {@code field:word}. */
    public static Stream<ArticleField> searchable() {
        return Arrays.stream(values()).filter(field -> field.text != Text.NONE);
    }

    /** Fields that a word without a field is looked for in. */
    public static Stream<ArticleField> weighted() {
        return Arrays.stream(values()).filter(field -> field.weight > 0);
    }

    private static List<String> texts(String text) {
        return text == null ? List.of() : List.of(text);
    }

    private static Long number(Integer number) {
        return number == null ? null : Long.valueOf(number);
    }
}
