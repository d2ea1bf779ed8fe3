package org.broadsheet.query;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.broadsheet.FuzzTarget;

import static org.assertj.core.api.Assertions.assertThat;

/** The file of synonyms: read, or refused with the line that is wrong; and what was read widens any query. */
class SynonymsFuzzTest extends FuzzTarget {

    private final ArticleQuery query = new ArticleQueryParser().parse("us ai \"a b\" OR c -ohio").query();

    SynonymsFuzzTest() {
        super(6_000,
                List.of("# comment\na, b c, AI\nUS => united states, america\n", "ohio, buckeye state\n",
                        "a\\,b => c\\=>d\n", "a, a b, a b c\nb => a\n"),
                List.of("=>", ",", "\\", "#", "\n", "\r", "\u0000", "\ufeff", "é", "🙂", "A.I.", "...", "\u2028",
                        "a ".repeat(40), "=>=>"));
    }

    @Override
    protected void check(byte[] input) throws IOException {
        try {
            Synonyms synonyms = Synonyms.parse("words.txt", new StringReader(new String(input, StandardCharsets.UTF_8)),
                    Set.of("us"));
            assertThat(synonyms.expand(query).toString()).isNotBlank();
        } catch (SynonymsException e) {
            assertThat(e.getMessage()).startsWith("words.txt:");
        }
    }
}
