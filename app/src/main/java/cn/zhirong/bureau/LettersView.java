package cn.zhirong.bureau;

import cn.zhirong.web.Refusal;
import java.util.List;

/**
 * The letters of a bureau.
 *
 * @param rows each kind there is
 */
public record LettersView(List<BureauTabs.Tab> tabs, List<Row> rows) {

    /** A kind of letter. */
    public record Row(String label, String href, String state) {}

    /**
     * One letter to change.
     *
     * @param here address of this page
     * @param label what the letter is
     * @param subject as typed or as it is
     * @param seenSubject as it was when the person began; empty for the standard
     * @param fields how the merge fields are written
     * @param sampleSubject with example values
     */
    public record Letter(
            String here,
            List<BureauTabs.Tab> tabs,
            List<Refusal.Field> problems,
            boolean editable,
            String label,
            String subject,
            String body,
            String seenSubject,
            String seenBody,
            List<String> fields,
            String sampleSubject,
            List<String> sampleBody,
            boolean own) {}
}
