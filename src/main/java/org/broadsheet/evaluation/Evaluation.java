package org.broadsheet.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

import org.broadsheet.article.Article;
import org.broadsheet.search.SearchService;

import static java.util.stream.Collectors.toSet;

/** Queries, and what would be good answers to them. */
public final class Evaluation {

    /** Hits taken of each query, as is usual at TREC. */
    public static final int DEPTH = 1_000;

    private final Path queriesPath;
    private final Path judgmentsPath;
    private final Collection<JudgedQuery> listed;
    /** Those that are counted. */
    private final List<JudgedQuery> queries;
    private final Judgments judgments;
    private final Exclusions exclusions;
    private final DocumentNames names = new DocumentNames();

    private Evaluation(Path queries, Path judgments, Path exclusions) throws IOException {
        this.queriesPath = queries;
        this.judgmentsPath = judgments;
        this.listed = JudgedQuery.read(queries);
        this.judgments = Judgments.read(judgments, names);
        this.exclusions = exclusions == null ? Exclusions.NONE : Exclusions.read(exclusions, names);
        this.queries = listed.stream().filter(query -> this.judgments.hasRelevant(query.id())).toList();
    }

    /**
     * Reads what an evaluation needs; the {@linkplain org.broadsheet.evaluation package} describes the files.
     *
     * @param exclusions documents to leave out of the answers, or null
     * @throws EvaluationException if a line is malformed, or if none of the queries has a relevant document
     * @throws IOException if a file cannot be read
     */
    public static Evaluation read(Path queries, Path judgments, Path exclusions) throws IOException {
        Evaluation evaluation = new Evaluation(queries, judgments, exclusions);
        if (evaluation.queries.isEmpty()) {
            throw new EvaluationException(judgments,
                    "no document is relevant to any query of " + queries + ": do the two belong together?");
        }
        return evaluation;
    }

    /** How many queries are counted, at least one. */
    public int size() {
        return queries.size();
    }

    /**
     * What is likely to be a mistake, in sentences for whoever set up the evaluation: queries that are not counted, and
     * relevant documents, named by their paths, that the index does not hold and that therefore nothing can find. Empty
     * if all is well.
     */
    public List<String> notices(SearchService service) {
        List<String> notices = new ArrayList<>();
        int passedOver = listed.size() - queries.size();
        if (passedOver > 0) {
            notices.add(passedOver + " of " + listed.size() + " queries have no relevant document in " + judgmentsPath
                    + " and are not counted");
        }
        Set<String> ids = listed.stream().map(JudgedQuery::id).collect(toSet());
        List<String> unlisted = judgments.queries().stream().filter(query -> !ids.contains(query)).toList();
        if (!unlisted.isEmpty()) {
            notices.add(unlisted.size() + " of " + judgments.queries().size() + " judged queries are not in "
                    + queriesPath + " and are not counted, such as '" + unlisted.getFirst() + "'");
        }
        absent(service).ifPresent(notices::add);
        return notices;
    }

    /**
     * Asks every query that is counted, as any reader would, and takes the first {@value #DEPTH} hits that are not
     * excluded.
     *
     * @param answered told after each query how many have been answered
     * @throws EvaluationException if a document's name stands for two of the hits, or if the index changes meanwhile
     */
    public Run search(SearchService service, IntConsumer answered) {
        Retrieval retrieval = new Retrieval(service, names.resolver());
        Run run = new Run();
        int done = 0;
        for (JudgedQuery query : queries) {
            run.put(query.id(), retrieval.first(query.text(), exclusions.of(query.id())));
            answered.accept(++done);
        }
        return run;
    }

    /**
     * How good a run is.
     *
     * @throws EvaluationException if a document's name stands for two of the run's
     */
    public EvaluationReport report(Run run) {
        return new EvaluationReport(scores(run), null);
    }

    /**
     * How good a run is, and how it differs from an earlier one.
     *
     * @throws EvaluationException if a document's name stands for two of one run's
     */
    public EvaluationReport report(Run run, Run earlier) {
        List<QueryScores> scores = scores(run);
        return new EvaluationReport(scores, new Comparison(scores(earlier), scores));
    }

    /** Only a path tells which article it means; of other names an index cannot be asked whether it has them. */
    private Optional<String> absent(SearchService service) {
        Set<String> relevant = new LinkedHashSet<>();
        for (JudgedQuery query : queries) {
            judgments.of(query.id()).forEach((document, grade) -> {
                if (grade > 0 && document.contains("/")) {
                    relevant.add(document);
                }
            });
        }
        List<String> absent = relevant.stream().filter(path -> service.article(Article.idOf(path)).isEmpty()).toList();
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(absent.size() + " of " + relevant.size()
                + " relevant documents with a path are not in the index, such as '" + absent.getFirst() + "'");
    }

    private List<QueryScores> scores(Run run) {
        DocumentNames.Resolver resolver = names.resolver();
        return queries.stream().map(query -> {
            JudgedRanking ranking = judged(query.id(), run, resolver);
            Map<Measure, Double> values = new EnumMap<>(Measure.class);
            for (Measure measure : Measure.values()) {
                values.put(measure, measure.of(ranking));
            }
            return new QueryScores(query, values);
        }).toList();
    }

    private JudgedRanking judged(String query, Run run, DocumentNames.Resolver resolver) {
        Map<String, Integer> judged = judgments.of(query);
        List<Integer> grades = new ArrayList<>();
        for (Run.Ranked ranked : run.of(query)) {
            // A run that was made by another program may hold what is excluded here.
            if (grades.size() < DEPTH && resolver.nameOf(ranked.document(), exclusions.of(query)).isEmpty()) {
                grades.add(resolver.nameOf(ranked.document(), judged.keySet()).map(judged::get).orElse(0));
            }
        }
        return JudgedRanking.of(grades, judged.values());
    }
}
