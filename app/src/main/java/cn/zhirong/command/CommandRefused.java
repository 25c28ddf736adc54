package cn.zhirong.command;

/** The answer to a call is no; the message says why, in Chinese. Exit status 1. */
final class CommandRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandRefused(String message) {
        super(message, null, false, false);
    }
}
