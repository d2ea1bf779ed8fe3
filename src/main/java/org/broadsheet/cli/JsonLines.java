package org.broadsheet.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonGenerator;
import org.broadsheet.web.SafeJson;
import org.slf4j.event.KeyValuePair;

/** A log of which each line is one flat JSON object, as collectors of logs like it. */
final class JsonLines extends EncoderBase<ILoggingEvent> {

    @Override
    public byte[] headerBytes() {
        return null;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = SafeJson.FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", event.getInstant().toString());
            json.writeStringField("level", event.getLevel().toString().toLowerCase(Locale.ROOT));
            json.writeStringField("logger",
                    event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1));
            json.writeStringField("message", event.getFormattedMessage());
            for (KeyValuePair pair : event.getKeyValuePairs() == null
                    ? List.<KeyValuePair>of()
                    : event.getKeyValuePairs()) {
                json.writeObjectField(pair.key, pair.value);
            }
            if (event.getThrowableProxy() != null) {
                json.writeStringField("trace", ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can go wrong in memory", e);
        }
        line.writeBytes(System.lineSeparator().getBytes(StandardCharsets.UTF_8));
        return line.toByteArray();
    }

    @Override
    public byte[] footerBytes() {
        return null;
    }
}
