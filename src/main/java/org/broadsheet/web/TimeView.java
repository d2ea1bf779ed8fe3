package org.broadsheet.web;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.broadsheet.query.DateRange;
import org.broadsheet.search.Facet;

/**
 * An answer over time. Every bar narrows it to a year, a month or a day, and the trail leads back out.
 *
 * @param trail from all time to what is shown; its last has no address
 * @param undated how many have no date, in words, or null where all have one
 * @param all where a range that is dragged begins: the search without dates
 */
record TimeView(Chart chart, List<Link> trail, String undated, String all) {

    /** Beyond this a date that is centuries off would leave nothing to be seen: then only what is there is drawn. */
    private static final int MOST_BARS = 130;

    /** Null where there is nothing to draw. */
    static TimeView of(Facet.Dates dates, DateRange range, SearchUrl search) {
        if (dates.buckets().isEmpty() && range == null) {
            return null;
        }
        SearchUrl all = search.with("from").with("to");
        List<Chart.Mark> marks = marks(dates, range, all);
        String title = switch (dates.interval()) {
            case YEAR -> "Articles by year";
            case MONTH -> "Articles by month";
            case DAY -> "Articles by day";
        };
        return new TimeView(Chart.of(title, marks), trail(range, all),
                dates.missing() == 0 || range != null ? null : Wording.number(dates.missing()) + " without a date",
                all.toString());
    }

    /** Also the times in between at which nothing was published, so that distances are true. */
    private static List<Chart.Mark> marks(Facet.Dates dates, DateRange range, SearchUrl all) {
        if (dates.buckets().isEmpty()) {
            return List.of();
        }
        Map<LocalDate, Facet.DateBucket> buckets = dates.buckets()
                .stream()
                .collect(Collectors.toMap(Facet.DateBucket::from, Function.identity()));
        LocalDate last = dates.buckets().getLast().from();
        List<LocalDate> times = new ArrayList<>();
        for (LocalDate time = dates.buckets().getFirst().from(); !time.isAfter(last)
                && times.size() <= MOST_BARS; time = next(dates.interval(), time)) {
            times.add(time);
        }
        if (times.size() > MOST_BARS) {
            times = dates.buckets().stream().map(Facet.DateBucket::from).toList();
        }
        return times.stream().map(time -> mark(dates.interval(), time, buckets.get(time), range, all)).toList();
    }

    private static Chart.Mark mark(Facet.Interval interval, LocalDate time, Facet.DateBucket bucket, DateRange range,
            SearchUrl all) {
        LocalDate to = next(interval, time).minusDays(1);
        boolean selected = DateRange.ofDays(time, to).equals(range);
        return new Chart.Mark(Wording.bucket(interval, time), Wording.tick(interval, time),
                bucket == null ? 0 : bucket.count(), url(all, time, to), time, to, selected);
    }

    private static LocalDate next(Facet.Interval interval, LocalDate time) {
        return switch (interval) {
            case YEAR -> time.plusYears(1);
            case MONTH -> time.plusMonths(1);
            case DAY -> time.plusDays(1);
        };
    }

    private static List<Link> trail(DateRange range, SearchUrl all) {
        List<Link> trail = new ArrayList<>();
        if (range == null) {
            return trail;
        }
        trail.add(new Link("All time", all.toString()));
        if (range.from() == null || range.before() == null) {
            trail.add(new Link(Wording.range(range), null));
            return trail;
        }
        LocalDate first = day(range.from());
        LocalDate last = day(range.before().minusMillis(1));
        DateRange year = DateRange.of(Year.of(first.getYear()));
        DateRange month = DateRange.of(YearMonth.from(first));
        if (year.equals(range)) {
            trail.add(new Link(Integer.toString(first.getYear()), null));
        } else if (first.getYear() == last.getYear()) {
            trail.add(new Link(Integer.toString(first.getYear()),
                    url(all, day(year.from()), day(year.before()).minusDays(1))));
            if (YearMonth.from(first).equals(YearMonth.from(last)) && !month.equals(range)) {
                trail.add(new Link(Wording.bucket(Facet.Interval.MONTH, first),
                        url(all, first.withDayOfMonth(1), day(month.before()).minusDays(1))));
            }
            trail.add(new Link(month.equals(range)
                    ? Wording.bucket(Facet.Interval.MONTH, first)
                    : Wording.range(range), null));
        } else {
            trail.add(new Link(Wording.range(range), null));
        }
        return trail;
    }

    private static LocalDate day(java.time.Instant instant) {
        return instant.atOffset(java.time.ZoneOffset.UTC).toLocalDate();
    }

    private static String url(SearchUrl all, LocalDate from, LocalDate to) {
        return all.with("from", from.toString()).with("to", to.toString()).toString();
    }
}
