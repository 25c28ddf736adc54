package cn.zhirong.database;

import org.jspecify.annotations.Nullable;

/** The embedded database could not be made ready. The message says what failed and where its log is. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
