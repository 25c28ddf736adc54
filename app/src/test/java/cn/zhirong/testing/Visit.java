package cn.zhirong.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One visitor's browser and everything it complained about. Its end fails where a page violated its content policy, had an
 * error in the console, asked somebody else for anything, scrolled sideways, or has a serious accessibility finding.
 */
public final class Visit implements AutoCloseable {
    private static final AtomicInteger PICTURES = new AtomicInteger();

    private final BrowserContext context;
    private final String site;
    private final boolean scripts;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();

    Visit(BrowserContext context, String site, boolean scripts) {
        this.context = context;
        this.site = site;
        this.scripts = scripts;
        page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                complaints.add("console at " + page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script at " + page.url() + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(site)
                    && !request.url().startsWith("data:")
                    && elsewhere.stream().noneMatch(request.url()::startsWith)) {
                complaints.add("request elsewhere: " + request.url());
            }
        });
    }

    /** The window. */
    public Page page() {
        return page;
    }

    /** Cookies and permissions. */
    public BrowserContext context() {
        return context;
    }

    /** Signed in by the secret of a session, without the page for it. */
    public Visit signedIn(String session) {
        context.addCookies(List.of(new Cookie("zr_session", session).setUrl(site)));
        return this;
    }

    /** The pages may lead to this other site, which is expected to be asked for something then. */
    public Visit mayLeaveFor(String other) {
        elsewhere.add(other);
        return this;
    }

    /** Opens a path of the site. */
    public Visit open(String path) {
        page.navigate(site + path);
        return this;
    }

    /** The path on which the window is, without query and place. */
    public String path() {
        return page.url().replaceAll("[?#].*", "").substring(site.length());
    }

    /** Types into a field, over whatever is there. */
    public Visit type(String field, String text) {
        page.fill("main [name=" + field + "]", text);
        return this;
    }

    /** What a field holds. */
    public String typed(String field) {
        return page.inputValue("main [name=" + field + "]");
    }

    /** Presses the button with exactly these words, those for screen readers among them. */
    public Visit press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    /** Follows the first link with exactly these words. */
    public Visit follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Waits for a page that says this in its main part. */
    public Visit reads(String words) {
        page.locator("main", new Page.LocatorOptions().setHasText(words)).waitFor();
        return this;
    }

    /** The words of the main part of the page. */
    public String words() {
        return page.locator("main").innerText();
    }

    /** Sets the password {@link Browser#PASSWORD} on the page that a link led to, and is signed in then. */
    public Visit setPassword() {
        type("password", Browser.PASSWORD).type("repeat", Browser.PASSWORD).press("设置密码并登录");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    /** Types a question into the box and sends it. */
    public void ask(String question) {
        page.fill("textarea[name=question]", question);
        page.locator("form[data-ask] button[type=submit]").first().click();
        page.waitForURL("**/ask/*");
    }

    /** The answers on the page. */
    public Locator answer() {
        return page.locator(".turn .answer");
    }

    /** Waits until an answer is whole. */
    public void awaitAnswer() {
        page.locator(".turn .answer-foot, .turn .follow-ups").first().waitFor();
    }

    /** Presses Tab until the focus is on what {@code selector} names. */
    public void tabTo(String selector) {
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            if (page.evaluate("selector => document.activeElement.matches(selector)", selector)
                    .equals(true)) {
                assertThat(page.evaluate("() => document.activeElement.matches(':focus-visible')"))
                        .isEqualTo(true);
                return;
            }
        }
        throw new AssertionError("80 times Tab at " + page.url() + " do not lead to " + selector);
    }

    /** For people to look at, where {@code -Dzhirong.test.pictures=FOLDER} asks for it. */
    private void picture(String what) {
        String folder = System.getProperty("zhirong.test.pictures");
        if (folder != null) {
            String name = "%03d-%s-%d.png"
                    .formatted(PICTURES.incrementAndGet(), what.replace(' ', '-'), page.viewportSize().width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder).resolve(name)));
        }
    }

    /** Looks for what would keep somebody from using the page that is open; findings by axe need scripts. */
    public void looksRight(String what) {
        picture(what);
        if (page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth")
                .equals(true)) {
            complaints.add(what + " scrolls sideways");
        }
        if (page.evaluate(
                        "() => [...document.querySelectorAll('.main-nav-list a')].some(a => a.scrollWidth > a.clientWidth)")
                .equals(true)) {
            complaints.add(what + " has a menu whose words overlap");
        }
        if (!scripts) {
            return;
        }
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            if (rule.getImpact().equals("serious") || rule.getImpact().equals("critical")) {
                complaints.add(what + " at " + page.url() + ": " + rule.getId() + " " + rule.getHelp() + " "
                        + rule.getNodes().getFirst().getHtml());
            }
        }
    }

    /**
     * Does what the server is to refuse with this status. A browser reports that as an error of its own, at a time of its own:
     * the report is waited for and dropped, and every other complaint kept.
     */
    public void refused(int status, Runnable action) {
        String words = "the server responded with a status of " + status;
        page.waitForConsoleMessage(
                new Page.WaitForConsoleMessageOptions()
                        .setPredicate(message -> message.text().contains(words)),
                action);
        complaints.removeIf(complaint -> complaint.contains(words));
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
