package cn.zhirong.assistant;

import cn.zhirong.access.Masking;
import cn.zhirong.web.Refusal;
import org.jspecify.annotations.Nullable;

/** A question as it is kept: what was typed, without what no page can show. */
final class AskedText {
    private AskedText() {}

    /** The text to keep, numbers of a person hidden, or a refusal that names the bound. */
    static String checked(@Nullable String typed) {
        String text = kept(typed == null ? "" : typed);
        if (text.isEmpty()) {
            throw Refusal.badField("question", "请写下您的问题。");
        }
        int length = text.codePointCount(0, text.length());
        if (length > Assistant.MAX_QUESTION) {
            throw Refusal.badField("question", "问题最多 " + Assistant.MAX_QUESTION + " 个字，现在有 " + length + " 个字，请删减后再提交。");
        }
        return Masking.named(text);
    }

    /** Control characters cannot be shown, and half a surrogate cannot be stored. */
    static String kept(String typed) {
        StringBuilder kept = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n")
                .codePoints()
                .filter(point -> point == '\n'
                        || (!Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE))
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }
}
