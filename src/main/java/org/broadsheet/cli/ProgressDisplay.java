package org.broadsheet.cli;

import java.time.Duration;
import java.util.Locale;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.broadsheet.indexing.IndexProgress;

/** Shows how far indexing has come: a bar on a terminal, elsewhere a line now and then. */
final class ProgressDisplay implements IndexProgress, AutoCloseable {

    /** Seldom enough that a log is not filled, often enough to see that something happens. */
    private static final long LINE_NANOS = Duration.ofSeconds(10).toNanos();

    private final Output output;
    private final ProgressBar bar; // null if lines are printed
    private long lastLine = System.nanoTime();

    ProgressDisplay(Output output) {
        this.output = output;
        this.bar = output.terminal() ? bar(output) : null;
    }

    @Override
    public void found(long files) {
        if (bar != null) {
            bar.stepTo(files);
        } else if (System.nanoTime() - lastLine > LINE_NANOS) {
            lastLine = System.nanoTime();
            output.err().println(String.format(Locale.ROOT, "%d files read so far", files));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private static ProgressBar bar(Output output) {
        return new ProgressBarBuilder().setTaskName("Indexing")
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUnit(" files", 1)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(output.err(), output.width()))
                .clearDisplayOnFinish()
                .build();
    }
}
