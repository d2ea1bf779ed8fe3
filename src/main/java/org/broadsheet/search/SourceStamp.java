package org.broadsheet.search;

/**
 * How a source was when a run last read it through, so that the next one can tell what may have changed since.
 *
 * @param readAtMillis when that run began, in milliseconds since 1970: a file changed before that is the one it read, one
 *     changed later may not be; 0 where no run has
 * @param size of an archive's own file, in bytes; 0 of a folder, and of an archive that is to be read again in any case
 * @param modifiedMillis when an archive's own file was last changed, in milliseconds since 1970; 0 as the size
 */
public record SourceStamp(long readAtMillis, long size, long modifiedMillis) {

    /** Of a source that nothing is known of: all of it is read. */
    public static final SourceStamp NONE = new SourceStamp(0, 0, 0);

    /** Of one whose files each have a stamp of their own. */
    public static SourceStamp readAt(long millis) {
        return new SourceStamp(millis, 0, 0);
    }
}
