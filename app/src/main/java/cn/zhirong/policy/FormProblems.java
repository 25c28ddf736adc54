package cn.zhirong.policy;

import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Refusal;
import java.util.List;

/** What a form says about a refusal: its fields, or its one sentence at the head of the page. */
final class FormProblems {
    private FormProblems() {}

    static List<Refusal.Field> of(Refusal refusal) {
        return FormErrors.of(refusal);
    }

    /**
     * @param field what a sentence about no field is about; where somebody else was faster it is the whole page all the same
     */
    static List<Refusal.Field> of(Refusal refusal, String field) {
        return FormErrors.of(refusal, refusal.type().equals(DraftStore.EDITED_MEANWHILE) ? FormErrors.WHOLE : field);
    }
}
