package org.broadsheet.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.broadsheet.FuzzTarget;
import org.broadsheet.article.Articles;
import org.broadsheet.search.Cursor;
import org.broadsheet.search.InvalidRequestException;
import org.broadsheet.search.NaiveEngine;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;
import org.broadsheet.search.SortOrder;

import static org.assertj.core.api.Assertions.assertThat;

/** A cursor from elsewhere: refused as such, or a place to go on from. */
class CursorFuzzTest extends FuzzTarget {

    /** A machine with much to do is not what is tested. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SearchService service = new SearchService(
            NaiveEngine.of(Articles.titled("One").date("2024-05-06").build(), Articles.titled("Two").build())
                    .searcher(),
            SearchSettings.DEFAULT.withTimeLimit(PATIENCE));

    CursorFuzzTest() {
        super(2_000, List.of("1 c newest 1715000000000 0123456789abcdef01234567",
                "1 c relevance 1065353216 0123456789abcdef01234567",
                "1 c quality -1 ffffffffffffffffffffffff", "MSBjIG5ld2VzdCAxIDAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nw"),
                List.of(" ", "1 ", "-", "9223372036854775807", "-9223372036854775808", "newest", "RELEVANCE", "ı",
                        "\u0000", "=", "é", "e9"));
    }

    @Override
    protected void check(byte[] input) {
        check(new String(input, StandardCharsets.UTF_8));
        // Few inputs at random are the encoding of anything: so is each of them, encoded.
        check(Base64.getUrlEncoder().withoutPadding().encodeToString(input));
    }

    private void check(String text) {
        try {
            Cursor cursor = Cursor.decode(text);
            assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
        } catch (InvalidRequestException e) {
            assertThat(e.problems()).singleElement().returns("cursor", InvalidRequestException.Problem::parameter);
        }
        for (SortOrder sort : SortOrder.values()) {
            try {
                assertThat(service.search(SearchRequest.of("").withSort(sort).withCursor(text)).hits())
                        .hasSizeLessThanOrEqualTo(2);
            } catch (InvalidRequestException e) {
                assertThat(e.problems()).singleElement().returns("cursor", InvalidRequestException.Problem::parameter);
            }
        }
    }
}
