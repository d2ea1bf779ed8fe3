package org.broadsheet.lucene;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of the articles that hits have shown. */
class ShownArticlesTest {

    @ParameterizedTest
    @CsvSource({"0, 64, 4096", "5, 64, 4096", "4096, 64, 4096", "4097, 64, 64", "1000000, 256, 256",
            "1000000, 300, 256", "1000000, 2048, 2048", "10000000, 65536, 4096", "5000, 0, 1"})
    void kept_isTheWholeOfASmallArchive_andOfALargerOneWhatThereIsMemoryFor(int articles, long megabytes,
            int expected) {
        assertThat(ShownArticles.kept(articles, megabytes << 20)).isEqualTo(expected);
    }
}
