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

    @Nested
    class Queries extends QueryContract {
        @Override
        EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class Filtering extends FilterContract {
        @Override
        EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class Facets extends FacetContract {
        @Override
        EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class RangeFacets extends RangeFacetContract {
        @Override
        EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class SortingAndPaging extends SortAndPageContract {
        @Override
        EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class Hits extends HitContract {
        @Override
        EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class Suggestions extends SuggestionContract {
        @Override
        EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class Exports extends ExportContract {
        @Override
        EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class Commits extends CommitContract {
        @Override
        EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class States extends StateContract {
        @Override
        EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }
}
