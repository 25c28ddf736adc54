package cn.zhirong.policy;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Small measures of a made-up city, and the people who handle them: 陈 uploads, 李 publishes. */
public final class PolicyFixture {
    public static final String CHEN = "chen";
    public static final String LI = "li";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private PolicyFixture() {}

    /** Text of a measure in force from 2026-03-01, with three articles; {@code words} stand in the second. */
    public static String measure(String number, String words) {
        return """
                # 云山市知识产权质押贴息办法（示例）

                %s

                云山市金融工作局

                2026年2月10日

                第一条　为支持企业以知识产权质押融资，制定本办法。

                第二条　%s

                第三条　本办法自2026年3月1日起施行，有效期至2027年2月28日。
                """.formatted(number, words);
    }

    /** A number that no other test uses. */
    public static String aNumber() {
        return "云金〔2026〕" + NEXT.incrementAndGet() + "号";
    }

    public static Path file(String text) {
        try {
            Path file = Files.createTempFile(TestServer.get().data(), "policy", ".md");
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A draft that 陈 uploaded. */
    public static PolicyVersion draft(Tenant tenant, String text) {
        return draft(tenant, text, UploadHints.none());
    }

    public static PolicyVersion draft(Tenant tenant, String text, UploadHints hints) {
        Upload upload = desk().upload(tenant, CHEN, "办法.md", file(text), hints);
        if (upload instanceof Upload.Stored stored) {
            return stored.version();
        }
        throw new AssertionError("not stored: " + upload);
    }

    /** A version that 陈 uploaded and 李 published. */
    public static PolicyVersion published(Tenant tenant, String text) {
        PolicyVersion draft = draft(tenant, text);
        return desk().publish(tenant, LI, draft.id(), draft.revision());
    }

    public static PolicyDesk desk() {
        return TestServer.get().bean(PolicyDesk.class);
    }

    public static PolicyLibrary library() {
        return TestServer.get().bean(PolicyLibrary.class);
    }
}
