package org.broadsheet.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?q=ohio", "/?q=a%26b+%3C%25", "/?provider=Reason&provider=-MSN&topic=AI",
            "/?from=2021-04-01&to=2021-04-30", "/?from=2021-04-01T10%3A00%3A00Z&to=2021-04-01T11%3A00%3A00Z",
            "/?quality=50..&heat=..9&published=true", "/?sort=newest&size=5&facets=topic%2Cdate&explain=true",
            "/?q=x&facets="})
    void of_request_isWhatItWasReadFrom(String url) {
        assertThat(url(url)).hasToString(url);
    }

    @Test
    void of_request_leavesOutDefaultsAndThePage() {
        assertThat(url("/?q=x&sort=relevance&size=20&page=3&explain=false")).hasToString("/?q=x");
    }

    @Test
    void neighbours_changeOneThing() {
        SearchUrl url = url("/?q=x&topic=AI&topic=Law");
        assertThat(url.minus("topic", "AI")).hasToString("/?q=x&topic=Law");
        assertThat(url.plus("topic", "War")).hasToString("/?q=x&topic=AI&topic=Law&topic=War");
        assertThat(url.plus("topic", "AI")).hasToString(url.toString());
        assertThat(url.with("topic")).hasToString("/?q=x");
        assertThat(url.with("page", "2")).hasToString("/?q=x&topic=AI&topic=Law&page=2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "as it is", value = {"q=x | as it is", "'' | as it is",
            "q=x&facets= | as it is", "q=x&size=-1&qq=y | as it is", "q= | /",
            "q=x&from=&to=&sort=relevance | /?q=x", "q=x&quality-min=50&quality-max= | /?q=x&quality=50..",
            "q=x&quality-min=&quality-max=80 | /?q=x&quality=..80", "quality-min=5&quality-max=8 | /?quality=5..8",
            "q=&topic=A%26B&topic=-C | /?topic=A%26B&topic=-C", "q=x&page=1 | /?q=x"})
    void tidied_form_keepsWhatSaysSomething(String submitted, String url) {
        assertThat(SubmittedForm.tidied(submitted).orElse(null)).isEqualTo(url);
    }

    private static SearchUrl url(String url) {
        return SearchUrl.of(RequestParameters.strict(QueryString.parse(url.contains("?") ? url.substring(2) : "")));
    }
}
