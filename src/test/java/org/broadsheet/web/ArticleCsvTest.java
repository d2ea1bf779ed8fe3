package org.broadsheet.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleCsvTest {

    @Test
    void cell_withSeparatorsOrQuotes_isQuoted() {
        assertThat(ArticleCsv.cell("plain")).isEqualTo("plain");
        assertThat(ArticleCsv.cell("a, b")).isEqualTo("\"a, b\"");
        assertThat(ArticleCsv.cell("say \"b\"")).isEqualTo("\"say \"\"b\"\"\"");
        assertThat(ArticleCsv.cell("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(ArticleCsv.cell(null)).isEmpty();
    }

    @Test
    void cell_thatASpreadsheetWouldRun_isText() {
        assertThat(ArticleCsv.cell("=cmd|' /C calc'!A0")).isEqualTo("'=cmd|' /C calc'!A0");
        assertThat(ArticleCsv.cell("+1")).isEqualTo("'+1");
        assertThat(ArticleCsv.cell("-1")).isEqualTo("'-1");
        assertThat(ArticleCsv.cell("@sum")).isEqualTo("'@sum");
        assertThat(ArticleCsv.cell("\t=1")).isEqualTo("'\t=1");
        assertThat(ArticleCsv.cell(-1)).as("a number is one").isEqualTo("-1");
    }
}
