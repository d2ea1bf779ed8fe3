package org.broadsheet.search;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQuery.Everything;
import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;
import org.broadsheet.search.Facet.DateBucket;
import org.broadsheet.search.Facet.Interval;
import org.broadsheet.search.Facet.RangeBucket;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How matches spread over time and quality. */
abstract class RangeFacetContract extends EngineContract {

    private Facet facet(FacetName facet, Filters filters) {
        return search(Ask.everything().filters(filters).size(0).facets(EnumSet.of(facet)).request()).facets()
                .get(facet);
    }

    private Facet.Dates dates(Filters filters) {
        return (Facet.Dates) facet(FacetName.DATE, filters);
    }

    private void givenDates(String... dates) {
        given(IntStream.range(0, dates.length)
                .mapToObj(i -> Articles.titled("Article " + i).date(dates[i]))
                .toArray(Articles[]::new));
    }

    private static DateBucket bucket(String from, String to, long count) {
        return new DateBucket(LocalDate.parse(from), LocalDate.parse(to), count, false);
    }

    private static Filters within(DateRange dates) {
        return new Filters(Map.of(), dates, null, null, null);
    }

    @Test
    void dates_overMoreThanTwoYears_areYears() {
        givenDates("2019-04-07", "2021-04-08", "2021-12-31T23:59:59.999Z");

        assertThat(dates(Filters.NONE)).isEqualTo(new Facet.Dates(Interval.YEAR,
                List.of(bucket("2019-01-01", "2019-12-31", 1), bucket("2021-01-01", "2021-12-31", 2)), 0));
    }

    @Test
    void dates_overJustTwoYears_areMonths() {
        givenDates("2019-04-07", "2021-04-07T23:59:59Z");

        assertThat(dates(Filters.NONE)).isEqualTo(new Facet.Dates(Interval.MONTH,
                List.of(bucket("2019-04-01", "2019-04-30", 1), bucket("2021-04-01", "2021-04-30", 1)), 0));
    }

    @Test
    void dates_overADayMoreThanTwoYears_areYears() {
        givenDates("2019-04-07T23:00:00Z", "2021-04-08T01:00:00Z");

        assertThat(dates(Filters.NONE).interval()).isEqualTo(Interval.YEAR);
    }

    @Test
    void dates_overADayMoreThanTwoMonths_areMonths() {
        givenDates("2021-02-07T23:00:00Z", "2021-04-08T01:00:00Z");

        assertThat(dates(Filters.NONE)).isEqualTo(new Facet.Dates(Interval.MONTH,
                List.of(bucket("2021-02-01", "2021-02-28", 1), bucket("2021-04-01", "2021-04-30", 1)), 0));
    }

    @Test
    void dates_overJustTwoMonths_areDays() {
        givenDates("2021-02-07", "2021-04-07", "2021-04-07T23:59:59.999Z");

        assertThat(dates(Filters.NONE)).isEqualTo(new Facet.Dates(Interval.DAY,
                List.of(bucket("2021-02-07", "2021-02-07", 1), bucket("2021-04-07", "2021-04-07", 2)), 0));
    }

    @Test
    void dates_ofOneArticle_areADay() {
        givenDates("1969-07-20T20:17:40Z");

        assertThat(dates(Filters.NONE)).isEqualTo(
                new Facet.Dates(Interval.DAY, List.of(bucket("1969-07-20", "1969-07-20", 1)), 0));
    }

    @Test
    void dates_missing() {
        given(Articles.titled("None"), Articles.titled("Neither"));

        assertThat(dates(Filters.NONE)).isEqualTo(new Facet.Dates(Interval.DAY, List.of(), 2));
    }

    @Test
    void dates_ofNothing() {
        given();

        assertThat(dates(Filters.NONE)).isEqualTo(new Facet.Dates(Interval.DAY, List.of(), 0));
    }

    @Test
    void dates_ofLeapYears() {
        givenDates("2020-02-29", "2020-04-29T12:00:00Z", "2020-04-30T12:00:00Z");

        assertThat(dates(Filters.NONE)).isEqualTo(new Facet.Dates(Interval.MONTH,
                List.of(bucket("2020-02-01", "2020-02-29", 1), bucket("2020-04-01", "2020-04-30", 2)), 0));
    }

