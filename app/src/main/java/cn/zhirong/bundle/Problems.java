package cn.zhirong.bundle;

import cn.zhirong.kernel.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects what is wrong (errors) and what is odd (warnings) in many files, so that a person sees all of it at once. A file
 * with an error is not used; a warning does not keep it from being used. Not for several threads.
 */
public final class Problems {
    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line);

    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    /** Notes an error at a line, from 1, or 0 for the whole file. */
    public void error(String file, int line, String message) {
        errors.add(new Problem(file, line, message));
    }

    /** Notes a warning at a line, from 1, or 0 for the whole file. */
    public void warn(String file, int line, String message) {
        warnings.add(new Problem(file, line, message));
    }

    /** Whether an error was found in {@code place} or, when it is a folder, in a file of it. */
    public boolean hasErrorIn(String place) {
        return errors.stream()
                .anyMatch(problem ->
                        problem.file().equals(place) || problem.file().startsWith(place + "/"));
    }

    /** All errors, by file and line. */
    public List<Problem> errors() {
        return errors.stream().sorted(BY_PLACE).toList();
    }

    /** All warnings, by file and line. */
    public List<Problem> warnings() {
        return warnings.stream().sorted(BY_PLACE).toList();
    }
}
