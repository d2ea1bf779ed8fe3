package org.broadsheet.search;

import org.junit.jupiter.api.Nested;

/**
 * What every engine does. An engine joins by a class that says how one is made, and no more:
 *
 * <pre>{@code
 * class MyEngineTest extends ArticleEngineContract {
 *     @Override
 *     protected EngineUnderTest newEngine() {
 *         return …;
 *     }
 * }
 * }</pre>
 */
public abstract class ArticleEngineContract {

    /** An engine whose index holds nothing yet, for one test. */
    protected abstract EngineUnderTest newEngine();

    @Nested
    class Words extends WordContract {
        @Override
        EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }
}
