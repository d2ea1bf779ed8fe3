package org.broadsheet.source;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TextRepairTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"we&#39;re|we're", "we&amp;#39;re|we're", "we&amp;amp;#39;re|we're",
            "A &amp; B|A & B", "AT&T|AT&T", "R&D; Q&A|R&D; Q&A",
            "&lt;b&gt;|<b>", "&#x1F600;|😀", "&nbsp;a&nbsp;b|a b", "?a=1&copy=2|?a=1&copy=2", "&#0;a|\uFFFDa",
            "a&#8203;b|ab", "&|&", "&;|&;"})
    void entities(String text, String repaired) {
        assertThat(TextRepair.repair(text)).isEqualTo(repaired);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"AIâ€™s|AI’s", "â€œquotedâ€\u009d|“quoted”", "naÃ¯ve cafÃ©|naïve café",
            "10Â°C|10°C", "Ã¢â‚¬â„¢|’", "ðŸ˜€|😀", "ï»¿BOM|BOM",
            "WaÅ‚Ä™sa|Wałęsa", "â\u0080\u0099|’", "ÐœÐ¾Ñ\u0081ÐºÐ²Ð°|Москва", "a â€“ b|a – b", "Â© 2021|© 2021",
            "right’ and wrongâ€™|right’ and wrong’", "&acirc;&euro;&trade;|’",
            "æ—¥æœ¬|日本"})
    void mojibake(String text, String repaired) {
        assertThat(TextRepair.repair(text)).isEqualTo(repaired);
    }

    @ParameterizedTest
    @ValueSource(strings = {"naïve café", "Ã", "“quotes”", "‘é’", "CAFÉ—", "“CAFÉ”", "“café”—he said", "É…", "“NÅ”",
            "MAÇÃ", "AÇÃO", "Москва", "日本語", "مرحبا", "שלום", "Ελλάδα",
            "½ £5 €10 ©", "Ñandú – ¡olé!", "e — ö", "“À”", "Ä…", "Łódź", "PIÑA’S", "«Ô»", "déjà–vu", "Ü™", "über®",
            "naïve…", "ÿ"})
    void mojibake_rightTextStays(String text) {
        assertThat(TextRepair.repair(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AI’s", "naïve café", "“quoted”", "Łódź i Wałęsa", "😀 emoji", "日本語テキスト", "a – b — c",
            "10 °C"})
    void mojibake_roundTrip(String text) {
        String wrong = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(TextRepair.repair(wrong)).isEqualTo(text);
        String twice = new String(wrong.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(TextRepair.repair(twice)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource
    void invisible(String text, String repaired) {
        assertThat(TextRepair.repair(text)).isEqualTo(repaired);
    }

    static Stream<Arguments> invisible() {
        return Stream.of(arguments("zero\u200bwidth", "zerowidth"),
                arguments("a\u200cb\u200dc", "abc"),
                arguments("\ufeffa\u2060b", "ab"),
                arguments("soft\u00adhyphen", "softhyphen"),
                arguments("a\u202eb\u2066c\u200ed", "abcd"),
                arguments("a\u0007b\u009bc", "abc"),
                arguments(" a \u00a0\t\r\n b\u3000c\u2028d\u0085e ", "a b c d e"),
                arguments("e\u0301", "é"),
                arguments("", ""),
                arguments("\u200b", ""),
                arguments(" ", ""),
                arguments("a\ud800b\udc00", "ab"),
                arguments("a  b", "a b"),
                arguments("a ", "a"),
                arguments(" a", "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍💻", "👩🏽‍🚀", "🏳️‍🌈", "❤️‍🔥", "می‌خواهم", "क्‍ष", "क्‌ष"})
    void joiners_neededStay(String text) {
        assertThat(TextRepair.repair(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)> zebrafish", "</p><script>alert(2)</script>", "plain",
            "a-b (c) 'd' \"e\""})
    void plainText_stays(String text) {
        assertThat(TextRepair.repair(text)).isEqualTo(text);
    }
}
