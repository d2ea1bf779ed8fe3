package org.broadsheet.search;

/**
 * What tells one version of a file from another.
 *
 * @param size in bytes
 * @param modifiedMillis when it was last changed, in milliseconds since 1970; 0 where unknown
 * @param hash of the content: two versions with the same hash are the same
 */
public record FileStamp(long size, long modifiedMillis, String hash) {}
