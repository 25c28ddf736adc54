package cn.zhirong.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a bench says: a JSON line a result on standard output and in a file, tables and remarks on standard error. */
public final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream SAID = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private final String bench;
    private final @Nullable Path file;

    /** @param file to which the lines are appended as well, or null */
    public Report(String bench, @Nullable Path file) {
        this.bench = bench;
        this.file = file;
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is no dependency of ours
    public static void say(String words, Object... more) {
        SAID.println(words.formatted(more));
    }

    /** One result. */
    public void line(String result, Map<String, ?> figures) {
        var all = new LinkedHashMap<String, Object>();
        all.put("bench", bench);
        all.put("result", result);
        figures.forEach((name, figure) -> all.put(name, figure instanceof Spread spread ? spread.figures() : figure));
        try {
            String json = JSON.writeValueAsString(all);
            OUT.println(json);
            if (file != null) {
                Files.writeString(file, json + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are always JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A ratio beside its goal. */
    public void goal(String result, Spread ratio, double goal, boolean atLeast) {
        boolean reached = atLeast ? ratio.median() >= goal : ratio.median() <= goal;
        say("%-62s %-22s goal %s %s  %s", result, ratio, atLeast ? "≥" : "≤", goal, reached ? "reached" : "MISSED");
        line(result, Map.of("figure", ratio, "goal", (atLeast ? ">= " : "<= ") + goal, "reached", reached));
    }

    /** Columns as wide as their widest cell; the first row is the head. */
    public static void table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        var widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            var cells = new ArrayList<String>();
            for (int i = 0; i < columns; i++) {
                cells.add(row.get(i) + " ".repeat(widths[i] - row.get(i).length()));
            }
            say("%s", String.join("  ", cells).stripTrailing());
        }
    }
}
