package cn.zhirong.knowledge;

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

    /** An id in an address; what cannot be one is not found, as one that nobody has. */
    static long id(String written) {
        if (!written.matches("[1-9][0-9]{0,17}")) {
            throw Refusal.notFound();
        }
        return Long.parseLong(written);
    }
}
