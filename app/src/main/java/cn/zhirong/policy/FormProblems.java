package cn.zhirong.policy;

import cn.zhirong.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a form says about a refusal: its fields, or its one sentence at the head of the page. */
final class FormProblems {
    /** The id of the place that a sentence about no field leads to. */
    static final String WHOLE = "form";

    private FormProblems() {}

    static List<Refusal.Field> of(@Nullable Refusal refusal) {
        if (refusal == null) {
            return List.of();
        }
        return refusal.errors().isEmpty()
                ? List.of(new Refusal.Field(WHOLE, String.valueOf(refusal.getMessage())))
                : refusal.errors();
    }
}
