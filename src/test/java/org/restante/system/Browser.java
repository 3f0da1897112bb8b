package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium that looks at the console of {@link Nodes#a()} as one of its users. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String REQUIRED = "RESTANTE_TEST_BROWSER";
    private static final Path SCREENSHOTS =
            Path.of(System.getProperty("restante.test.screenshots", "target/screenshots"));

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Opens one, in which that user logs in; where none is installed the test is skipped, or fails if one is required. */
    static Browser of(Client user) {
        Optional<Path> chromium = onPath("chromium");
        Optional<Path> chromedriver = onPath("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            assertThat(System.getenv(REQUIRED))
                    .as("chromium and chromedriver are on the path")
                    .isNotEqualTo("required");
            Assumptions.abort("no chromium and chromedriver on the path: the console is not tested in a browser");
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable("browser", Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(10));
        return browser.open("login")
                .type("#user", user.user())
                .type("#password", user.password())
                .press("button")
                .shows("Overview");
    }

    /** Goes to a page. */
    Browser open(String page) {
        driver.get(Nodes.a().uri("/restante/" + page).toString());
        return this;
    }

    /** What the page says. */
    String text() {
        return driver.findElement(By.tagName("main")).getText();
    }

    /** Waits until the page says all of that: where somebody pressed something, the next page may be still to come. */
    Browser shows(String... texts) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(StaleElementReferenceException.class)
                .untilAsserted(() -> assertThat(text()).contains(texts));
        return this;
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    boolean has(String css) {
        driver.manage().timeouts().implicitlyWait(Duration.ZERO);
        try {
            return !driver.findElements(By.cssSelector(css)).isEmpty();
        } finally {
            driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(10));
        }
    }

    /** Writes into a field. */
    Browser type(String css, String text) {
        find(css).sendKeys(text);
        return this;
    }

    /** Presses what is there, as who has no mouse does. */
    Browser press(String css) {
        find(css).sendKeys(Keys.ENTER);
        return this;
    }

    /** What the browser complains of since it was asked last. */
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Pictures of the page on a desk and on a telephone; on neither it is wider than that. */
    Browser picture(String name) {
        for (int width : new int[] {1280, 390}) {
            driver.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
            Object wide = driver.executeScript("return document.documentElement.scrollWidth > " + width);
            assertThat(wide).as(name + " is wider than " + width).isEqualTo(false);
            Object png = driver.executeCdpCommand(
                            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                    .get("data");
            write(
                    SCREENSHOTS.resolve(name + "-" + width + ".png"),
                    Base64.getDecoder().decode(String.valueOf(png)));
        }
        return this;
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
