package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.broadsheet.field.Analysis;
import org.broadsheet.field.Analysis.Component;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.ArticleField.Text;
import org.broadsheet.field.ArticleField.Value;
import org.broadsheet.field.Ranking;
import org.broadsheet.search.FacetName;

/** The settings and the mapping of an index, built from the declared fields and their analysis. */
final class IndexDefinition {

    /** Positions between two values of one field, so that no phrase matches across them. */
    private static final int GAP = 100;
    /** Longer than any term with its frequency behind it. */
    private static final int LONGEST_TOKEN = 1_000;
    /** A longer value of a facet is no value that anybody chooses. */
    static final int LONGEST_VALUE = 1_000;
    /** The last hit that page numbers reach, and one more that tells whether there is a next page. */
    private static final int DEEPEST = 10_101;
    /** How long a removed article must not come back by a batch that was sent before and arrives after. */
    private static final String TOMBSTONES = "1h";

    private static final String EXACT = "exact";
    private static final String STEMMED = "stemmed";
    private static final String SUMMED = "summed";

    /** Components by the names of Lucene, and what OpenSearch calls them where that is not the same in other letters. */
    private static final Map<String, ObjectNode> NAMED_OTHERWISE = Map.of("asciiFolding", filter("asciifolding"),
            "englishPossessive", stemmer("possessive_english"));
    /** Components that would have to be told what Lucene knows by itself, and that the cluster has ready for use too. */
    private static final Set<String> READY = Set.of("elision");
    private static final String LIGHT_STEM = "LightStem";

    private final OpenSearchEngine.Settings settings;
    private final ObjectNode root = object();

    private IndexDefinition(OpenSearchEngine.Settings settings) {
        this.settings = settings;
        addSettings();
        addMapping();
    }

    /** As the body of a request that makes an index. */
    static String json(OpenSearchEngine.Settings settings) {
        return new IndexDefinition(settings).root.toString();
    }

    private void addSettings() {
        ObjectNode index = root.putObject("settings").putObject("index");
        index.put("number_of_shards", settings.shards());
        index.put("number_of_replicas", settings.replicas());
        index.put("refresh_interval", "-1"); // nobody reads it before it is complete
        index.put("max_result_window", DEEPEST);
        index.put("gc_deletes", TOMBSTONES);
        Ranking ranking = Ranking.DEFAULT;
        index.putObject("similarity")
                .putObject("default")
                .put("type", "BM25")
                .put("k1", ranking.k1())
                .put("b", ranking.b());
        addAnalysis(index.putObject("analysis"));
    }

    private void addAnalysis(ObjectNode node) {
        Analysis analysis = settings.analysis();
        List<String> characters = define(node.putObject("char_filter"), "characters", analysis.characters());
        ObjectNode filters = node.putObject("filter");
        List<String> exact = define(filters, EXACT, analysis.exact());
        List<String> stem = define(filters, "stem", List.of(analysis.stem()));
        filters.putObject("frequency").put("type", "delimited_term_freq");
        ObjectNode tokenizers = node.putObject("tokenizer");
        tokenizers.set("words", component(analysis.tokenizer()));
        tokenizers.putObject("blanks").put("type", "whitespace").put("max_token_length", LONGEST_TOKEN);
        ObjectNode analyzers = node.putObject("analyzer");
        addAnalyzer(analyzers, EXACT, characters, "words", exact);
        List<String> stemmed = new ArrayList<>(exact);
        stemmed.addAll(stem);
        addAnalyzer(analyzers, STEMMED, characters, "words", stemmed);
        addAnalyzer(analyzers, SUMMED, List.of(), "blanks", List.of("frequency"));
    }

    private static List<String> define(ObjectNode node, String prefix, List<Component> components) {
        List<String> names = new ArrayList<>();
        for (Component component : components) {
            String name = READY.contains(component.name()) ? component.name() : prefix + names.size();
            if (!READY.contains(name)) {
                node.set(name, component(component));
            }
            names.add(name);
        }
        return names;
    }