    @Test
    void ownDates_areIgnored_alsoForTheInterval() {
        givenDates("2017-01-01", "2021-04-07", "2021-04-08");

        Facet.Dates dates = dates(within(DateRange.of(YearMonth.of(2021, 4))));

        assertThat(dates).isEqualTo(new Facet.Dates(Interval.YEAR,
                List.of(bucket("2017-01-01", "2017-12-31", 1), bucket("2021-01-01", "2021-12-31", 2)), 0));
    }

    @Test
    void otherFilters_narrowTheInterval() {
        given(Articles.titled("Old").date("2017-01-01").quality(10),
                Articles.titled("New").date("2021-04-07").quality(50), Articles.titled("None").quality(50));

        assertThat(dates(new Filters(Map.of(), null, new NumberRange(50, null), null, null)))
                .isEqualTo(new Facet.Dates(Interval.DAY, List.of(bucket("2021-04-07", "2021-04-07", 1)), 1));
    }

    @Test
    void bucketOfDates_isSelected_whenTheFilterIsJustThat() {
        givenDates("2021-03-01", "2021-04-07", "2021-08-08");

        assertThat(dates(within(DateRange.of(YearMonth.of(2021, 4)))).buckets()).containsExactly(
                bucket("2021-03-01", "2021-03-31", 1),
                new DateBucket(LocalDate.of(2021, 4, 1), LocalDate.of(2021, 4, 30), 1, true),
                bucket("2021-08-01", "2021-08-31", 1));
        assertThat(dates(within(DateRange.ofDays(LocalDate.of(2021, 4, 1), LocalDate.of(2021, 4, 29)))).buckets())
                .noneMatch(DateBucket::selected);
    }

    @Test
    void quality_inFiveBuckets_always() {
        given(Articles.titled("None"), Articles.titled("0").quality(0), Articles.titled("24").quality(24),
                Articles.titled("25").quality(25), Articles.titled("74").quality(74),
                Articles.titled("100").quality(100), Articles.titled("5000").quality(5000));

        assertThat(facet(FacetName.QUALITY, Filters.NONE)).isEqualTo(new Facet.Ranges(List.of(
                new RangeBucket(0, 24, 2, false), new RangeBucket(25, 49, 1, false), new RangeBucket(50, 74, 1, false),
                new RangeBucket(75, 99, 0, false), new RangeBucket(100, null, 2, false)), 1));
    }

    @Test
    void quality_ofNothing() {
        given();

        Facet.Ranges ranges = (Facet.Ranges) facet(FacetName.QUALITY, Filters.NONE);

        assertThat(ranges.buckets()).hasSize(5).allMatch(bucket -> bucket.count() == 0);
        assertThat(ranges.missing()).isZero();
    }

    @Test
    void ownQuality_isIgnored_andItsBucketSelected() {
        given(Articles.titled("None"), Articles.titled("10").quality(10), Articles.titled("30").quality(30));

        Facet.Ranges ranges = (Facet.Ranges) facet(FacetName.QUALITY,
                new Filters(Map.of(), null, new NumberRange(25, 49), null, null));

        assertThat(ranges.buckets()).startsWith(new RangeBucket(0, 24, 1, false), new RangeBucket(25, 49, 1, true));
        assertThat(ranges.missing()).isEqualTo(1);
    }

    @Test
    void lastBucketOfQuality_isSelected_whenTheFilterIsOpen() {
        given(Articles.titled("100").quality(100));

        Facet.Ranges ranges = (Facet.Ranges) facet(FacetName.QUALITY,
                new Filters(Map.of(), null, new NumberRange(100, null), null, null));

        assertThat(ranges.buckets()).endsWith(new RangeBucket(100, null, 1, true));
    }

    @Test
    void facetsOfRanges_obeyEachOther() {
        given(Articles.titled("A").date("2021-04-07").quality(10), Articles.titled("B").date("2021-04-08").quality(30));
        Filters filters = new Filters(Map.of(), DateRange.ofDays(LocalDate.of(2021, 4, 7), LocalDate.of(2021, 4, 7)),
                new NumberRange(25, 49), null, null);

        EngineAnswer answer = search(Ask.of(new Everything())
                .sort(SortOrder.OLDEST)
                .filters(filters)
                .facets(allFacets())
                .request());

        assertThat(answer.total()).isZero();
        assertThat(((Facet.Dates) answer.facets().get(FacetName.DATE)).buckets())
                .containsExactly(bucket("2021-04-08", "2021-04-08", 1));
        assertThat(((Facet.Ranges) answer.facets().get(FacetName.QUALITY)).buckets())
                .startsWith(new RangeBucket(0, 24, 1, false), new RangeBucket(25, 49, 0, true));
    }
}
