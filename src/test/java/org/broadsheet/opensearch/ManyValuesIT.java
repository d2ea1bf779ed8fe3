package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.EngineUnderTest;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.Filters;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.SortOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Facets with more values than a part of the index tells: the counts are exact all the same. */
class ManyValuesIT {

    private static final int SHARDS = 3;
    private static final int VALUES = 20_000; // far above what each of the parts tells
    private static final int ARTICLES = 30_000;

    private static EngineUnderTest engine;
    private static ArticleSearcher searcher;
    /** How many articles have each topic, of all and of those with the word. */
    private static final Map<String, Long> ALL = new HashMap<>();
    private static final Map<String, Long> WITH_WORD = new HashMap<>();

    /** Most topics have one article or two, so that none stands out in the part that it lies in. */
    @BeforeAll
    static void write() {
        engine = OpenSearchEngineIT.underTest(SHARDS);
        Random random = new Random(5);
        try (ArticleIndexer indexer = engine.indexer(ArticleIndexer.Mode.REBUILD)) {
            for (int i = 0; i < ARTICLES; i++) {
                boolean word = random.nextInt(4) > 0;
                Set<String> topics = Set.of("Topic " + random.nextInt(VALUES), "Subject " + skewed(random));
                topics.forEach(topic -> ALL.merge(topic, 1L, Long::sum));
                if (word) {
                    topics.forEach(topic -> WITH_WORD.merge(topic, 1L, Long::sum));
                }
                Article article = Articles.titled(word ? "Robots" : "Nothing")
                        .path("test/" + i)
                        .topics(topics.toArray(String[]::new))
                        .build();
                indexer.put(new IndexedArticle(article, new FileStamp(i, i, "hash")));
            }
            assertThat(indexer.refused()).isEmpty();
            indexer.commit(List.of(new ArticleIndexer.SourceLocation("test", "/archive/test")), 0);
        }
        searcher = engine.searcher();
    }

    private static int skewed(Random random) {
        return random.nextInt(1 + random.nextInt(VALUES));
    }

    @AfterAll
    static void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private static Facet.Values topics(ArticleQuery query, Filters filters) {
        return (Facet.Values) searcher.search(new EngineRequest(query, filters, SortOrder.NEWEST, 0, 0, null,
                EnumSet.of(FacetName.TOPIC), false, false, Deadline.none())).facets().get(FacetName.TOPIC);
    }

    private static List<Facet.ValueCount> mostFrequent(Map<String, Long> counts, String prefix, int size) {
        List<Facet.ValueCount> all = new ArrayList<>();
        counts.forEach((value, count) -> {
            if (value.startsWith(prefix)) {
                all.add(new Facet.ValueCount(value, count, false, false));
            }
        });
        return all.stream().sorted(Facet.ValueCount.MOST_FREQUENT).limit(size).toList();
    }

    private static void assertExact(Facet.Values topics, Map<String, Long> counts) {
        List<Facet.ValueCount> expected = mostFrequent(counts, "", Facet.Values.UNCHOSEN);
        assertThat(topics.values()).isEqualTo(expected);
        long sum = counts.values().stream().mapToLong(Long::longValue).sum();
        assertThat(topics.other())
                .isEqualTo(sum - expected.stream().mapToLong(Facet.ValueCount::count).sum());
        assertThat(topics.missing()).isZero();
    }

    @Test
    void counts_areExact() {
        assertThat(ALL).hasSizeGreaterThan(5_000 * SHARDS);
        assertExact(topics(new ArticleQuery.Everything(), Filters.NONE), ALL);
        assertExact(topics(new ArticleQuery.Word("robots", true), Filters.NONE), WITH_WORD);
    }

    @Test
    void valuesByPrefix_areExact() {
        for (String prefix : List.of("", "Subject", "Topic 1", "Topic 77")) {
            assertThat(searcher.facetValues(FacetName.TOPIC, prefix, new ArticleQuery.Word("robots", true),
                    Filters.NONE, 100, Deadline.none())).as(prefix).isEqualTo(mostFrequent(WITH_WORD, prefix, 100));
        }
    }
}