    private static ObjectNode component(Component component) {
        String name = component.name();
        if (NAMED_OTHERWISE.containsKey(name)) {
            return NAMED_OTHERWISE.get(name).deepCopy();
        }
        if (name.endsWith(LIGHT_STEM)) {
            return stemmer("light_" + name.substring(0, name.length() - LIGHT_STEM.length()));
        }
        ObjectNode node = filter(name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
        component.settings().forEach(node::put);
        return node;
    }

    private static ObjectNode filter(String type) {
        return object().put("type", type);
    }

    private static ObjectNode stemmer(String language) {
        return filter("stemmer").put("language", language);
    }

    private static void addAnalyzer(ObjectNode analyzers, String name, List<String> characters, String tokenizer,
            List<String> filters) {
        ObjectNode analyzer = analyzers.putObject(name)
                .put("type", "custom")
                .put("tokenizer", tokenizer)
                .put("position_increment_gap", GAP);
        ArrayNode before = analyzer.putArray("char_filter");
        characters.forEach(before::add);
        ArrayNode after = analyzer.putArray("filter");
        filters.forEach(after::add);
    }

    private void addMapping() {
        ObjectNode mapping = root.putObject("mappings").put("dynamic", "strict");
        mapping.putObject("_source").putArray("includes").add(IndexFields.ARTICLE);
        ObjectNode fields = mapping.putObject("properties");
        fields.putObject(IndexFields.ARTICLE).put("type", "object").put("enabled", false);
        for (ArticleField field : ArticleField.values()) {
            addField(fields, field);
        }
        for (FacetName facet : FacetName.values()) {
            if (facet.hasValues()) {
                fields.putObject(IndexFields.names(facet)).put("type", "keyword");
            }
        }
        addSummed(fields, IndexFields.WORDS);
        addSummed(fields, IndexFields.STEMS);
        fields.putObject(IndexFields.VOCABULARY).put("type", "keyword").put("index", false);
        for (String name : List.of(IndexFields.ID, IndexFields.SOURCE, IndexFields.WHOLE_TITLE, IndexFields.UNDATED)) {
            fields.putObject(name).put("type", "keyword");
        }
        for (String name : List.of(IndexFields.STORED_PATH, IndexFields.STAMP)) {
            fields.putObject(name).put("type", "keyword").put("index", false);
        }
        for (String name : List.of(IndexFields.BODY, IndexFields.RELATED)) {
            fields.putObject(name)
                    .put("type", "keyword")
                    .put("index", false)
                    .put("doc_values", false)
                    .put("store",
                            true);
        }
        for (ArticleField field : List.of(ArticleField.QUALITY, ArticleField.HEAT)) {
            fields.putObject(IndexFields.feature(field)).put("type", "rank_feature");
        }
    }

    /** Frequencies are summed before they come here, so there are no positions to keep. */
    private static void addSummed(ObjectNode fields, String name) {
        fields.putObject(name).put("type", "text").put("analyzer", SUMMED).put("index_options", "freqs");
    }

    private static void addField(ObjectNode fields, ArticleField field) {
        if (field.text() == Text.NONE) {
            fields.set(field.queryName(), value(field));
            return;
        }
        ObjectNode text = fields.putObject(field.queryName());
        text.put("type", "text").put("analyzer", EXACT).put("norms", field.weight() > 0);
        ObjectNode twins = object();
        if (field.text() == Text.STEMMED) {
            twins.putObject("stem").put("type", "text").put("analyzer", STEMMED);
        }
        if (field.value() != Value.NONE) {
            twins.set("value", value(field));
        }
        if (!twins.isEmpty()) {
            text.set("fields", twins);
        }
    }

    private static ObjectNode value(ArticleField field) {
        if (field == ArticleField.DATE) {
            return object().put("type", "date").put("format", "epoch_millis");
        }
        return field.value() == Value.NUMBER
                ? object().put("type", "long")
                : object().put("type", "keyword").put("ignore_above", LONGEST_VALUE);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
