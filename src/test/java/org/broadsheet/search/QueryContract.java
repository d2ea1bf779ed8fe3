package org.broadsheet.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;

import org.broadsheet.article.Articles;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.ArticleQuery.AtLeast;
import org.broadsheet.query.ArticleQuery.DateIn;
import org.broadsheet.query.ArticleQuery.Everything;
import org.broadsheet.query.ArticleQuery.Fuzzy;
import org.broadsheet.query.ArticleQuery.NumberIn;
import org.broadsheet.query.ArticleQuery.Phrase;
import org.broadsheet.query.ArticleQuery.Prefix;
import org.broadsheet.query.ArticleQuery.Published;
import org.broadsheet.query.ArticleQuery.Respelt;
import org.broadsheet.query.ArticleQuery.WithSynonyms;
import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.search.Ask.all;
import static org.broadsheet.search.Ask.any;
import static org.broadsheet.search.Ask.in;
import static org.broadsheet.search.Ask.not;
import static org.broadsheet.search.Ask.phrase;
import static org.broadsheet.search.Ask.words;

/** Which articles a query finds that is more than words. */
abstract class QueryContract extends EngineContract {

    /** Further away than a long has milliseconds for. */
    private static final Instant LONG_AGO = Instant.parse("-900000000-01-01T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("+900000000-01-01T00:00:00Z");

    @Test
    void phrase_nextToEachOtherAndInOrder() {
        given(Articles.titled("Facial recognition software"), Articles.titled("Recognition facial"),
                Articles.titled("Facial or other recognition"), Articles.titled("Facial").body("recognition"));

        assertThat(found(phrase("facial recognition"))).containsExactly("Facial recognition software");
    }

    @Test
    void phrase_inExactFormOnly() {
        given(Articles.titled("Police agencies"), Articles.titled("Police agency"));

        assertThat(found(phrase("police agencies"))).containsExactly("Police agencies");
        assertThat(found(phrase("agency"))).containsExactly("Police agency");
    }

    @Test
    void phrase_withoutCaseOrAccents() {
        given(Articles.titled("Le Café Noir"));

        assertThat(found(phrase("LE CAFE noir"))).hasSize(1);
    }

    @Test
    void phrase_doesNotReachFromOneTopicIntoTheNext() {
        given(Articles.titled("Across").topics("Computer Vision", "AI Ethics"));

        assertThat(found(phrase("computer vision"))).hasSize(1);
        assertThat(found(phrase("vision ai"))).isEmpty();
        assertThat(found(new Phrase("vision ai", 10))).isEmpty();
    }

    @Test
    void phraseWithSlop_apartByAtMostSoMany() {
        given(Articles.titled("Facial recognition"), Articles.titled("Facial and voice recognition"),
                Articles.titled("Facial and voice and gait recognition"));

        assertThat(found(new Phrase("facial recognition", 1))).containsExactly("Facial recognition");
        assertThat(found(new Phrase("facial recognition", 2))).containsExactly("Facial and voice recognition",
                "Facial recognition");
        assertThat(found(new Phrase("facial recognition", 4))).hasSize(3);
    }

    @Test
    void phraseWithSlop_inTheOtherOrder_takesTwoMoves() {
        given(Articles.titled("Recognition facial"));

        assertThat(found(new Phrase("facial recognition", 1))).isEmpty();
        assertThat(found(new Phrase("facial recognition", 2))).hasSize(1);
    }

    @Test
    void not_leavesOut() {
        given(Articles.titled("Robot cars"), Articles.titled("Robot arms"), Articles.titled("Cars"));

        assertThat(found(all(words("robot"), not(words("cars"))))).containsExactly("Robot arms");
        assertThat(found(not(words("car")))).containsExactly("Robot arms");
        assertThat(found(all(not(words("robot")), not(words("arms"))))).containsExactly("Cars");
        assertThat(found(not(not(words("cars"))))).containsExactly("Cars", "Robot cars");
        assertThat(found(not(phrase("robot cars")))).containsExactly("Cars", "Robot arms");
    }

    @Test
    void any_findsEither() {
        given(Articles.titled("Robot cars"), Articles.titled("Robot arms"), Articles.titled("Ships"));

        assertThat(found(any(words("cars"), words("ships")))).containsExactly("Robot cars", "Ships");
        assertThat(found(any(words("cars"), not(words("robot"))))).containsExactly("Robot cars", "Ships");
        assertThat(found(all(words("robot"), any(words("ships"), words("arms"))))).containsExactly("Robot arms");
        assertThat(found(any(all(words("robot"), words("arms")), words("ships")))).containsExactly("Robot arms",
                "Ships");
        assertThat(found(not(any(words("ships"), words("arms"))))).containsExactly("Robot cars");
    }

    @Test
    void atLeast_findsWithSoMany() {
        given(Articles.titled("Robot cars"), Articles.titled("Robot arms"), Articles.titled("Robot toys"),
                Articles.titled("Ships"));
        List<ArticleQuery> parts = List.of(words("robots"), words("cars"), phrase("robot arms"));

        assertThat(found(new AtLeast(1, parts))).containsExactly("Robot arms", "Robot cars", "Robot toys");
        assertThat(found(new AtLeast(2, parts))).containsExactly("Robot arms", "Robot cars");
        assertThat(found(new AtLeast(3, parts))).isEmpty();
        assertThat(found(not(new AtLeast(2, parts)))).containsExactly("Robot toys", "Ships");
        assertThat(found(new AtLeast(2, List.of(words("--"), words("ships"))))).containsExactly("Ships");
    }

    @Test
    void synonyms_findsEither() {
        given(Articles.titled("Robots"), Articles.titled("Automatic machines"), Articles.titled("Machines"));

        assertThat(found(new WithSynonyms(words("robot"), List.of(phrase("automatic machines")))))
                .containsExactly("Automatic machines", "Robots");
        assertThat(found(all(new WithSynonyms(words("robot"), List.of(words("machine"))), words("machine"))))
                .containsExactly("Automatic machines", "Machines");
    }

    @Test
    void respelt_isAWord() {
        given(Articles.titled("Recognition"), Articles.titled("Recognitions"), Articles.titled("Recogniton"));

        assertThat(found(new Respelt("recogniton", "recognition"))).containsExactly("Recognition", "Recognitions");
    }

    @Test
    void textWithoutWords_isNoCondition() {
        given(Articles.titled("Robot"), Articles.titled("Ships"));

        assertThat(found(all(words("-"), words("robot")))).containsExactly("Robot");
        assertThat(found(any(words("…"), words("robot")))).containsExactly("Robot");
        assertThat(found(all(words("robot"), not(phrase("--"))))).containsExactly("Robot");
        assertThat(found(words("?!"))).hasSize(2);
        assertThat(found(all(words("-"), in(ArticleField.TITLE, new Prefix("-"))))).hasSize(2);
    }

    @Test
    void field_findsThereOnly() {
        given(Articles.titled("Title")
                .excerpt("Excerpts")
                .body("Bodies")
                .provider("Publishers", "domain.org")
                .topics("Topics", "More Topics")
                .type("article")
                .category("news")
                .path("source/path-of-it.md"),
                Articles.titled("excerpt body publisher domain org topic article news source path md")
                        .path("test/decoy.txt"));

        assertThat(found(in(ArticleField.TITLE, words("titles")))).containsExactly("Title");
        assertThat(found(in(ArticleField.EXCERPT, words("excerpt")))).containsExactly("Title");
        assertThat(found(in(ArticleField.BODY, words("body")))).containsExactly("Title");
        assertThat(found(in(ArticleField.PROVIDER, words("publisher")))).containsExactly("Title");
        assertThat(found(in(ArticleField.DOMAIN, words("domain.org")))).containsExactly("Title");
        assertThat(found(in(ArticleField.TOPIC, words("topic")))).containsExactly("Title");
        assertThat(found(in(ArticleField.TOPIC, phrase("more topics")))).containsExactly("Title");
        assertThat(found(in(ArticleField.TYPE, words("Article")))).containsExactly("Title");
        assertThat(found(in(ArticleField.CATEGORY, words("NEWS")))).containsExactly("Title");
        assertThat(found(in(ArticleField.PATH, words("source")))).containsExactly("Title");
        assertThat(found(in(ArticleField.PATH, words("path-of-it.md")))).containsExactly("Title");
    }

    @Test
    void fieldOfCodes_isNotStemmed() {
        given(Articles.titled("One").type("videos"));

        assertThat(found(in(ArticleField.TYPE, words("video")))).isEmpty();
        assertThat(found(in(ArticleField.TYPE, new Prefix("video")))).hasSize(1);
        assertThat(found(in(ArticleField.TYPE, new Fuzzy("video", 1)))).hasSize(1);
    }

    @Test
    void prefix_ofWordsInExactForm() {
        given(Articles.titled("Recognition"), Articles.titled("Recognised"), Articles.titled("Records"),
                Articles.titled("Prerecorded"), Articles.titled("Élan").topics("Recent"));

        assertThat(found(new Prefix("recogni"))).containsExactly("Recognised", "Recognition");
        assertThat(found(new Prefix("REC"))).containsExactly("Recognised", "Recognition", "Records", "Élan");
        assertThat(found(new Prefix("éla"))).containsExactly("Élan");
        assertThat(found(new Prefix("records"))).containsExactly("Records");
        assertThat(found(in(ArticleField.TITLE, new Prefix("rece")))).isEmpty();
    }

    @Test
    void prefix_thatIsSeveralWords_leavesTheLastUnfinished() {
        given(Articles.titled("GPT-4o is out"), Articles.titled("GPT-3 is out"), Articles.titled("4o GPT"));

        assertThat(found(new Prefix("GPT-4"))).containsExactly("GPT-4o is out");
        assertThat(found(in(ArticleField.TITLE, new Prefix("GPT-4")))).containsExactly("GPT-4o is out");
    }

    @Test
    void fuzzy_withinSoManyEdits() {
        given(Articles.titled("Recognition"), Articles.titled("Recogniton"), Articles.titled("Recongition"),
                Articles.titled("Reconition"), Articles.titled("Resignation"));

        assertThat(found(new Fuzzy("recognition", 1))).containsExactly("Recognition", "Recogniton", "Recongition",
                "Reconition");
        assertThat(found(new Fuzzy("recogniton", 1))).containsExactly("Recognition", "Recogniton");
        assertThat(found(new Fuzzy("RECOGNITON", 2))).containsExactly("Recognition", "Recogniton", "Recongition",
                "Reconition");
    }

    @Test
    void fuzzy_inTheFirstLetterToo() {
        given(Articles.titled("Robot"));

        assertThat(found(new Fuzzy("bobot", 1))).hasSize(1);
        assertThat(found(in(ArticleField.TITLE, new Fuzzy("obot", 1)))).hasSize(1);
    }

    @Test
    void fuzzy_isOneWord() {
        given(Articles.titled("Free wifi"), Articles.titled("A wi and a fi"));

        assertThat(found(new Fuzzy("Wi-Fi", 1))).containsExactly("Free wifi");
    }

    @Test
    void numbers_withinARange_bothEndsIncluded() {
        given(Articles.titled("None"), Articles.titled("49").quality(49), Articles.titled("50").quality(50),
                Articles.titled("80").quality(80).heat(-1), Articles.titled("81").quality(81).heat(3));

        assertThat(found(quality(50, 80))).containsExactly("50", "80");
        assertThat(found(quality(50, null))).containsExactly("50", "80", "81");
        assertThat(found(quality(null, 50))).containsExactly("49", "50");
        assertThat(found(quality(null, null))).containsExactly("49", "50", "80", "81");
        assertThat(found(new NumberIn(ArticleField.HEAT, new NumberRange(0, null)))).containsExactly("81");
        assertThat(found(new NumberIn(ArticleField.HEAT, new NumberRange(-1, -1)))).containsExactly("80");
        assertThat(found(not(quality(50, null)))).containsExactly("49", "None");
    }

    private static NumberIn quality(Integer min, Integer max) {
        return new NumberIn(ArticleField.QUALITY, new NumberRange(min, max));
    }

    @Test
    void dates_withTheLastDayIncluded() {
        given(Articles.titled("None"), Articles.titled("Before").date("2021-03-31T23:59:59.999Z"),
                Articles.titled("First").date("2021-04-01T00:00:00Z"),
                Articles.titled("Last").date("2021-04-30T23:59:59.999Z"),
                Articles.titled("After").date("2021-05-01T00:00:00Z"));
        LocalDate first = LocalDate.of(2021, 4, 1);
        LocalDate last = LocalDate.of(2021, 4, 30);

        assertThat(found(new DateIn(DateRange.ofDays(first, last)))).containsExactly("First", "Last");
        assertThat(found(new DateIn(DateRange.ofDays(first, null)))).containsExactly("After", "First", "Last");
        assertThat(found(new DateIn(DateRange.ofDays(null, last)))).containsExactly("Before", "First", "Last");
        assertThat(found(new DateIn(DateRange.of(Year.of(2021))))).hasSize(4);
        assertThat(found(new DateIn(new DateRange(LONG_AGO, FAR_AHEAD)))).hasSize(4);
    }

    @Test
    void dates_beforeTheEpoch() {
        given(Articles.titled("Moon").date("1969-07-20"), Articles.titled("Web").date("1989-03-12"));

        assertThat(found(new DateIn(DateRange.of(Year.of(1969))))).containsExactly("Moon");
    }

    @Test
    void published_asTheFileSays() {
        given(Articles.titled("Yes").published(true), Articles.titled("No").published(false), Articles.titled("?"));

        assertThat(found(new Published(true))).containsExactly("Yes");
        assertThat(found(new Published(false))).containsExactly("No");
        assertThat(found(not(new Published(false)))).containsExactly("?", "Yes");
        assertThat(found(all(new Everything(), new Published(true)))).containsExactly("Yes");
    }
}
