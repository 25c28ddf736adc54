package cn.zhirong.web;

import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file of a form, given back to the server exactly once: its stream gives it back when it is closed, its bytes when they are read,
 * and whoever opened neither gives it back here. Twice is as wrong as never: the server then fails at its own share of it.
 */
public final class SentFile implements AutoCloseable {
    private final CompletedFileUpload file;
    private boolean taken;

    public SentFile(CompletedFileUpload file) {
        this.file = file;
    }

    /** Its name as sent. */
    public String name() {
        return file.getFilename();
    }

    /** In bytes. */
    public long size() {
        return file.getSize();
    }

    /** Its content, once. */
    public InputStream open() throws IOException {
        taken = true;
        return file.getInputStream();
    }

    @Override
    public void close() {
        if (!taken) {
            taken = true;
            file.discard();
        }
    }
}
