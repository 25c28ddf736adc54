package cn.zhirong.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a page says about a refusal: its fields, or its one sentence, which leads to the part {@link #WHOLE}. */
public final class FormErrors {
    /** The id of the place that a sentence about no field leads to. */
    public static final String WHOLE = "form";

    private FormErrors() {}

    /** Nothing where nothing was refused. */
    public static List<Refusal.Field> of(@Nullable Refusal refusal) {
        return refusal == null ? List.of() : of(refusal, WHOLE);
    }

    /** @param field what a sentence about no field is about */
    public static List<Refusal.Field> of(Refusal refusal, String field) {
        return refusal.errors().isEmpty()
                ? List.of(new Refusal.Field(field, String.valueOf(refusal.getMessage())))
                : refusal.errors();
    }
}
