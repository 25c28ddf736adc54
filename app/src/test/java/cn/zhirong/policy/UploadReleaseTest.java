package cn.zhirong.policy;

import static cn.zhirong.policy.PolicyFixture.aNumber;
import static cn.zhirong.policy.PolicyFixture.measure;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A form with a file is given back to the server once, whether it is taken, refused by what it holds, or refused unread. */
class UploadReleaseTest {
    private final TestServer server = TestServer.get();
    private final Tenant city = server.aBureau();
    private final Browser browser = new Browser();
    private final ListAppender<ILoggingEvent> netty = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger("io.netty");

    @BeforeEach
    void listen() {
        netty.start();
        log.addAppender(netty);
    }

    @AfterEach
    void nothing_was_given_back_twice() {
        // The server gives its own share back once the answer has left: a further answer on the connection comes after
        // that.
        browser.open("/" + city.slug() + "/privacy");
        browser.open("/" + city.slug() + "/privacy");
        log.detachAppender(netty);
        assertThat(List.copyOf(netty.list))
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .extracting(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
                .isEmpty();
    }

    @Test
    void taken() {
        assertThat(upload("/policies", officer(), "办法.md", measure(aNumber(), "贴息比例为三成。"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void refused_for_what_it_holds() {
        assertThat(upload("/policies", officer(), "表.csv", "甲").statusCode()).isEqualTo(422);
        assertThat(upload("/policies", officer(), "空.md", "").statusCode()).isBetween(400, 499);
    }

    @Test
    void refused_before_it_is_read() {
        assertThat(upload("/policies", "", "办法.md", "贴息。").statusCode()).isEqualTo(401);
        assertThat(upload("/policies", token(Role.AUDITOR), "办法.md", "贴息。").statusCode())
                .isEqualTo(403);
        assertThat(upload("/nowhere", officer(), "办法.md", "贴息。").statusCode()).isBetween(404, 405);
    }

    private String officer() {
        return token(Role.OFFICER);
    }

    private String token(Role role) {
        Accounts accounts = server.bean(Accounts.class);
        String name = role.name().toLowerCase(java.util.Locale.ROOT);
        return accounts.issue(
                accounts.find(city, name).orElseGet(() -> accounts.create(city, name, name, role)),
                CredentialKind.TOKEN);
    }

    private HttpResponse<String> upload(String path, String token, String name, String text) {
        HttpRequest.Builder request = HttpRequest.newBuilder(Browser.uri("/api/v1/" + city.slug() + path))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofString("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + text + "\r\n--cut--\r\n"));
        return browser.send(
                token.isEmpty()
                        ? request.build()
                        : request.header("Authorization", "Bearer " + token).build());
    }
}
