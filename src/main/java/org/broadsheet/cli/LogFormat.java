package org.broadsheet.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.broadsheet.operation.RequestLog;
import org.slf4j.LoggerFactory;

/**
 * Says what is logged, and how: Broadsheet's own messages, and the warnings of the libraries, on standard error. It is
 * found by logback as a service. In code rather than in a file, since reading a file takes longer than most searches.
 */
public final class LogFormat extends ContextAwareBase implements Configurator {

    /**
     * The message and its facts. What they hold may come from outside: it can neither begin a line of its own nor drive a
     * terminal.
     */
    private static final String ONE_LINE = "%replace(%replace(%msg %kvp){'[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]', '\uFFFD'}){' $', ''}";
    static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: " + ONE_LINE + "%n";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(PATTERN);
        use(encoder, context);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger("org.broadsheet").setLevel(Level.INFO);
        context.getLogger(RequestLog.ACCESS).setLevel(Level.INFO);
        // It logs what it also throws, such as that the port is in use.
        context.getLogger("io.javalin.Javalin").setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** From now on, one JSON object on each line. */
    static void useJson() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).detachAndStopAllAppenders();
            use(new JsonLines(), context);
        }
    }

    private static void use(Encoder<ILoggingEvent> encoder, LoggerContext context) {
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }
}
