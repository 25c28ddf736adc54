package cn.zhirong.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each channel against a server of the test on loopback. */
class ChannelsTest {
    private static final Channel.Letter LETTER = new Channel.Letter("zhao@example.cn", "请开通账号", "您好：\n链接");

    @Test
    void an_e_mail_arrives_as_written() throws Exception {
        try (MailServer server = new MailServer("250 ok")) {
            mail(server.port()).send(LETTER);
            String said = String.join("\n", server.lines);
            assertThat(said)
                    .contains("MAIL FROM:<no-reply@example.cn>", "RCPT TO:<zhao@example.cn>")
                    .contains("Auto-Submitted: auto-generated", "charset=UTF-8");
            assertThat(said).contains(Base64.getEncoder().encodeToString("请开通账号".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @CsvSource({"550 no such user zhao@example.cn, true", "451 try later, false"})
    void a_refusal_for_good_is_told_from_one_for_now_and_names_no_address(String answer, boolean forGood)
            throws Exception {
        try (MailServer server = new MailServer(answer)) {
            assertThatThrownBy(() -> mail(server.port()).send(LETTER))
                    .isInstanceOfSatisfying(Channel.NotSent.class, failure -> {
                        assertThat(failure.isForGood()).isEqualTo(forGood);
                        assertThat(failure.getMessage()).doesNotContain("zhao");
                    });
        }
    }

    @Test
    void a_mail_server_that_is_not_there_is_tried_again() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> mail(port).send(LETTER))
                .isInstanceOfSatisfying(
                        Channel.NotSent.class,
                        failure -> assertThat(failure.isForGood()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhao@example.cn\r\nBcc: x@example.cn", "a@b@c", "<script>@x"})
    void an_address_that_is_none_is_refused_before_anything_is_sent(String address) throws IOException {
        try (MailServer server = new MailServer("250 ok")) {
            assertThatThrownBy(() -> mail(server.port()).send(new Channel.Letter(address, "s", "w")))
                    .isInstanceOf(Channel.NotSent.class);
            assertThat(server.lines).noneMatch(line -> line.contains("Bcc"));
        }
    }

    @Test
    void a_text_message_is_posted_by_the_configured_pattern() throws Exception {
        try (Gateway gateway = new Gateway(200, "{}")) {
            new SmsChannel(gateway.url(), "{\"to\":\"{{phone}}\",\"text\":\"{{content}}\"}", "Bearer x")
                    .send(new Channel.Letter("13800138000", "s", "他说\"好\"\n{{phone}}"));
            assertThat(gateway.bodies)
                    .containsExactly("{\"to\":\"13800138000\",\"text\":\"他说\\\"好\\\"\\u000a{{phone}}\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({"400, true", "403, true", "429, false", "500, false", "302, false"})
    void the_answer_of_a_gateway_says_whether_to_try_again_and_no_redirect_is_followed(int status, boolean forGood)
            throws Exception {
        try (Gateway gateway = new Gateway(status, "")) {
            assertThatThrownBy(() ->
                            new SmsChannel(gateway.url(), "", "").send(new Channel.Letter("13800138000", "s", "w")))
                    .isInstanceOfSatisfying(
                            Channel.NotSent.class,
                            failure -> assertThat(failure.isForGood()).isEqualTo(forGood));
            assertThat(gateway.bodies).hasSize(1);
        }
    }

    @Test
    void a_robot_is_called_at_the_configured_host_alone() throws Exception {
        try (Gateway gateway = new Gateway(200, "{\"errcode\": 0,\"errmsg\":\"ok\"}")) {
            RobotChannel robot = new RobotChannel(true, gateway.url());
            robot.send(new Channel.Letter("wecom:abcd-1234-efgh", "标题", "正文"));
            assertThat(gateway.bodies).containsExactly("{\"msgtype\":\"text\",\"text\":{\"content\":\"标题\\u000a正文\"}}");
            assertThat(gateway.queries).containsExactly("key=abcd-1234-efgh");
            for (String address :
                    List.of("wecom:", "wecom:x", "wecom:abcd1234@evil.example", "wecom:../../x/y/zzz", "abcd1234")) {
                assertThatThrownBy(() -> robot.send(new Channel.Letter(address, "s", "w")))
                        .isInstanceOf(Channel.NotSent.class);
            }
            assertThat(gateway.bodies).hasSize(1);
        }
        assertThat(new RobotChannel(false, "").isConfigured()).isFalse();
    }

    @Test
    void a_robot_that_does_not_accept_is_tried_again() throws Exception {
        try (Gateway gateway = new Gateway(200, "{\"errcode\":45009}")) {
            assertThatThrownBy(() -> new RobotChannel(true, gateway.url())
                            .send(new Channel.Letter("wecom:abcd-1234-efgh", "s", "w")))
                    .isInstanceOfSatisfying(
                            Channel.NotSent.class,
                            failure -> assertThat(failure.isForGood()).isFalse());
        }
    }

    private static MailChannel mail(int port) {
        return new MailChannel("127.0.0.1", port, "", "", "no-reply@example.cn", "none");
    }

    /** As much of SMTP as a client needs. */
    private static final class MailServer implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
        private final String recipient;

        private MailServer(String recipient) throws IOException {
            this.recipient = recipient;
            Thread.ofVirtual().start(this::serve);
        }

        private int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            while (true) {
                try (Socket client = socket.accept();
                        BufferedReader in = new BufferedReader(
                                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                        OutputStream out = client.getOutputStream()) {
                    say(out, "220 test");
                    talk(in, out);
                } catch (IOException closed) {
                    if (socket.isClosed()) {
                        return;
                    }
                }
            }
        }

        private void talk(BufferedReader in, OutputStream out) throws IOException {
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                if (data) {
                    data = !line.equals(".");
                    if (!data) {
                        say(out, "250 taken");
                    }
                } else if (line.startsWith("DATA")) {
                    data = true;
                    say(out, "354 go on");
                } else if (line.startsWith("RCPT")) {
                    say(out, recipient);
                } else {
                    say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
                }
            }
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Takes posts and answers all alike. */
    private static final class Gateway implements AutoCloseable {
        private final HttpServer server;
        private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        private final List<String> queries = Collections.synchronizedList(new ArrayList<>());

        private Gateway(int status, String answer) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
            server.createContext("/", exchange -> {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                queries.add(String.valueOf(exchange.getRequestURI().getQuery()));
                exchange.getResponseHeaders().add("Location", url());
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
        }

        private String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/send";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
