package cn.zhirong.knowledge;

import java.io.IOException;

/** An index that cannot be trusted: a file with a wrong checksum, a missing file, or a format of another release. */
final class DamagedIndexException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedIndexException(String message, Throwable cause) {
        super(message, cause);
    }

    DamagedIndexException(String message) {
        super(message);
    }
}
