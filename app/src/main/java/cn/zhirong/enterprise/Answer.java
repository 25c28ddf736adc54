package cn.zhirong.enterprise;

import cn.zhirong.web.Refusal;
import java.util.Map;

/**
 * An officer's answer to a declaration.
 *
 * @param words the evidence that was seen, or the reason why not; the firm reads it
 */
record Answer(boolean accepts, String words) {
    private static final int LONGEST = 300;

    /**
     * Reads it.
     *
     * @param field of the declaration on the page, to which a problem leads
     * @throws Refusal with what is wrong
     */
    static Answer read(String field, Map<String, String> form) {
        boolean accepts = "accept".equals(form.get("decision"));
        if (!accepts && !"refuse".equals(form.get("decision"))) {
            throw Refusal.badField(field, "请选择采纳或者不采纳。");
        }
        try {
            String words = FactReader.line(
                    accepts ? "核实依据" : "不采纳的原因", form.getOrDefault("words", ""), accepts ? 0 : 2, LONGEST);
            return new Answer(accepts, words);
        } catch (IllegalArgumentException bad) {
            throw Refusal.badField(field, String.valueOf(bad.getMessage()));
        }
    }
}
