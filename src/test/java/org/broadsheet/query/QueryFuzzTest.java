package org.broadsheet.query;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.broadsheet.FuzzTarget;

import static org.assertj.core.api.Assertions.assertThat;

/** The reader of queries: whatever is typed is a query, and what is left out of it is said with its place. */
class QueryFuzzTest extends FuzzTarget {

    private final ArticleQueryParser parser = new ArticleQueryParser();

    QueryFuzzTest() {
        super(6_000,
                List.of("facial recognition -ohio", "\"a phrase\"~5 OR (title:ohio AND NOT body:\"b c\")",
                        "quality:50..100 heat:>=-1 date:2021-04 before:2022",
                        "word* wrod~1 published:true", "date:2021-04-01..2021-04-30 topic:\"computer vision\"",
                        "AT&T C# A.I. 東京"),
                List.of("AND", "OR", "NOT", "(", ")", "\"", "-", "~", "~99", "*", "^2", ":", "title:", "quality:",
                        "date:", "..", ">=", "[1 TO 5]", "/", "\\",
                        "&&", "||", "!", "?", "“", "\u0301", "🙂", "\u0000", "\u200b", "\u202e", "9999999999",
                        "date:0000-00-00", " TO ", "{", "}", "\ufeff", "=>"));
    }

    @Override
    protected void check(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        ParsedQuery parsed = parser.parse(text);
        assertThat(parsed.query().toString()).isNotNull();
        assertThat(Synonyms.DEFAULT.expand(parsed.query()).toString()).isNotNull();
        for (QueryNotice notice : parsed.notices()) {
            assertThat(notice.message()).isNotBlank();
        }
        // What is shown as understood is understood as that.
        String printed = parsed.query().toString();
        ArticleQuery again = parser.parse(printed).query();
        assertThat(parser.parse(again.toString()).query()).isEqualTo(again);
    }
}
