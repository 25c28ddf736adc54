package cn.zhirong.application;

import cn.zhirong.web.Refusal;
import cn.zhirong.web.SentFile;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bank's answer as a file that was sent: read whole, in whichever of two encodings banks write. */
final class ReceiptFile {
    private static final int MOST_BYTES = 2 << 20;

    private ReceiptFile() {}

    /**
     * Its text.
     *
     * @throws Refusal 400 where there is none, it is too big, or nobody can read it
     */
    static String text(@Nullable CompletedFileUpload sent) {
        if (sent == null) {
            throw Refusal.badField("file", "请选择银行回单（CSV）。");
        }
        try (SentFile file = new SentFile(sent)) {
            if (file.size() == 0 || file.size() > MOST_BYTES) {
                throw Refusal.badField("file", "请选择不超过 2 MB 的银行回单（CSV）。");
            }
            try (InputStream in = file.open()) {
                return decoded(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Banks write GBK as well as UTF-8: what is neither is told as such. */
    private static String decoded(byte[] bytes) {
        return decoded(bytes, StandardCharsets.UTF_8)
                .or(() -> decoded(bytes, Charset.forName("GB18030")))
                .map(text -> text.replaceFirst("^\\uFEFF", ""))
                .orElseThrow(() -> Refusal.badField("file", "银行回单的文字编码认不出来，请另存为 UTF-8 编码的 CSV 后再上传。"));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }
}
