package cn.zhirong.policy;

import static cn.zhirong.policy.PolicyFixture.aNumber;
import static cn.zhirong.policy.PolicyFixture.desk;
import static cn.zhirong.policy.PolicyFixture.measure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.Patience;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import io.micronaut.http.MediaType;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that do not come to a good end, and one account that sends too many. */
class BrokenUploadTest {
    private final Tenant city = TestServer.get().aBureau();
    private final Accounts accounts = TestServer.get().bean(Accounts.class);

    @TempDir
    Path folder;

    @Test
    void an_upload_that_ends_short_of_its_last_percent_leaves_neither_file_nor_draft() throws Exception {
        String token = token("chen");
        var before = temporaryFiles();
        var elsewhere = filesOfServer(Path.of(System.getProperty("java.io.tmpdir")));
        // Above 10 MB the server keeps what has come so far in a file, below the data folder.
        byte[] body = multipart("办法.md", "第一条 长。\n".repeat(800_000).getBytes(StandardCharsets.UTF_8));
        URI server = URI.create(TestServer.get().url());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/" + city.slug() + "/policies HTTP/1.1\r\nHost: " + server.getAuthority()
                            + "\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: " + body.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, body.length / 100 * 99);
            out.flush();
            Patience.until("some of it is kept", () -> !before.containsAll(temporaryFiles()));
            assertThat(elsewhere).containsAll(filesOfServer(Path.of(System.getProperty("java.io.tmpdir"))));
        }

        // The same account is served at once, and by then nothing of the broken upload is in work.
        HttpResponse<String> next = upload(token, "小.md", measure(aNumber(), "贴息比例为三成。"));
        assertThat(next.statusCode()).as(next.body()).isEqualTo(201);
        assertThat(desk().versionsForDesk(city)).hasSize(1);
        Patience.until("nothing of it is left", () -> before.containsAll(temporaryFiles()));
    }

    @Test
    void a_full_disk_is_told_and_nothing_half_stays() throws Exception {
        var full = new UploadFolder(folder.toString()) {
            @Override
            OutputStream write(Path file) throws IOException {
                Files.write(file, new byte[512]);
                throw new IOException("No space left on device");
            }
        };
        var refused = new Sent("办法.md", measure(aNumber(), "贴息比例为三成。"));
        assertThatThrownBy(() -> uploads(full).receive(city, "chen", refused, this::stored))
                .isInstanceOfSatisfying(Refusal.class, BrokenUploadTest::tellsOfNoRoom);
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
        assertThat(desk().versionsForDesk(city)).isEmpty();
        assertThat(refused.givenBack).isEqualTo(1);
    }

    @Test
    void a_folder_that_takes_no_file_is_told_the_same_way_and_room_again_is_enough() throws Exception {
        var gone = new UploadFolder(folder.toString());
        Files.delete(folder.resolve("tmp"));
        Uploads uploads = uploads(gone);
        String text = measure(aNumber(), "贴息比例为三成。");
        for (int i = 0; i <= UploadQuota.AT_ONCE; i++) {
            assertThatThrownBy(() -> uploads.receive(city, "chen", new Sent("办法.md", text), this::stored))
                    .isInstanceOfSatisfying(Refusal.class, BrokenUploadTest::tellsOfNoRoom);
        }
        Files.createDirectory(folder.resolve("tmp"));
        Sent taken = new Sent("办法.md", text);
        assertThat(uploads.receive(city, "chen", taken, this::stored)).isInstanceOf(Upload.Stored.class);
        assertThat(taken.givenBack).isEqualTo(1);
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void what_a_killed_server_left_is_cleared_and_nothing_else() throws Exception {
        var uploads = new UploadFolder(folder.toString());
        Path own = uploads.create();
        Path servers = Files.createFile(folder.resolve("tmp/FUp_1.tmp"));
        Path somebodys = Files.createFile(folder.resolve("tmp/notes.txt"));

        // Whoever only looks at the folder, as commands beside a server do, takes nothing away.
        assertThat(new UploadFolder(folder.toString())).isNotNull();
        assertThat(own).exists();
        uploads.clear();

        assertThat(own).doesNotExist();
        assertThat(servers).doesNotExist();
        assertThat(somebodys).exists();
    }

    @Test
    void the_sixty_first_file_of_an_account_is_refused_by_call_and_page_and_that_of_another_is_not() {
        String chen = token("chen");
        String wang = token("wang");
        for (int i = 0; i < UploadQuota.IN_WINDOW; i++) {
            assertThat(upload(chen, "表.csv", "甲" + i).statusCode()).isEqualTo(422);
        }

        HttpResponse<String> call = upload(chen, "表.csv", "乙");
        assertThat(call.statusCode()).isEqualTo(429);
        assertThat(call.body()).contains("请求太频繁", "60 个文件");
        HttpResponse<String> page = page("chen", "表.csv", "乙");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("error-summary", "60 个文件");

        assertThat(upload(wang, "办法.md", measure(aNumber(), "贴息比例为三成。")).statusCode())
                .isEqualTo(201);
        assertThat(page("wang", "表.csv", "乙").statusCode()).isEqualTo(400);
    }

    private static Uploads uploads(UploadFolder folder) {
        return new Uploads(new UploadQuota(Clock.systemUTC()), folder);
    }

    private Upload stored(String name, Path path) {
        return desk().upload(city, "chen", name, path, UploadHints.none());
    }

    private static void tellsOfNoRoom(Refusal refusal) {
        assertThat(refusal.status().getCode()).isEqualTo(507);
        assertThat(refusal).hasMessageContaining("没有保存成功").hasMessageContaining("磁盘已满");
    }

    private String token(String username) {
        return accounts.issue(accounts.create(city, username, username, Role.OFFICER), CredentialKind.TOKEN);
    }

    private HttpResponse<String> upload(String token, String name, String text) {
        return new Browser()
                .send(HttpRequest.newBuilder(Browser.uri("/api/v1/" + city.slug() + "/policies"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(BodyPublishers.ofByteArray(multipart(name, text.getBytes(StandardCharsets.UTF_8))))
                        .build());
    }

    private HttpResponse<String> page(String username, String name, String text) {
        String link = accounts.issue(accounts.find(city, username).orElseThrow(), CredentialKind.LINK);
        Browser browser = new Browser();
        browser.submit("/" + city.slug() + "/sign-in", Browser.byLink(link));
        return browser.send(HttpRequest.newBuilder(Browser.uri("/" + city.slug() + "/console/policies/upload"))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofByteArray(multipart(name, text.getBytes(StandardCharsets.UTF_8))))
                .build());
    }

    private static byte[] multipart(String name, byte[] content) {
        byte[] head = ("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/plain\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + content.length + tail.length)
                .put(head)
                .put(content)
                .put(tail)
                .array();
    }

    /** Our own, and those the server makes while a body is still coming. */
    private static TreeSet<String> temporaryFiles() throws IOException {
        return files(TestServer.get().data().resolve("tmp"), "");
    }

    private static TreeSet<String> filesOfServer(Path folder) throws IOException {
        return files(folder, "FUp_");
    }

    private static TreeSet<String> files(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A file that has come in whole. */
    private static final class Sent implements CompletedFileUpload {
        private final String name;
        private final byte[] bytes;
        private int givenBack;

        Sent(String name, String text) {
            this.name = name;
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(bytes) {
                @Override
                public void close() {
                    givenBack++;
                }
            };
        }

        @Override
        public byte[] getBytes() {
            return bytes.clone();
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return ByteBuffer.wrap(bytes);
        }

        @Override
        public Optional<MediaType> getContentType() {
            return Optional.empty();
        }

        @Override
        public String getName() {
            return "file";
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public long getSize() {
            return bytes.length;
        }

        @Override
        public long getDefinedSize() {
            return bytes.length;
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public void discard() {
            givenBack++;
        }
    }
}
