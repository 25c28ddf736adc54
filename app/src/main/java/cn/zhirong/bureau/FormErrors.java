package cn.zhirong.bureau;

import cn.zhirong.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a page says about a refusal: its fields, or its one sentence, which leads to the part {@code form}. */
final class FormErrors {
    private FormErrors() {}

    static List<Refusal.Field> of(@Nullable Refusal refusal) {
        if (refusal == null) {
            return List.of();
        }
        return refusal.errors().isEmpty()
                ? List.of(new Refusal.Field("form", String.valueOf(refusal.getMessage())))
                : refusal.errors();
    }
}
