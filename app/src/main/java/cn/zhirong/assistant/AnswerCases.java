package cn.zhirong.assistant;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads questions whose right answers are known: one JSON object a line. */
public final class AnswerCases {
    private AnswerCases() {}

    /** A questions file; each line says what is expected. */
    public static List<AnswerCase> questions(Path file) {
        return read(file, "grounded");
    }

    /** Questions whose document is not held. */
    public static List<AnswerCase> unanswerable(Path file) {
        return read(file, "unanswerable");
    }

    /** The questions of a folder in the BEIR layout that have a labelled answer. */
    public static List<AnswerCase> ofCorpus(Path folder) {
        return read(folder.resolve("queries.jsonl"), "grounded").stream()
                .filter(each -> each.answer() != null)
                .toList();
    }

    private static List<AnswerCase> read(Path file, String otherwise) {
        List<AnswerCase> cases = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    cases.add(ObjectMapper.getDefault()
                            .readValue(line, Argument.of(AnswerCase.Line.class))
                            .asCase(otherwise));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("not a questions file: " + file, e);
        }
        return cases;
    }
}
