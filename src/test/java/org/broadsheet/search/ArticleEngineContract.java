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
        protected EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class Queries extends QueryContract {
        @Override
        protected EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class Filtering extends FilterContract {
        @Override
        protected EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class Facets extends FacetContract {
        @Override
        protected EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class RangeFacets extends RangeFacetContract {
        @Override
        protected EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class SortingAndPaging extends SortAndPageContract {
        @Override
        protected EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class Hits extends HitContract {
        @Override
        protected EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class Suggestions extends SuggestionContract {
        @Override
        protected EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class Exports extends ExportContract {
        @Override
        protected EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class Commits extends CommitContract {
        @Override
        protected EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }

    @Nested
    class States extends StateContract {
        @Override
        protected EngineUnderTest newEngine() {
            return ArticleEngineContract.this.newEngine();
        }
    }
}
