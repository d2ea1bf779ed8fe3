/**
 * How much may be asked of a server at once, and how is it doing?
 *
 * <p>Nothing here knows of HTTP or of engines. {@link org.broadsheet.operation.Limits} says how much work is let in;
 * {@link org.broadsheet.operation.Admission}, {@link org.broadsheet.operation.ClientRates} and
 * {@link org.broadsheet.operation.Pace} keep to it, each of them to the limits as they are now, since an operator may
 * change them while the server runs. {@link org.broadsheet.operation.Metrics} counts what is done and what is refused,
 * {@link org.broadsheet.operation.RequestLog} writes it down, and {@link org.broadsheet.operation.QueryCounts} knows
 * what is asked most often.
 *
 * <p>Micrometer is used only here.
 */
package org.broadsheet.operation;
