package org.broadsheet.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The system's Chromium without a window. Where there is none, tests that need it are skipped and say so, unless the
 * variable {@code CI} is set: there they must not pass unseen.
 */
final class Browser implements AutoCloseable {

    private static final List<Path> DRIVERS = List.of(Path.of("/usr/bin/chromedriver"),
            Path.of("/usr/lib/chromium/chromedriver"), Path.of("/usr/lib/chromium-browser/chromedriver"));
    private static final List<Path> BROWSERS = List.of(Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLLING = Duration.ofMillis(20);
    private static final String AXE = axe();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * @param scripts whether pages may run any
     */
    static Browser open(boolean scripts) {
        Path driver = first(DRIVERS);
        Path browser = first(BROWSERS);
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(driver != null, "no browser test: none of " + DRIVERS + " is there");
            Assumptions.assumeTrue(browser != null, "no browser test: none of " + BROWSERS + " is there");
        } else if (driver == null || browser == null) {
            throw new AssertionError("CI is set, but Chromium or its driver is not installed: " + DRIVERS + BROWSERS);
        }
        ChromeOptions options = new ChromeOptions().setBinary(browser.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--disable-component-update", "--disable-sync", "--hide-scrollbars");
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        return new Browser(new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile())
                .usingAnyFreePort()
                .build(), options));
    }

    /** Sees pages as a window of that width would, phones included, and in the given colours. */
    Browser as(int width, int height, boolean dark) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return this;
    }

    /** Runs a script in every page to come, before any of its own. */
    Browser beforeEachPage(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        return this;
    }

    Browser get(Object url) {
        driver.get(url.toString());
        return this;
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /**
     * With the mouse. The driver's own click takes all that is in a closed {@code <details>} for hidden, also what a
     * style shows.
     */
    Browser click(String css) {
        new Actions(driver).click(find(css)).perform();
        return this;
    }

    /** With the keyboard, wherever the focus is. */
    Browser type(String text) {
        new Actions(driver).sendKeys(text).perform();
        return this;
    }

    boolean isSeen(String css) {
        return Boolean.TRUE.equals(value("document.querySelector('" + css
                + "').checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})"));
    }

    /** Waits until it is so, at most five seconds. */
    Browser until(BooleanSupplier so) {
        new WebDriverWait(driver, PATIENCE, POLLING).ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "at " + url() + ", in " + value("document.activeElement.outerHTML.slice(0, 200)"))
                .until(any -> so.getAsBoolean());
        return this;
    }

    /** Waits until the address ends like that. */
    Browser untilAt(String end) {
        return until(() -> url().endsWith(end));
    }

    /** Presses a key, wherever the focus is, while others are held. */
    Browser press(Keys key, Keys... held) {
        Actions actions = new Actions(driver);
        for (Keys other : held) {
            actions.keyDown(other);
        }
        actions.sendKeys(key);
        for (Keys other : held) {
            actions.keyUp(other);
        }
        actions.perform();
        return this;
    }

    /** Presses the button on one element and lets it go on another. */
    Browser drag(WebElement from, WebElement to) {
        new Actions(driver).clickAndHold(from).moveToElement(to).release().perform();
        return this;
    }

    Browser back() {
        driver.navigate().back();
        return this;
    }

    Browser forward() {
        driver.navigate().forward();
        return this;
    }

    /** What axe finds that keeps people out, each with where it is; empty if nothing does. */
    List<String> barriers() {
        value(AXE);
        Object found = value("axe.run().then(run => run.violations.flatMap(violation => violation.nodes.map("
                + "node => violation.id + ': ' + violation.help + ': ' + node.html)))");
        assertThat(value("axe.version")).as("axe is there").isNotNull();
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    /** What the window shows, as a PNG. */
    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    String url() {
        return driver.getCurrentUrl();
    }

    /** The value of an expression, which runs also where pages may run no scripts. */
    Object value(String expression) {
        Map<String, Object> answer = driver.executeCdpCommand("Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        return ((Map<?, ?>) answer.get("result")).get("value");
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path first(List<Path> paths) {
        return paths.stream().filter(Files::isExecutable).findFirst().orElse(null);
    }
}
