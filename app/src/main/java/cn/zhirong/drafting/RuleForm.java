package cn.zhirong.drafting;

import cn.zhirong.bundle.Problems;
import cn.zhirong.bundle.YamlBounds;
import cn.zhirong.kernel.Problem;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleYaml;
import cn.zhirong.rule.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is being written: its text, what the text is in the fields of a form, the rule where it is one already, and what is
 * wrong with it by line and by field.
 *
 * @param data null when the text says something that no form can show, so that it is written as text only
 * @param hidden the lines that no form can show
 * @param rule null while something is wrong
 */
public record RuleForm(
        String text,
        @Nullable FormData data,
        List<Integer> hidden,
        @Nullable Rule rule,
        List<FormProblem> problems) {
    private static final String FILE = "规则";
    private static final YamlBounds BOUNDS = new YamlBounds(200_000, 60);

    public RuleForm {
        hidden = List.copyOf(hidden);
        problems = List.copyOf(problems);
    }

    /**
     * Something that keeps it from being a rule.
     *
     * @param field where in the form; empty when it is of the whole
     * @param line of the text, from 1; 0 for the whole
     */
    public record FormProblem(String field, int line, String words) {}

    /** What is written, as text. */
    public static RuleForm ofText(String text, Vocabulary vocabulary) {
        Problems problems = new Problems();
        if (!BOUNDS.hold(FILE, text, problems)) {
            return new RuleForm(text, null, List.of(0), null, told(problems, null));
        }
        Optional<FormFromText.Filled> filled = FormFromText.of(text);
        Optional<Rule> rule = RuleYaml.read(FILE, text, vocabulary, problems);
        List<Integer> hidden = filled.map(FormFromText.Filled::strange).orElse(List.of(0));
        FormData data = hidden.isEmpty() ? filled.map(FormFromText.Filled::data).orElse(null) : null;
        return new RuleForm(text, data, hidden, rule.orElse(null), told(problems, filled.orElse(null)));
    }

    /** What is written, in the fields of a form; nothing typed is lost. */
    public static RuleForm ofData(FormData data, Vocabulary vocabulary) {
        RuleForm form = ofText(TextFromForm.write(data), vocabulary);
        return new RuleForm(form.text, data, List.of(), form.rule, form.problems);
    }

    private static List<FormProblem> told(Problems problems, FormFromText.@Nullable Filled filled) {
        List<FormProblem> told = new ArrayList<>();
        for (Problem problem : problems.errors()) {
            String field = filled == null || problem.line() == 0 ? "" : filled.place(problem.line());
            FormProblem one = new FormProblem(field, problem.line(), ProblemWords.of(problem.message()));
            if (!told.contains(one)) {
                told.add(one);
            }
        }
        return told;
    }
}
