package cn.zhirong.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody signed in to a bureau's console, in a browser without scripts. */
final class ConsoleUser {
    private final Browser browser = new Browser();
    private final Tenant bureau;

    private ConsoleUser(Tenant bureau) {
        this.bureau = bureau;
    }

    /** A new account of the bureau, signed in by its link. */
    static ConsoleUser of(Tenant bureau, String username, Role role) {
        Accounts accounts = TestServer.get().bean(Accounts.class);
        String link = accounts.issue(accounts.create(bureau, username, username, role), CredentialKind.LINK);
        ConsoleUser user = new ConsoleUser(bureau);
        assertThat(user.browser
                        .submit("/" + bureau.slug() + "/sign-in", Browser.byLink(link))
                        .statusCode())
                .isEqualTo(200);
        return user;
    }

    /** The page of a version. */
    HttpResponse<String> open(long version) {
        return browser.open(page(version));
    }

    /** Sends a form of a version's page as the page shows it now. */
    HttpResponse<String> send(long version, String form, Map<String, String> fields) {
        return send(version, form, revision(open(version)), fields);
    }

    /** Sends a form of a version's page as it was shown at a revision. */
    HttpResponse<String> send(long version, String form, int revision, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("revision", String.valueOf(revision));
        return browser.submit(page(version) + "/" + form, all);
    }

    /** Sends a file in the place of a version's. */
    HttpResponse<String> sendFile(long version, int revision, String name, String text) {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"revision\"\r\n\r\n" + revision
                + "\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + text + "\r\n--cut--\r\n";
        return browser.send(HttpRequest.newBuilder(Browser.uri(page(version) + "/file"))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** The revision that the forms of a page carry. */
    static int revision(HttpResponse<String> page) {
        Matcher revision =
                Pattern.compile("name=\"revision\" value=\"([0-9]+)\"").matcher(page.body());
        assertThat(revision.find()).as(page.body()).isTrue();
        return Integer.parseInt(revision.group(1));
    }

    private String page(long version) {
        return "/" + bureau.slug() + "/console/policies/" + version;
    }
}
