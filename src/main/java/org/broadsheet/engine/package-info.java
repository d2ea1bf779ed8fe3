/**
 * What must every engine do alike? All of an engine's work that neither asks its index nor depends on how that is made:
 * two engines that read a query or completed a word each in its own way could not give the same answers.
 *
 * <p>{@link org.broadsheet.engine.QueryTranslation} — which terms and conditions does a query ask for?
 * {@link org.broadsheet.engine.WordRanking} — what do its words add to a score? {@link org.broadsheet.engine.Reasons} —
 * how is a score told in words? {@link org.broadsheet.engine.Completer} — what may a reader be about to type?
 * {@link org.broadsheet.engine.CommitWatch} — is there a newer commit?
 */
package org.broadsheet.engine;
