package cn.zhirong.policy;

import cn.zhirong.web.Refusal;
import java.util.List;

/** What a form says about a refusal: its fields, or its one sentence at the head of the page. */
final class FormProblems {
    /** The id of the place that a sentence about no field leads to. */
    static final String WHOLE = "form";

    private FormProblems() {}

    static List<Refusal.Field> of(Refusal refusal) {
        return of(refusal, WHOLE);
    }

    /**
     * @param field what a sentence about no field is about; where somebody else was faster it is the whole page all the same
     */
    static List<Refusal.Field> of(Refusal refusal, String field) {
        String about = refusal.type().equals(DraftStore.EDITED_MEANWHILE) ? WHOLE : field;
        return refusal.errors().isEmpty()
                ? List.of(new Refusal.Field(about, String.valueOf(refusal.getMessage())))
                : refusal.errors();
    }
}
