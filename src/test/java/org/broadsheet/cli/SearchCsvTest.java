package org.broadsheet.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchCsvTest {

    @Test
    void cell_withSeparatorsOrQuotes_isQuoted() {
        assertThat(SearchCsv.cell("plain")).isEqualTo("plain");
        assertThat(SearchCsv.cell("a, b")).isEqualTo("\"a, b\"");
        assertThat(SearchCsv.cell("say \"b\"")).isEqualTo("\"say \"\"b\"\"\"");
        assertThat(SearchCsv.cell("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(SearchCsv.cell(null)).isEmpty();
    }

    @Test
    void cell_thatASpreadsheetWouldRun_isText() {
        assertThat(SearchCsv.cell("=cmd|' /C calc'!A0")).isEqualTo("'=cmd|' /C calc'!A0");
        assertThat(SearchCsv.cell("+1")).isEqualTo("'+1");
        assertThat(SearchCsv.cell("-1")).isEqualTo("'-1");
        assertThat(SearchCsv.cell("@sum")).isEqualTo("'@sum");
        assertThat(SearchCsv.cell("\t=1")).isEqualTo("'\t=1");
        assertThat(SearchCsv.cell(-1)).as("a number is one").isEqualTo("-1");
    }
}
