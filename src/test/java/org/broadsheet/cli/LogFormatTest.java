package org.broadsheet.cli;

import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.broadsheet.HostileArchive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogFormatTest {

    @Test
    void message_isOneLine_andDrivesNoTerminal() {
        LoggerContext context = new LoggerContext();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LogFormat.PATTERN);
        encoder.start();
        for (String text : HostileArchive.TEXTS) {
            LoggingEvent event = new LoggingEvent("", context.getLogger("x"), Level.WARN, "{} asked", null,
                    new Object[]{text + "\n2026-11-20 ERROR x: fake \u202E"});
            String line = new String(encoder.encode(event), StandardCharsets.UTF_8);
            assertThat(line).endsWith(" asked\n").hasLineCount(1);
            assertThat(line).doesNotMatch("(?s).*[\\p{Cc}&&[^\\n]].*").doesNotContain("\u202E", "\u2028");
        }
    }
}
