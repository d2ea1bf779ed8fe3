/**
 * Which terms does a text have? The declared {@link org.broadsheet.field.Analysis} at work, the same for every engine:
 * two that cut a text differently could not give the same answers.
 *
 * <p>Entry point: {@link org.broadsheet.analysis.Analyzers}.
 */
package org.broadsheet.analysis;
