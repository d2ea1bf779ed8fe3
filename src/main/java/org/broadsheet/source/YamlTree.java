package org.broadsheet.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * All of YAML as a tree of {@link Value}s, from SnakeYAML's events.
 *
 * <p>From events rather than {@code compose}, because then every limit of ours has a position (SnakeYAML's limit on
 * aliases has none), an alias costs what it repeats rather than being counted, and no tag ever reaches a constructor.
 */
final class YamlTree {

    /** Real files nest to 4; the readers of the tree recurse. */
    static final int MAX_DEPTH = 50;

    /** A file of 180 related articles has 3,000; this keeps the tree within a few hundred megabytes. */
    static final int MAX_VALUES = 1_000_000;

    /** How much text aliases may repeat in all, every value counting for one character more. */
    private static final int MAX_REPEATED_CHARACTERS = 1_000_000;

    private static final String STANDARD = "tag:yaml.org,2002:";

    /** Tags that say what a value is anyway. */
    private static final Set<String> HARMLESS = Set.of("str", "int", "float", "bool", "timestamp", "seq", "map");

    private record Anchored(Value value, long cost) {}

    private final int firstLine;
    private final CodePoints characters;
    private final Parser events;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private long cost; // characters and values so far, repetitions included
    private long repeated; // of these, what aliases added
    private int values;

    private YamlTree(String yaml, int firstLine) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE); // the size of the file is the limit
        this.firstLine = firstLine;
        this.characters = new CodePoints(yaml, firstLine);
        this.events = new ParserImpl(characters, options);
    }

    /** The value of a document, or null where it is empty; {@code firstLine} is the line of its first character. */
    static Value read(String yaml, int firstLine) {
        YamlTree tree = new YamlTree(yaml, firstLine);
        try {
            return tree.document();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() != null ? e.getProblemMark() : tree.characters.getMark();
            String problem = e.getProblem() != null ? e.getProblem() : e.getContext();
            throw tree.at(mark, "bad YAML: " + problem);
        } catch (YAMLException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The last two: escapes such as "\UFFFFFFFF" that SnakeYAML does not check.
            throw tree.at(tree.characters.getMark(), "bad YAML: " + e.getMessage());
        }
    }

    private Value document() {
        next(Event.ID.StreamStart);
        if (events.checkEvent(Event.ID.StreamEnd)) {
            return null;
        }
        next(Event.ID.DocumentStart);
        Value root = value(0);
        next(Event.ID.DocumentEnd);
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            throw at(events.peekEvent().getStartMark(), "bad YAML: a second document begins within the front matter");
        }
        return root;
    }

    private void next(Event.ID expected) {
        Event event = events.getEvent();
        if (!event.is(expected)) {
            throw at(event.getStartMark(), "bad YAML: " + event.getEventId() + " where " + expected + " belongs");
        }
    }

    private Value value(int depth) {
        Event event = events.getEvent();
        Mark mark = event.getStartMark();
        if (++values > MAX_VALUES) {
            throw at(mark, "bad YAML: more than %,d values".formatted(MAX_VALUES));
        }
        if (depth > MAX_DEPTH) {
            throw at(mark, "bad YAML: nested more than " + MAX_DEPTH + " deep");
        }
        if (event instanceof AliasEvent alias) {
            return repeated(alias);
        }
        long before = cost++;
        Value value = switch (event) {
            case ScalarEvent scalar -> text(scalar);
            case SequenceStartEvent sequence -> items(sequence, depth);
            case CollectionStartEvent mapping -> mapping(mapping, depth);
            default -> throw at(mark, "bad YAML: " + event.getEventId() + " where a value belongs");
        };
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, new Anchored(value, cost - before));
        }
        return value;
    }

    private Value repeated(AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAnchor());
        if (anchored == null) {
            throw at(alias.getStartMark(),
                    "bad YAML: no anchor " + Quoted.of(alias.getAnchor()) + " before this alias");
        }
        cost += anchored.cost();
        repeated += anchored.cost();
        if (repeated > MAX_REPEATED_CHARACTERS) {
            throw at(alias.getStartMark(),
                    "bad YAML: aliases repeat more than %,d characters".formatted(MAX_REPEATED_CHARACTERS));
        }
        return anchored.value();
    }

    private Value.Text text(ScalarEvent scalar) {
        requireHarmless(scalar.getTag(), scalar);
        cost += scalar.getValue().length();
        Mark mark = scalar.getStartMark();
        boolean plain = scalar.isPlain() && scalar.getTag() == null;
        return new Value.Text(scalar.getValue(), plain, line(mark), column(mark));
    }

    private Value.Items items(SequenceStartEvent start, int depth) {
        requireHarmless(start.getTag(), start);
        List<Value> items = new ArrayList<>();
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            items.add(value(depth + 1));
        }
        events.getEvent();
        return new Value.Items(items, line(start.getStartMark()), column(start.getStartMark()));
    }

    private Value.Mapping mapping(CollectionStartEvent start, int depth) {
        requireHarmless(start.getTag(), start);
        List<Value.Entry> entries = new ArrayList<>();
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            Value key = value(depth + 1);
            Value value = value(depth + 1);
            if (key instanceof Value.Text text) {
                entries.add(new Value.Entry(text, value));
            }
        }
        events.getEvent();
        return new Value.Mapping(entries, line(start.getStartMark()), column(start.getStartMark()));
    }

    private void requireHarmless(String tag, Event event) {
        if (tag == null) {
            return;
        }
        boolean standard = tag.startsWith(STANDARD);
        if (!standard || !HARMLESS.contains(tag.substring(STANDARD.length()))) {
            String written = standard ? "!!" + tag.substring(STANDARD.length()) : tag;
            throw at(event.getStartMark(), "bad YAML: the tag " + Quoted.of(written) + " is not allowed");
        }
    }

    private UnusableException at(Mark mark, String reason) {
        return new UnusableException(line(mark), column(mark), reason);
    }

    private int line(Mark mark) {
        return firstLine + mark.getLine();
    }

    private static int column(Mark mark) {
        return mark.getColumn() + 1;
    }
}
