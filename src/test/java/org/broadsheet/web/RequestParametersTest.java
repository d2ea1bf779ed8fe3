package org.broadsheet.web;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;
import org.broadsheet.search.InvalidRequestException;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SortOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RequestParametersTest {

    @Test
    void strict_nothing_isTheFirstPageOfEverything() {
        assertThat(strict(null)).isEqualTo(SearchRequest.of(""));
        assertThat(strict("")).isEqualTo(SearchRequest.of(""));
    }

    @Test
    void strict_everything() {
        SearchRequest request = strict("q=facial+recognition&provider=Reason&provider=-MSN&topic=AI&type=article"
                + "&category=news&published=true&from=2021-04-01&to=2021-04-30&quality=50..80&heat=..9&sort=oldest"
                + "&page=3&size=10&facets=topic,date&explain=true");
        assertThat(request.text()).isEqualTo("facial recognition");
        Filters filters = request.filters();
        assertThat(filters.selection(FacetName.PROVIDER))
                .isEqualTo(new Filters.Selection(Set.of("Reason"), Set.of("MSN")));
        assertThat(filters.selection(FacetName.TOPIC).included()).containsExactly("AI");
        assertThat(filters.selection(FacetName.TYPE).included()).containsExactly("article");
        assertThat(filters.selection(FacetName.CATEGORY).included()).containsExactly("news");
        assertThat(filters.published()).isTrue();
        assertThat(filters.dates()).hasToString("2021-04-01..2021-04-30");
        assertThat(filters.quality()).isEqualTo(new NumberRange(50, 80));
        assertThat(filters.heat()).isEqualTo(new NumberRange(null, 9));
        assertThat(request.sort()).isEqualTo(SortOrder.OLDEST);
        assertThat(request.page()).isEqualTo(3);
        assertThat(request.size()).isEqualTo(10);
        assertThat(request.facets()).containsExactly(FacetName.TOPIC, FacetName.DATE);
        assertThat(request.explain()).isTrue();
    }

    @Test
    void strict_blankValues_countAsAbsent() {
        assertThat(strict("q=&provider=&from=&to=+&quality=&published=&sort=&page=&size=&cursor="))
                .isEqualTo(SearchRequest.of(""));
    }

    @Test
    void strict_facets_emptyIsNone() {
        assertThat(strict("facets=").facets()).isEmpty();
        assertThat(strict("q=x").facets()).isEqualTo(EnumSet.allOf(FacetName.class));
    }

    @Test
    void strict_instants_bothBelongToTheRange() {
        DateRange range = strict("from=2021-04-30T12:00:00Z&to=2021-04-30T14:00:00%2B02:00").filters().dates();
        assertThat(range.contains(Instant.parse("2021-04-30T12:00:00Z"))).isTrue();
        assertThat(range.contains(Instant.parse("2021-04-30T12:00:00.001Z"))).isFalse();
        assertThat(range.contains(Instant.parse("2021-04-30T11:59:59.999Z"))).isFalse();
    }

    @Test
    void strict_percentSignThatEscapesNothing_standsForItself() {
        assertThat(strict("q=100%+%zz%20").text()).isEqualTo("100% %zz ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"size=101 | size", "size=-1 | size", "size=ten | size", "page=0 | page",
            "page=-1 | page", "page=1000000 | page", "page=99999999999 | page", "from=2021-13-45 | from",
            "from=2021-02-30 | from", "from=yesterday | from", "to=soon | to", "to=99999-01-01 | to",
            "from=2021-05-01&to=2021-04-30 | from", "sort=best | sort", "sort=NEWEST | sort", "quality=high | quality",
            "quality=.. | quality", "quality=80..50 | quality", "quality=50 | quality",
            "quality=99999999999.. | quality", "heat=x | heat", "published=maybe | published", "explain=1 | explain",
            "facets=nope | facets", "facets=topic,nope | facets", "cursor=zzz | cursor", "qq=x | qq",
            "provider=- | provider",
            "q=a&q=b | q", "sort=newest&sort=oldest | sort"})
    void strict_mistake_isNamed(String query, String parameter) {
        assertThat(mistakes(query)).containsExactly(parameter);
    }

    @Test
    void strict_manyMistakes_areAllNamed() {
        assertThat(mistakes("size=-1&from=x&qq=1&zz=2&cursor=zzz&page=2"))
                .containsExactlyInAnyOrder("size", "from", "qq", "zz", "cursor");
    }

    @Test
    void strict_longWrongValue_isShortened() {
        InvalidRequestException e = catchThrowableOfType(InvalidRequestException.class,
                () -> strict("sort=" + "x".repeat(5000)));
        assertThat(e.problems().getFirst().detail()).hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=-1", "page=0", "page=1000000", "from=2021-13-45", "cursor=zzz", "facets=nope", "qq=x",
            "published=maybe", "quality=high", "from=2022-01-01&to=2021-01-01"})
    void lenient_mistake_isLeftOut(String query) {
        RequestParameters.Lenient read = RequestParameters.lenient(QueryString.parse("q=ohio&" + query));
        assertThat(read.request()).isEqualTo(SearchRequest.of("ohio"));
        assertThat(read.problems()).hasSize(1);
    }

    @Test
    void lenient_oneMistake_leavesTheRestAsItIs() {
        RequestParameters.Lenient read = RequestParameters.lenient(QueryString.parse("q=a&q=b&provider=Reason&to=x"));
        assertThat(read.request().text()).isEqualTo("a");
        assertThat(read.request().filters().selection(FacetName.PROVIDER).included()).containsExactly("Reason");
    }

    private static SearchRequest strict(String query) {
        return RequestParameters.strict(QueryString.parse(query));
    }

    private static List<String> mistakes(String query) {
        return catchThrowableOfType(InvalidRequestException.class, () -> strict(query)).problems()
                .stream()
                .map(InvalidRequestException.Problem::parameter)
                .toList();
    }
}
