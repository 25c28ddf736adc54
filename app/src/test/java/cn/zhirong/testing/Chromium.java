package cn.zhirong.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser in which walks are made. Where there is none, tests that want one are skipped, loudly. */
public final class Chromium implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Chromium(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test where there is no Chromium; to be called before anything else is started. */
    public static void required() {
        Path chromium = executable();
        if (!Files.isExecutable(chromium)) {
            System.err.println(
                    "NO BROWSER TESTS: there is no Chromium at " + chromium + "; install it or set CHROMIUM.");
        }
        assumeTrue(Files.isExecutable(chromium), "no Chromium at " + chromium);
    }

    /** Starts it. */
    public static Chromium start() {
        required();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable())
                                .setArgs(ARGUMENTS)));
    }

    /**
     * A visitor of the site at {@code url}, with no cookies yet.
     *
     * @param width of the window, in pixels
     * @param scripts whether JavaScript runs
     */
    public Visit visit(String url, int width, boolean scripts) {
        return new Visit(
                browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setJavaScriptEnabled(scripts)
                        .setAcceptDownloads(true)),
                url,
                scripts);
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path executable() {
        return Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    }
}
