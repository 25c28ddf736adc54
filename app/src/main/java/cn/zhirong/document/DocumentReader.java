package cn.zhirong.document;

import java.nio.file.Path;

/** Turns a file into {@link DocumentText}. */
public interface DocumentReader {
    /**
     * Reads a file of at most 50 MB and 500 pages.
     *
     * @param file where it lies
     * @param name the name it was given by whoever sent it: used only for its ending and in messages
     */
    DocumentText read(Path file, String name) throws UnreadableDocument;
}
