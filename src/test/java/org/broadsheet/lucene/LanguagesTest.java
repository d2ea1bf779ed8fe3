package org.broadsheet.lucene;

import java.util.List;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.field.Analysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which words find each other, language by language. */
class LanguagesTest {

    @ParameterizedTest
    @CsvSource({"english, agencies, agency", "english, Reason's, reason", "english, Café, cafe",
            "french, l'avenir, avenir", "french, chevaux, cheval", "german, Zeitungen, Zeitung",
            "italian, l'amico, amico", "italian, giornali, giornale", "portuguese, jornais, jornal",
            "spanish, periódicos, periodico", "finnish, talot, talo", "hungarian, házak, ház",
            "norwegian, avisene, avis", "russian, газеты, газета", "swedish, tidningar, tidning"})
    void stems_joinTheFormsOfAWord(String language, String one, String other) {
        assertThat(stems(language, one)).isEqualTo(stems(language, other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"C#, C", "C#, C++", "C++, C", "F#, F", ".NET, net", "AT&T, AT T", "U.S., u s"})
    void signsOfNames_countAsPartOfThem(String name, String other) {
        assertThat(exact("english", name)).hasSize(1).isNotEqualTo(exact("english", other));
    }

    @ParameterizedTest
    @CsvSource({"the C# language, the c# Language", "ASP.NET, asp.net", "A.I. tools, AI tools", "R&D, RD", "#ai, ai",
            "see C., see c", "end.Next, end.next"})
    void otherwiseTheSame_isTheSame(String one, String other) {
        assertThat(exact("english", one)).isEqualTo(exact("english", other)).isNotEmpty();
    }

    @Test
    void unknownLanguage_isRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Analysis.of("klingon")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'klingon' is none of the languages english, finnish, french");
    }

    private static List<String> stems(String language, String text) {
        return new Analyzers(Analysis.of(language)).stemmedTokens(text).stream().map(PlacedTerm::term).toList();
    }

    private static List<String> exact(String language, String text) {
        return new Analyzers(Analysis.of(language)).exactTokens(text).stream().map(PlacedTerm::term).toList();
    }
}
