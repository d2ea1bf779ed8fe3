package org.broadsheet.query;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;

import org.broadsheet.field.Analysis;
import org.broadsheet.query.ArticleQuery.WithSynonyms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SynonymsTest {

    private static Synonyms synonyms(String lines) throws IOException {
        return Synonyms.parse("words.txt", new StringReader(lines), Analysis.ENGLISH.commonWords());
    }

    private static String expanded(Synonyms synonyms, String text) {
        return shown(synonyms.expand(new ArticleQueryParser().parse(text).query()));
    }

    /** The tree with what was added in braces. */
    private static String shown(ArticleQuery query) {
        return switch (query) {
            case WithSynonyms(ArticleQuery asked, List<ArticleQuery> others) ->
                "{" + asked + others.stream().map(other -> " | " + other).collect(joining()) + "}";
            case ArticleQuery.All(List<ArticleQuery> parts) ->
                parts.stream().map(SynonymsTest::shown).collect(joining(" AND "));
            case ArticleQuery.Any(List<ArticleQuery> parts) ->
                parts.stream().map(SynonymsTest::shown).collect(joining(" OR "));
            case ArticleQuery.Not(ArticleQuery part) -> "NOT " + shown(part);
            default -> query.toString();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', value = {"AI; {AI | artificial intelligence}",
            "ai; {ai | artificial intelligence}", "A.I.; {A.I. | artificial intelligence}",
            "artificial intelligence; {artificial AND intelligence | AI}",
            "Artificial-Intelligence law; {Artificial-Intelligence | AI} AND law",
            "law of artificial intelligence; law AND of AND {artificial AND intelligence | AI}",
            "\"artificial intelligence\"; {\"artificial intelligence\" | AI}", "\"AI\"; \"AI\"",
            "\"artificial intelligence\"~2; \"artificial intelligence\"~2",
            "artificial AND intelligence; artificial AND intelligence",
            "artificial robot intelligence; artificial AND robot AND intelligence",
            "robots -AI; robots AND NOT {AI | artificial intelligence}",
            "AI OR robots; {AI | artificial intelligence} OR robots",
            "title:AI; {title:AI | title:artificial intelligence}", "type:AI; type:AI", "AI*; AI*", "robto~1; robto~1",
            "large language models; {large AND language AND models | LLM}", "LLMs; {LLMs | large language model}",
            "US; {US | USA | United States}", "U.S.; {U.S. | USA | United States}", "us; us", "tell us; tell AND us",
            "usa; {usa | US | United States}", "US law; {US | USA | United States} AND law",
            "new york city police; {new AND york AND city | NYC} AND police",
            "new york city police department; {new AND york AND city AND police AND department | NYPD | New York Police Department}",
            "ohio; ohio", "*; *"})
    void expand_withTheDefault(String text, String expected) {
        assertThat(expanded(Synonyms.DEFAULT, text)).isEqualTo(expected);
    }

    @Test
    void expand_respeltWords() {
        ArticleQuery query = new ArticleQuery.All(List.of(new ArticleQuery.Respelt("artifical", "artificial"),
                new ArticleQuery.Word("intelligence", true)));

        assertThat(shown(Synonyms.DEFAULT.expand(query))).isEqualTo("{artificial~ AND intelligence | AI}");
    }

    @Test
    void expand_someOfTheWords_keepsTheirNumber() {
        ArticleQuery query = new ArticleQuery.AtLeast(1, List.of(new ArticleQuery.Word("artificial", true),
                new ArticleQuery.Word("intelligence", true)));

        assertThat(Synonyms.DEFAULT.expand(query)).isEqualTo(query);
    }

    @Test
    void parse_arrowReplaces() throws IOException {
        Synonyms synonyms = synonyms("colour => color\ncar, auto => car, vehicle\n");

        assertThat(expanded(synonyms, "colour")).isEqualTo("color");
        assertThat(expanded(synonyms, "color")).isEqualTo("color");
        assertThat(expanded(synonyms, "car")).isEqualTo("{car | vehicle}");
        assertThat(expanded(synonyms, "auto")).isEqualTo("{car | vehicle}");
        assertThat(expanded(synonyms, "vehicle")).isEqualTo("vehicle");
    }

    @Test
    void parse_linesOfTheSameWord_addUp() throws IOException {
        assertThat(expanded(synonyms("car, auto\ncar, automobile"), "car")).isEqualTo("{car | auto | automobile}");
    }

    @Test
    void parse_comments_blanks_escapes_accents() throws IOException {
        Synonyms synonyms = synonyms("\uFEFF# a, b\n\n  \r\nC#, C sharp\nYahoo\\, Inc, Yahoo\ncafé, bistro\nalone\n");

        assertThat(expanded(synonyms, "a")).isEqualTo("a");
        assertThat(expanded(synonyms, "c#")).isEqualTo("{c# | C sharp}");
        assertThat(expanded(synonyms, "c")).isEqualTo("c");
        assertThat(expanded(synonyms, "yahoo")).isEqualTo("{yahoo | Yahoo, Inc}");
        assertThat(expanded(synonyms, "CAFE")).isEqualTo("{CAFE | bistro}");
        assertThat(expanded(synonyms, "alone")).isEqualTo("alone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"a, , b; a word is missing", "a => b => c; there is more than one =>",
            "=> b; a word is missing", "a =>; a word is missing", "a, ++; \"++\" has neither letters nor digits"})
    void parse_malformed(String line, String reason) {
        assertThatThrownBy(() -> synonyms("# one\n" + line + "\n")).isInstanceOf(SynonymsException.class)
                .hasMessage("words.txt:2: " + reason);
    }
}
