package org.broadsheet.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Numbers as bars side by side. What is wide is in percent of the chart's width, so that it fits every page, and what is
 * high in pixels; text keeps its size.
 *
 * @param title what is counted
 * @param top the largest number, which the highest bar stands for; empty where there is none
 * @param bars from left to right, without those that are empty
 * @param ticks the words under some of them
 */
record Chart(String title, String top, List<Bar> bars, List<Tick> ticks) {

    /** Of the whole drawing, and of the highest bar in it, in pixels. */
    static final int HEIGHT = 120;
    static final int BASE = 98;
    private static final int HIGHEST = 82;
    /** What is there is seen, be it one among a million. */
    private static final double LOWEST = 2;
    /** Of its place, so that bars stand apart. */
    private static final double BREADTH = 0.84;
    /** Wider bars than this look like walls: few numbers leave room beside them. In percent of the chart. */
    private static final double WIDEST = 100.0 / 6;
    /** As many words as have room on a telephone. */
    private static final int TICKS = 5;

    /**
     * A number to be drawn.
     *
     * @param label in full
     * @param tick as short as it goes
     * @param url where it leads, or null
     * @param from the first day that it counts, or null where it counts no days; so with {@code to}, the last
     */
    record Mark(String label, String tick, long count, String url, LocalDate from, LocalDate to, boolean selected) {
        Mark(String label, String tick, long count, String url) {
            this(label, tick, count, url, null, null, false);
        }
    }

    /**
     * A bar with its place.
     *
     * @param slot where its place begins, and {@code wide} how wide that is: all of it can be clicked
     */
    record Bar(Mark mark, String text, String slot, String wide, String x, String width, String y, String height) {}

    /**
     * A word under the bars.
     *
     * @param anchor which part of it stands at {@code x}: start, middle or end
     */
    record Tick(String text, String x, String anchor) {}

    static Chart of(String title, List<Mark> marks) {
        long most = marks.stream().mapToLong(Mark::count).max().orElse(0);
        double wide = marks.isEmpty() ? 0 : Math.min(WIDEST, 100.0 / marks.size());
        List<Bar> bars = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        int every = (marks.size() + TICKS - 1) / TICKS;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            double slot = i * wide;
            if (mark.count() > 0) {
                double height = Math.max(LOWEST, (double) HIGHEST * mark.count() / most);
                bars.add(new Bar(mark, Wording.articles(mark.count()), percent(slot), percent(wide),
                        percent(slot + wide * (1 - BREADTH) / 2), percent(wide * BREADTH), decimal(BASE - height),
                        decimal(height)));
            }
            // Few bars are wide enough to have their words under their middle.
            if (marks.size() <= TICKS + 1) {
                ticks.add(new Tick(mark.tick(), percent(slot + wide / 2), "middle"));
            } else if (i % every == 0) {
                boolean last = slot > 90;
                ticks.add(new Tick(mark.tick(), percent(last ? 100 : slot + wide * (1 - BREADTH) / 2),
                        last ? "end" : "start"));
            }
        }
        return new Chart(title, most == 0 ? "" : Wording.number(most), bars, ticks);
    }

    private static String percent(double value) {
        return decimal(value) + "%";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
