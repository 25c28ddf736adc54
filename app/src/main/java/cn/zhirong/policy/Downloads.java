package cn.zhirong.policy;

import cn.zhirong.document.SourceFormat;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a stored file to be saved, never to be shown as a page of ours, without holding all of it in memory. */
final class Downloads {
    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
    private static final int PIPE_BYTES = 1 << 17;

    private Downloads() {}

    static MutableHttpResponse<StreamedFile> of(OriginalFile file, ExecutorService executor) {
        PipedInputStream in = new PipedInputStream(PIPE_BYTES);
        PipedOutputStream out = connected(in);
        executor.execute(() -> write(file, out));
        String name = file.info().name();
        String ending = ending(file.info().format());
        return HttpResponse.ok(new StreamedFile(in, MediaType.APPLICATION_OCTET_STREAM_TYPE))
                .contentType(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"policy." + ending + "\"; filename*=UTF-8''"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20"));
    }

    private static String ending(SourceFormat format) {
        return switch (format) {
            case MARKDOWN -> "md";
            case TEXT -> "txt";
            case PDF, DOCX, HTML, OFD -> format.name().toLowerCase(Locale.ROOT);
        };
    }

    private static PipedOutputStream connected(PipedInputStream in) {
        try {
            return new PipedOutputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException("a new pipe is always free", e);
        }
    }

    private static void write(OriginalFile file, PipedOutputStream out) {
        try (out) {
            file.content().writeTo(out);
        } catch (IOException e) {
            LOG.debug("the reader of {} went away", file.info().name(), e);
        }
    }
}
