package org.broadsheet.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Writes JSON key by key, the way this project's answers have it: what is absent is {@code null}, never left out, and
 * text is always well formed and {@linkplain SafeJson safe to print}, whatever an article holds.
 */
final class JsonWriter {

    /** Something that writes a part of an answer. */
    @FunctionalInterface
    interface Part {
        void write() throws IOException;
    }

    /** Something that writes each element of a list. */
    @FunctionalInterface
    interface Element<T> {
        void write(T element) throws IOException;
    }

    /** Something that writes a whole answer. */
    @FunctionalInterface
    interface Document {
        void write(JsonWriter json) throws IOException;
    }

    /** An answer of ten hits with all that can be said of them. */
    private static final int USUAL_BYTES = 20 * 1024;

    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes one object to a stream and leaves that open. */
    static void write(OutputStream out, Document document) throws IOException {
        try (JsonGenerator generator = SafeJson.FACTORY.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.writeStartObject();
            document.write(new JsonWriter(generator));
            generator.writeEndObject();
        }
    }

    /** One object as bytes. */
    static byte[] bytes(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
        try {
            write(out, document);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can go wrong in memory", e);
        }
        return out.toByteArray();
    }

    /** A text and a list of texts, {@code ["a",["b"]]}. */
    static byte[] pair(String first, Collection<String> second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator generator = SafeJson.FACTORY.createGenerator(out)) {
            generator.writeStartArray();
            generator.writeString(wellFormed(first));
            generator.writeStartArray();
            for (String text : second) {
                generator.writeString(wellFormed(text));
            }
            generator.writeEndArray();
            generator.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can go wrong in memory", e);
        }
        return out.toByteArray();
    }

    void text(String name, String value) throws IOException {
        generator.writeFieldName(name);
        value(value);
    }

    void texts(String name, Collection<String> values) throws IOException {
        array(name, values, this::value);
    }

    void number(String name, Integer value) throws IOException {
        if (value == null) {
            generator.writeNullField(name);
        } else {
            generator.writeNumberField(name, value);
        }
    }

    void number(String name, long value) throws IOException {
        generator.writeNumberField(name, value);
    }

    void number(String name, float value) throws IOException {
        generator.writeNumberField(name, value);
    }

    void number(String name, double value) throws IOException {
        generator.writeNumberField(name, value);
    }

    void flag(String name, Boolean value) throws IOException {
        if (value == null) {
            generator.writeNullField(name);
        } else {
            generator.writeBooleanField(name, value);
        }
    }

    /** In whole seconds. */
    void instant(String name, Instant value) throws IOException {
        text(name, value == null ? null : value.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** An object, or {@code null} where there is nothing to write. */
    void object(String name, Object value, Part part) throws IOException {
        if (value == null) {
            generator.writeNullField(name);
        } else {
            object(name, part);
        }
    }

    void object(String name, Part part) throws IOException {
        generator.writeObjectFieldStart(name);
        part.write();
        generator.writeEndObject();
    }

    /** A list of objects. */
    <T> void objects(String name, Collection<T> values, Element<T> element) throws IOException {
        array(name, values, value -> {
            generator.writeStartObject();
            element.write(value);
            generator.writeEndObject();
        });
    }

    private <T> void array(String name, Collection<T> values, Element<T> element) throws IOException {
        generator.writeArrayFieldStart(name);
        for (T value : values) {
            element.write(value);
        }
        generator.writeEndArray();
    }

    private void value(String text) throws IOException {
        if (text == null) {
            generator.writeNull();
        } else {
            generator.writeString(wellFormed(text));
        }
    }

    /** Half a surrogate pair, as YAML can hold one by an escape, cannot be written in UTF-8: it becomes U+FFFD. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int[] points = text.codePoints().map(JsonWriter::wellFormed).toArray();
                return new String(points, 0, points.length);
            }
        }
        return text;
    }

    private static int wellFormed(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point;
    }
}
