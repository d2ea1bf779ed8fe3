/**
 * How good is the ranking? A list of queries is searched, the answers are held against judgments of which documents are
 * relevant, and six {@linkplain org.broadsheet.evaluation.Measure measures} say how well they agree.
 *
 * <pre>{@code
 * Evaluation evaluation = Evaluation.read(queries, judgments, exclusions);
 * Run run = evaluation.search(service, answered -> {});
 * run.write(Path.of("today.run"));
 * EvaluationReport report = evaluation.report(run, Run.read(Path.of("yesterday.run")));
 * IO.print(report.text());
 * }</pre>
 *
 * <p>All files are text in UTF-8; empty lines are passed over. Where fields are separated by spaces or tabs, a document
 * may hold spaces itself.
 *
 * <table>
 * <caption>Files</caption>
 * <tr><td>queries</td><td>{@code id<TAB>text}</td></tr>
 * <tr><td>judgments, as TREC has them</td><td>{@code query 0 document grade}</td></tr>
 * <tr><td>exclusions</td><td>{@code query<TAB>document}, several for a query if need be</td></tr>
 * <tr><td>runs, as TREC has them</td><td>{@code query Q0 document rank score tag}</td></tr>
 * </table>
 *
 * <p>A document is an article's path, its file name, or its file name less the ending ({@code 31715818} for
 * {@code scifact/31715818.md}). A name that two paths share is refused as soon as both are among the hits; one whose
 * namesake is never found goes unnoticed and does no harm.
 *
 * <p>What is counted: the queries of the list for which at least one document is judged relevant (a grade above 0). A
 * query without one says nothing about a ranking and is left out, and so is a judged query that is not in the list. A
 * query that finds nothing counts 0, as with {@code trec_eval -c}.
 */
package org.broadsheet.evaluation;
