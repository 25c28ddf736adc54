package cn.zhirong.policy;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A stored file, read piece by piece.
 *
 * @param info what it is
 * @param content its bytes
 */
public record OriginalFile(FileInfo info, Content content) {

    /** The bytes of a file that is never wholly in memory. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }
}
