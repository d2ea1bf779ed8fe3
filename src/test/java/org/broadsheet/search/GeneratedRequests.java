package org.broadsheet.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;

/** Requests to {@link GeneratedArticles}: every kind of query and filter, in every combination. */
final class GeneratedRequests {

    private static final List<ArticleField> TEXTS = ArticleField.searchable().toList();

    private final Chance chance;
    private final GeneratedArticles articles;

    GeneratedRequests(Chance chance) {
        this.chance = chance;
        this.articles = new GeneratedArticles(chance);
    }

    EngineRequest request() {
        ArticleQuery query = chance.oneIn(6) ? new ArticleQuery.Everything() : query(chance.between(0, 3));
        if (chance.oneIn(4)) {
            query = new ArticleQuery.All(List.of(query, new ArticleQuery.DateIn(dates())));
        }
        SortOrder sort = chance.of(List.of(SortOrder.values()));
        if (query instanceof ArticleQuery.Everything && sort == SortOrder.RELEVANCE) {
            sort = SortOrder.NEWEST;
        }
        return new EngineRequest(query, filters(), sort, 0, chance.between(1, 60), null, facets(), chance.oneIn(2),
                false, Deadline.none());
    }

    private Set<FacetName> facets() {
        Set<FacetName> facets = EnumSet.noneOf(FacetName.class);
        for (FacetName facet : FacetName.values()) {
            if (!chance.oneIn(3)) {
                facets.add(facet);
            }
        }
        return facets;
    }

    private ArticleQuery query(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (chance.between(0, 9)) {
            case 0, 1, 2, 3 -> new ArticleQuery.All(parts(depth));
            case 4, 5 -> new ArticleQuery.Any(parts(depth));
            case 6 -> new ArticleQuery.Not(query(depth - 1));
            case 7 -> {
                List<ArticleQuery> parts = parts(depth);
                yield new ArticleQuery.AtLeast(chance.between(1, parts.size()), parts);
            }
            case 8 -> new ArticleQuery.WithSynonyms(words(), List.of(words()));
            default -> leaf();
        };
    }

    private List<ArticleQuery> parts(int depth) {
        List<ArticleQuery> parts = new ArrayList<>();
        for (int i = chance.between(1, 3); i > 0; i--) {
            parts.add(query(chance.between(0, depth - 1)));
        }
        return parts;
    }

    private ArticleQuery leaf() {
        return switch (chance.between(0, 15)) {
            case 0 -> new ArticleQuery.NumberIn(ArticleField.QUALITY, numbers(0, 120));
            case 1 -> new ArticleQuery.NumberIn(ArticleField.HEAT, numbers(-1, 90));
            case 2 -> new ArticleQuery.DateIn(dates());
            case 3 -> new ArticleQuery.Published(chance.oneIn(2));
            case 4, 5, 6 -> new ArticleQuery.InField(chance.of(TEXTS), words());
            default -> words();
        };
    }

    private ArticleQuery words() {
        String word = chance.skewed(GeneratedArticles.WORDS);
        return switch (chance.between(0, 9)) {
            case 0 -> new ArticleQuery.Phrase(phrase(3), 0);
            case 1 -> new ArticleQuery.Phrase(phrase(2), 0);
            case 2 -> new ArticleQuery.Phrase(phrase(chance.between(1, 3)), chance.between(1, 6));
            case 3 -> new ArticleQuery.Prefix(word.substring(0, chance.between(1, word.length())));
            case 4 -> new ArticleQuery.Fuzzy(mistyped(word), chance.between(1, 2));
            default -> new ArticleQuery.Word(word, chance.oneIn(2));
        };
    }

