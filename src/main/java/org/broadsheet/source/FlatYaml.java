package org.broadsheet.source;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * YAML that consists of keys with one value each, as a file of settings does. Values are taken as they are written:
 * {@code on} stays {@code on}.
 */
public final class FlatYaml {

    /**
     * One setting and where it stands.
     *
     * @param value as it is written, less quotes; empty where nothing is
     * @param line of the key, from 1
     * @param column of the key, from 1
     */
    public record Entry(String value, int line, int column) {}

    /** The text is not such YAML. */
    public static final class FlatYamlException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int line;
        private final int column;

        FlatYamlException(String message, Mark mark) {
            super(message);
            line = mark == null ? 1 : mark.getLine() + 1;
            column = mark == null ? 1 : mark.getColumn() + 1;
        }

        /** Where it went wrong, from 1. */
        public int line() {
            return line;
        }

        /** Where it went wrong, from 1. */
        public int column() {
            return column;
        }
    }

    private static final String NOT_YAML = "this is not YAML";

    private FlatYaml() {}

    /**
     * Reads keys and values, in the order of the text.
     *
     * @return empty if the text holds nothing but comments
     * @throws FlatYamlException if the text is anything else, or has a key twice
     */
    public static Map<String, Entry> read(String text) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                return entries;
            }
            if (!(root instanceof MappingNode mapping)) {
                throw new FlatYamlException("these are not lines of the form \"key: value\"", root.getStartMark());
            }
            for (NodeTuple pair : mapping.getValue()) {
                add(pair, entries);
            }
            return entries;
        } catch (MarkedYAMLException e) {
            throw new FlatYamlException(e.getProblem(), e.getProblemMark());
        } catch (YAMLException e) {
            throw new FlatYamlException(e.getMessage().lines().findFirst().orElse(NOT_YAML), null);
        } catch (IllegalArgumentException e) {
            throw new FlatYamlException(NOT_YAML, null); // how the library meets some tags
        }
    }

    private static void add(NodeTuple pair, Map<String, Entry> entries) {
        Mark mark = pair.getKeyNode().getStartMark();
        if (!(pair.getKeyNode() instanceof ScalarNode key)) {
            throw new FlatYamlException("this is not a plain key", mark);
        }
        if (!(pair.getValueNode() instanceof ScalarNode value)) {
            throw new FlatYamlException(key.getValue() + " has more than one plain value",
                    pair.getValueNode().getStartMark());
        }
        Entry entry = new Entry(value.getValue(), mark.getLine() + 1, mark.getColumn() + 1);
        if (entries.put(key.getValue(), entry) != null) {
            throw new FlatYamlException(key.getValue() + " is there twice", mark);
        }
    }
}
