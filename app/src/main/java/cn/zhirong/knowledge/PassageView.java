package cn.zhirong.knowledge;

import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One passage with what can be done about it.
 *
 * @param list address of the list of documents
 * @param version address of the passages of its version
 * @param title of the document
 * @param row the passage
 * @param changed who changed it last, or empty
 * @param off whether it is switched off
 * @param corrected whether anything was changed
 * @param typed what was typed in a form that was refused, with the number of its piece
 */
public record PassageView(
        String list,
        String version,
        String title,
        PassagesView.Row row,
        String changed,
        boolean off,
        boolean corrected,
        List<Refusal.Field> problems,
        Map<String, String> typed) {

    static PassageView of(
            String slug,
            PassageDesk.Shown shown,
            String changed,
            Map<String, String> typed,
            @Nullable Refusal refusal) {
        String list = "/" + slug + "/console/passages";
        return new PassageView(
                list,
                list + "/" + shown.passage().versionId(),
                shown.passage().title(),
                PassagesView.row(slug, list, shown),
                changed,
                shown.switchedOff(),
                shown.correction() != null,
                FormErrors.of(refusal),
                typed);
    }
}
