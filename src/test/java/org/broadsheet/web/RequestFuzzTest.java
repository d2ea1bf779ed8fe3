package org.broadsheet.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.broadsheet.FuzzTarget;
import org.broadsheet.search.InvalidRequestException;
import org.broadsheet.search.SearchRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** The query part of an address: refused with the names of its mistakes, or a search whose own address is the same search. */
class RequestFuzzTest extends FuzzTarget {

    RequestFuzzTest() {
        super(8_000,
                List.of("q=facial+recognition&provider=Reason&topic=-AI&sort=newest&page=2&size=10",
                        "from=2021-04-01&to=2021-04-30T12:00:00Z&quality=50..&heat=-1..5",
                        "published=true&facets=provider,date&explain=true&q=%C3%A9",
                        "quality-min=1&quality-max=&q=&sort=relevance", "type=article&category=news&facets=&size=0"),
                List.of("&", "=", "%", "%00", "%FF", "%ED%A0%80", "+", "-", "..", "from=", "to=", "page=", "size=",
                        "cursor=", "999999999", "2147483648", "-1",
                        "2021-13-45", "0000-01-01", "9999-12-31", "T23:59:60Z", "%2B14:00", "é", "\u0000", "\u202e",
                        "facets=x", "%0d%0a", "#", "//", "\\"));
    }

    @Override
    protected void check(byte[] input) {
        String raw = new String(input, StandardCharsets.UTF_8);
        SubmittedForm.tidied(raw).ifPresent(tidied -> {
            assertThat(tidied).startsWith("/").doesNotStartWith("//");
            assertThat(URI.create(tidied).getHost()).isNull();
            assertThat(SubmittedForm.tidied(URI.create(tidied).getRawQuery())).as("tidied once, it is tidy").isEmpty();
        });
        Map<String, List<String>> parameters = QueryString.parse(raw);
        SearchRequest lenient = RequestParameters.lenient(parameters).request();
        assertThat(lenient).isNotNull();
        try {
            SearchRequest request = RequestParameters.strict(parameters);
            assertThat(request).isEqualTo(lenient);
            String address = SearchUrl.of(request).toString();
            URI uri = URI.create(address);
            SearchRequest again = RequestParameters.strict(QueryString.parse(uri.getRawQuery()));
            assertThat(again.filters()).isEqualTo(request.filters());
            assertThat(SearchUrl.of(again)).hasToString(address);
        } catch (InvalidRequestException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem.detail()).isNotBlank());
        }
    }
}
