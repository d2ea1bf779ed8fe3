package org.broadsheet.lucene;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What of frequent terms an archive has memory for. */
class FrequentTermsTest {

    @ParameterizedTest
    @CsvSource({"1000, 256, 1280", "1000000, 200, 240", "1000000, 256, 160", "1000000, 512, 874", "1000000, 2048, 1280",
            "10000000, 2048, 253", "10000000, 4096, 589", "10000000, 16384, 1280", "200000000, 4096, 128",
            "0, 64, 1280"})
    void kept_byMemory_isWhatItHoldsBesideAllElse(int articles, long megabytes, int expected) {
        assertThat(FrequentTerms.kept(articles, megabytes << 20)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"500000, 256", "1000000, 300", "3000000, 1024", "10000000, 3000", "10000000, 6144"})
    void kept_more_takeAThirdOfTheSpareMemoryAtMost(int articles, long megabytes) {
        long spare = (megabytes << 20) - 167L * articles;
        long more = FrequentTerms.kept(articles, megabytes << 20) - FrequentTerms.kept(articles, 0);
        assertThat(more * (articles / Byte.SIZE)).isPositive().isLessThanOrEqualTo(spare / 3);
    }

    @ParameterizedTest
    @CsvSource({"1000, 64, true", "1000000, 256, true", "1000000, 128, false", "10000000, 2048, false",
            "10000000, 3072, true", "0, 64, true"})
    void impacts_areKept_whereTheyHaveRoom(int articles, long megabytes, boolean expected) {
        assertThat(FrequentTerms.areImpactsKept(articles, megabytes << 20)).isEqualTo(expected);
    }
}
