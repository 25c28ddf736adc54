package cn.zhirong.kernel;

/**
 * Something wrong in a file that a person wrote. Problems are collected and told together.
 *
 * @param file its path as the person knows it
 * @param line from 1, or 0 where the whole file is meant
 * @param message in Chinese, naming the field and what is allowed
 */
public record Problem(String file, int line, String message) {
    /** {@code file:line message}, as editors understand it. */
    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line : file) + " " + message;
    }
}
