package org.w3id.trilateral.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window, which cannot reach any host but this one, and what it has complained about. */
final class Browser implements AutoCloseable {
    static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Pattern REQUEST =
            Pattern.compile("\"method\":\"Network.requestWillBeSent\".*?\"url\":\"(?:https?|wss?)://([^/\"]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final Path profile;
    private final String origin;

    Browser(String origin) throws IOException {
        this.origin = origin;
        this.profile = Files.createTempDirectory("chromium");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=en-US",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost", "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        this.driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile())
                .build(), options);
        driver.manage().timeouts().implicitlyWait(PATIENCE).scriptTimeout(PATIENCE.multipliedBy(2));
        width(1440);
    }

    static boolean isInstalled() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    void open(String path) {
        driver.get(origin + path);
    }

    /** Waits until there is such an element. */
    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        find(css);
        return driver.findElements(By.cssSelector(css));
    }

    String text(String css) {
        return find(css).getText();
    }

    String address() {
        return driver.getCurrentUrl().substring(origin.length());
    }

    void width(int pixels) {
        driver.manage().window().setSize(new Dimension(pixels, 900));
    }

    Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** What axe-core finds, by any of its rules and however slight, one line a rule. */
    List<String> barriers() {
        script(resource("/axe.min.js"));
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { resultTypes: ['violations'] }).then(result =>
                  done(result.violations.map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | '))));
                """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** What the console holds of errors, since the last call. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue()).map(LogEntry::getMessage)
                .toList();
    }

    /** The hosts that were asked for anything, since the last call. */
    TreeSet<String> hosts() {
        TreeSet<String> hosts = new TreeSet<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            Matcher request = REQUEST.matcher(entry.getMessage());
            if (request.find()) {
                hosts.add(request.group(1));
            }
        }
        return hosts;
    }

    /** How many bytes the page that is open took over the wire. */
    long bytes() {
        return ((Number) script("""
                return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
                  .reduce((sum, one) => sum + one.transferSize, 0);
                """)).longValue();
    }

    void withoutCache() {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
    }

    /** Presses keys wherever the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses a key while another is held. */
    void chord(Keys held, CharSequence key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    void dark(boolean isDark) {
        media("screen", "prefers-color-scheme", isDark ? "dark" : "light");
    }

    /** Shows pages as on that medium (screen, print) to a reader with that preference. */
    void media(String medium, String preference, String value) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium, "features",
                List.of(Map.of("name", preference, "value", value))));
    }

    /**
     * Scrolls to each picture of the page and waits until it is drawn, or taken away because there is nothing to draw.
     */
    void drawAll() {
        driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                const open = () => [...document.querySelectorAll('figure[data-view]')].filter(one => !one.hidden && one.querySelector('.tools').hidden);
                const next = () => {
                  if (!open().length) { scrollTo(0, 0); setTimeout(done, 100); return; }
                  open()[0].scrollIntoView();
                  setTimeout(next, 50);
                };
                next();
                """);
    }

    /** The sum of the layout shifts of the page since it was opened (https://web.dev/articles/cls). */
    double shifts() {
        return ((Number) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                let sum = 0;
                new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.hadRecentInput ? 0 : one.value; }))
                  .observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => done(sum), 150);
                """)).doubleValue();
    }

    private static String resource(String name) {
        try (InputStream in = Browser.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
