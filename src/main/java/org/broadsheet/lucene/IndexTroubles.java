package org.broadsheet.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.broadsheet.search.EngineException;

/**
 * Says in one line what is wrong with an index, and which command mends it.
 *
 * @param index its folder
 */
record IndexTroubles(Path index) {

    /** There is no index yet. */
    EngineException missing(Exception cause) {
        return new EngineException("there is no index at " + index + ": make one with broadsheet index --index " + index
                + " SOURCE...", cause);
    }

    /** Of another version of the program, or analysed in another way. */
    EngineException foreign(Exception cause) {
        return new EngineException("the index at " + index + " was built by another version or for another language: "
                + rebuild(), cause);
    }

    EngineException damaged(Exception cause) {
        return new EngineException("the index at " + index + " is damaged" + reason(cause) + ": " + rebuild(), cause);
    }

    /** Why it could not be read. */
    EngineException reading(Exception e) {
        return switch (e) {
            case EngineException known -> known;
            case AccessDeniedException _ -> denied("read", e);
            case IndexFormatTooOldException _ -> foreign(e);
            case IndexFormatTooNewException _ -> foreign(e);
            default -> isDamage(e)
                    ? damaged(e)
                    : new EngineException("the index at " + index + " cannot be read" + reason(e) + ": " + rebuild(),
                            e);
        };
    }

    /** Why it could not be written. */
    EngineException writing(Exception e) {
        return switch (e) {
            case EngineException known -> known;
            case LockObtainFailedException _ -> new EngineException("the index at " + index
                    + " is being written by another command: wait until that has ended, then try again", e);
            case AccessDeniedException _ -> denied("written", e);
            case IndexFormatTooOldException _ -> foreign(e);
            case IndexFormatTooNewException _ -> foreign(e);
            // One thread met the trouble, and closed the writer for all others.
            case AlreadyClosedException closed when closed.getCause() instanceof Exception cause -> writing(cause);
            default -> isDamage(e)
                    ? damaged(e)
                    : new EngineException("the index at " + index + " cannot be written" + reason(e)
                            + ": make room, or choose another place with --index; what it held before, it still holds",
                            e);
        };
    }

    private EngineException denied(String done, Exception e) {
        return new EngineException("the index at " + index + " may not be " + done + ": check its permissions", e);
    }

    /** What Lucene throws on files that are missing, cut short or filled with something else. */
    static boolean isDamage(Exception e) {
        return e instanceof CorruptIndexException || e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException || e instanceof FileNotFoundException
                || e instanceof NoSuchFileException || e instanceof EOFException;
    }

    private String rebuild() {
        return "build it anew with broadsheet index --rebuild --index " + index + " SOURCE...";
    }

    private static String reason(Exception cause) {
        return cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
    }
}