    /** No word twice: with a slop, Lucene may then overlook a match that takes a word for its other occurrence. */
    private String phrase(int size) {
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < size) {
            words.add(chance.skewed(List.of("the", "robot", "police", "recognition", "facial", "robots", "of", "AI",
                    "agency", "GPT-4", "A.I.", "café")));
        }
        if (words.contains("A.I.")) {
            words.remove("AI");
        }
        return String.join(" ", words);
    }

    private String mistyped(String word) {
        int at = chance.between(0, word.length() - 1);
        return switch (chance.between(0, 3)) {
            case 0 -> word;
            case 1 -> word.substring(0, at) + "e" + word.substring(at);
            case 2 -> at == 0
                    ? word
                    : word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1)
                            + word.substring(at + 1);
            default -> word.length() == 1 ? word : word.substring(0, at) + word.substring(at + 1);
        };
    }

    Filters filters() {
        Map<FacetName, Filters.Selection> selections = new EnumMap<>(FacetName.class);
        select(FacetName.PROVIDER, GeneratedArticles.PROVIDERS, selections);
        select(FacetName.TOPIC, GeneratedArticles.TOPICS, selections);
        select(FacetName.TYPE, GeneratedArticles.TYPES, selections);
        select(FacetName.CATEGORY, GeneratedArticles.CATEGORIES, selections);
        return new Filters(selections, chance.oneIn(5) ? dates() : null, chance.oneIn(6) ? numbers(0, 120) : null,
                chance.oneIn(9) ? numbers(-1, 90) : null, chance.oneIn(9) ? chance.oneIn(2) : null, without());
    }

    private Set<String> without() {
        Set<String> without = new HashSet<>();
        for (int i = chance.oneIn(9) ? chance.between(1, 30) : 0; i > 0; i--) {
            without.add(Article.idOf(GeneratedArticles.path(chance.between(0, 200))));
        }
        return without;
    }

    private void select(FacetName facet, List<String> values, Map<FacetName, Filters.Selection> selections) {
        if (chance.oneIn(7)) {
            Set<String> included = new HashSet<>();
            Set<String> excluded = new HashSet<>();
            for (int i = chance.between(0, 2); i > 0; i--) {
                included.add(chance.oneIn(9) ? "of nobody" : chance.skewed(values));
            }
            for (int i = chance.between(0, 1); i > 0; i--) {
                excluded.add(chance.skewed(values));
            }
            selections.put(facet, new Filters.Selection(included, excluded));
        }
    }

    /** Now and then just a bucket of the facet. */
    private NumberRange numbers(int least, int most) {
        if (chance.oneIn(4)) {
            return chance.of(List.of(new NumberRange(25, 49), new NumberRange(100, null), new NumberRange(0, 24)));
        }
        int one = chance.between(least, most);
        int other = chance.between(least, most);
        return new NumberRange(chance.unlessOneIn(4, () -> Math.min(one, other)),
                chance.unlessOneIn(4, () -> Math.max(one, other)));
    }

    private DateRange dates() {
        LocalDate day = articles.date().atZone(ZoneOffset.UTC).toLocalDate();
        return switch (chance.between(0, 6)) {
            case 0 -> DateRange.ofDays(day, day.plusDays(chance.between(0, 61)));
            case 1 -> DateRange.of(YearMonth.from(day));
            case 2 -> DateRange.of(Year.from(day));
            case 3 -> DateRange.ofDays(null, day);
            case 4 -> DateRange.ofDays(day, null);
            case 5 -> DateRange.ofDays(day, day.plusDays(chance.between(50, 800)));
            default -> {
                Instant from = articles.date();
                yield new DateRange(from, from.plusMillis(chance.between(1L, 100_000_000_000L)));
            }
        };
    }

    /** The beginning of some value of a facet, in upper case or not. */
    String prefix(FacetName facet) {
        List<String> values = facet == FacetName.TOPIC ? GeneratedArticles.TOPICS : GeneratedArticles.PROVIDERS;
        String value = chance.of(values);
        String prefix = value.substring(0, chance.between(0, value.length()));
        return chance.oneIn(2) ? prefix.toUpperCase(Locale.ROOT) : prefix;
    }
}
