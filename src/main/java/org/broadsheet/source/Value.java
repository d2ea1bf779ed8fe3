package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;

/** A value of an article's front matter or JSON, and where it begins: line and column count from 1. */
sealed interface Value {

    int line();

    int column();

    /** A scalar as it was written, less quotation marks and escapes. Not plain: quoted, or a block of text. */
    record Text(String text, boolean plain, int line, int column) implements Value {

        /** Whether it is one of the ways to say that there is nothing. */
        boolean isNull() {
            return text.isEmpty() || plain && (text.equals("~") || text.equalsIgnoreCase("null"));
        }
    }

    /** A list. */
    record Items(List<Value> values, int line, int column) implements Value {}

    /** Keys with values, in the order of the file. Keys that are not scalars are left out; others may occur twice. */
    record Mapping(List<Entry> entries, int line, int column) implements Value {

        /** The first value of a key, or null where the key is missing or has no value. */
        Value get(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return entry.value() instanceof Text text && text.isNull() ? null : entry.value();
                }
            }
            return null;
        }

        /** The values of those keys that have one, in the order of the keys. */
        List<Value> all(List<String> keys) {
            List<Value> values = new ArrayList<>(keys.size());
            for (String key : keys) {
                Value value = get(key);
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        }
    }

    /** One line of a mapping. */
    record Entry(Text key, Value value) {}
}
