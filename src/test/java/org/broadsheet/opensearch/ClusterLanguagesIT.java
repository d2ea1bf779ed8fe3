package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.article.Articles;
import org.broadsheet.field.Analysis;
import org.broadsheet.field.ArticleField;
import org.broadsheet.opensearch.OpenSearchEngine.Settings;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineAnswer;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.Filters;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.SortOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensearch.client.opensearch.indices.analyze.AnalyzeToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The cluster cuts texts into the same words as Broadsheet itself, and so as the other engine, in every language: both
 * are told by one declaration, but the cluster calls its parts by other names.
 */
class ClusterLanguagesIT {

    /** Everyday sentences of all languages, and what is hard for any of them. */
    private static final String TEXT = """
            The agencies' reasons: AT&T, C#, C++, .NET, A.I., R&D, U.S. robots' café, naïve façades — don't stop! \
            L'avenir des chevaux: aujourd'hui, les journaux nationaux qu'elle lisait, œuvres, l'été. \
            Die Zeitungen der Häuser, Straßen und Bücher; größere Städte wählten Bürgermeisterinnen. \
            L'amico degli uomini, i giornali dell'università, città, perché più felici. \
            Os jornais portugueses, as nações e os corações; informações úteis, irmãos. \
            Los periódicos españoles, las elecciones y canciones, niños, luces, mejores. \
            Talot ja kaupungit, sanomalehdissä, järvillä, ihmisten äänestyksessä. \
            A házak és újságok, könyvekben, gyerekeknek, városokból, szerkesztőségben. \
            Avisene skriver om husene, bøkene, kjærligheten og nyhetene i byene. \
            Газеты и новости городов, человеческими словами, о выборах президентов, ещё ёлки. \
            Tidningarna skriver om husen, böckerna, städernas nyheter och frågor. \
            日本語の新聞 중앙일보 ελληνικές εφημερίδες 2024 GPT-4o x86_64 e-mail user@example.org""";

    private static final ArticleIndexer.SourceLocation SOURCE = new ArticleIndexer.SourceLocation("test", "/archive");

    private static Settings settings(String language) {
        return Settings.of(TestCluster.shared().connection())
                .named("language-" + language)
                .in(Analysis.of(language))
                .spread(1, 0)
                .once();
    }

    private static void write(Settings settings, Articles... articles) {
        try (ArticleIndexer indexer = OpenSearchEngine.indexer(settings, ArticleIndexer.Mode.REBUILD)) {
            for (Articles each : articles) {
                indexer.put(new IndexedArticle(each.build(), new FileStamp(1, 1, "hash")));
            }
            assertThat(indexer.refused()).isEmpty();
            indexer.commit(List.of(SOURCE), 0);
        }
    }

    private static List<String> found(ArticleSearcher searcher, ArticleQuery query) {
        EngineAnswer answer = searcher.search(new EngineRequest(query, Filters.NONE, SortOrder.RELEVANCE, 0, 10, null,
                Set.of(), true, false, Deadline.none()));
        return answer.hits().stream().map(hit -> hit.article().title()).toList();
    }

    private static List<String> onCluster(Settings settings, String field) {
        try (Cluster cluster = new Cluster(settings.connection())) {
            return cluster
                    .askPatiently(client -> client.indices()
                            .analyze(some -> some.index(settings.name()).field(field).text(TEXT)))
                    .tokens()
                    .stream()
                    .map(ClusterLanguagesIT::placed)
                    .toList();
        }
    }

    private static String placed(AnalyzeToken token) {
        return token.position() + " " + token.token();
    }

    private static List<String> placed(List<PlacedTerm> terms) {
        List<String> placed = new ArrayList<>();
        int position = -1;
        for (PlacedTerm term : terms) {
            position += term.increment();
            placed.add(position + " " + term.term());
        }
        return placed;
    }

    /** Two forms of one word in each language that there is. */
    @ParameterizedTest
    @CsvSource({"english, agencies, agency", "finnish, talot, talo", "french, chevaux, cheval",
            "german, Zeitungen, Zeitung", "hungarian, házak, ház", "italian, giornali, giornale",
            "norwegian, avisene, avis", "portuguese, jornais, jornal", "russian, газеты, газета",
            "spanish, periódicos, periodico", "swedish, tidningar, tidning"})
    void words_areTheSameAsBroadsheetsOwn(String language, String form, String other) {
        Settings settings = settings(language);
        Analyzers own = new Analyzers(settings.analysis());
        write(settings, Articles.titled("Of " + form), Articles.titled("zzz"));

        assertThat(onCluster(settings, IndexFields.exact(ArticleField.TITLE)))
                .isEqualTo(placed(own.exactTokens(TEXT)));
        assertThat(onCluster(settings, IndexFields.stems(ArticleField.TITLE)))
                .isEqualTo(placed(own.stemmedTokens(TEXT)));
        try (ArticleSearcher searcher = OpenSearchEngine.searcher(settings)) {
            // Summed by Broadsheet; cut into words by the cluster; and as it stands.
            assertThat(found(searcher, new ArticleQuery.Word(other, true))).containsExactly("Of " + form);
            assertThat(found(searcher,
                    new ArticleQuery.InField(ArticleField.TITLE, new ArticleQuery.Word(other, false))))
                    .containsExactly("Of " + form);
            assertThat(found(searcher, new ArticleQuery.Phrase("of " + form, 0))).containsExactly("Of " + form);
            assertThat(found(searcher, new ArticleQuery.Phrase("of " + other, 0))).isEmpty();
        }
    }

    @Test
    void everyLanguage_isAmongThem() {
        assertThatThrownBy(() -> Analysis.of("none")).hasMessageEndingWith("none of the languages english, finnish, "
                + "french, german, hungarian, italian, norwegian, portuguese, russian, spanish, swedish");
    }

    @Test
    void indexOfAnotherLanguage_isNotMisread() {
        Settings german = settings("german").named("language-mixed");
        write(german, Articles.titled("Zeitungen"));

        assertThat(OpenSearchEngine.language(german)).contains("german");
        assertThatThrownBy(() -> OpenSearchEngine.searcher(german.in(Analysis.ENGLISH)))
                .hasMessageContaining("built by another version or for another language");
    }
}
