package org.broadsheet.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/** A line of NDJSON as a tree of {@link Value}s, so that the keys of an article are read in one place. */
final class JsonTree {

    private static final JsonFactory JSON = new JsonFactory();

    private final String text;
    private final int line;
    private final JsonParser parser;
    private int values;

    private JsonTree(String text, int line, JsonParser parser) {
        this.text = text;
        this.line = line;
        this.parser = parser;
    }

    /** The object that a line holds; {@code line} is the number that goes into positions. */
    static Value.Mapping read(String text, int line) {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonTree tree = new JsonTree(text, line, parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnusableException(line, 1, "bad JSON: a line must be an object, {…}");
            }
            Value.Mapping object = tree.mapping(0);
            if (parser.nextToken() != null) {
                throw new UnusableException(line, tree.column(), "bad JSON: text after the object");
            }
            return object;
        } catch (JsonProcessingException e) {
            throw new UnusableException(line, column(text, e.getLocation()), "bad JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UnusableException(line, 1, "bad JSON: " + e.getMessage());
        }
    }

    private Value value(int depth) throws IOException {
        if (depth > YamlTree.MAX_DEPTH || ++values > YamlTree.MAX_VALUES) {
            throw new UnusableException(line, column(), "bad JSON: nested too deeply, or too many values");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(depth);
            case START_ARRAY -> items(depth);
            case VALUE_STRING -> new Value.Text(parser.getText(), false, line, column());
            case null -> throw new UnusableException(line, column(), "bad JSON: it ends too early");
            default -> new Value.Text(parser.getText(), true, line, column());
        };
    }

    private Value.Mapping mapping(int depth) throws IOException {
        int start = column();
        List<Value.Entry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Value.Text key = new Value.Text(parser.currentName(), false, line, column());
            parser.nextToken();
            entries.add(new Value.Entry(key, value(depth + 1)));
        }
        return new Value.Mapping(entries, line, start);
    }

    private Value.Items items(int depth) throws IOException {
        int start = column();
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(depth + 1));
        }
        return new Value.Items(items, line, start);
    }

    private int column() {
        // Jackson counts columns in UTF-16 units from 1, and there is one line.
        return parser.currentTokenLocation().getColumnNr();
    }

    private static int column(String text, JsonLocation location) {
        return location == null ? 1 : Math.clamp(location.getColumnNr(), 1, text.length() + 1);
    }
}
