package org.broadsheet.indexing;

import java.time.Duration;

/**
 * How files are watched.
 *
 * @param quiet a burst of changes has ended when so long nothing more has changed
 * @param longest a burst that does not end is indexed after so long
 * @param rescan how often everything is looked at, whatever was told
 * @param unwatched the same where the system cannot tell of changes, for instance because its limit of watches is reached
 * @param retry how long to wait after a run that failed; doubled each time, up to {@code unwatched}
 */
public record WatchSettings(Duration quiet, Duration longest, Duration rescan, Duration unwatched, Duration retry) {

    /**
     * A change is to be seen within 2 s: that leaves time for the run and for the server's next look. A pull of some
     * thousand files takes seconds, with gaps of less than a tenth of one, and shall be one commit. Looking at 100,000
     * files costs half a second, which every ten minutes is nothing.
     */
    public static final WatchSettings DEFAULT = new WatchSettings(Duration.ofMillis(200), Duration.ofSeconds(10),
            Duration.ofMinutes(10), Duration.ofSeconds(30), Duration.ofSeconds(1));
}
