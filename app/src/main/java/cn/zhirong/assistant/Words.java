package cn.zhirong.assistant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the word lists that lie beside this class. */
final class Words {
    private Words() {}

    /** The lines of a list, each as its words; comments and empty lines left out. */
    static List<List<String>> lines(String name) {
        try (InputStream list = Words.class.getResourceAsStream(name)) {
            if (list == null) {
                throw new IllegalStateException("word list is missing: " + name);
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.strip().split("\\s+")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
