package cn.zhirong.drafting;

import java.util.List;
import java.util.Map;

/**
 * The form of a draft.
 *
 * @param policy the policy it rests on, in words; empty while none is chosen
 * @param data the fields that stand nowhere else on the page, to be sent back as they are
 * @param paths the provisions of that policy, offered while one is typed
 * @param unsaved whether what is shown was not kept yet
 * @param comments how many the text has, none of which a form keeps
 * @param sentence empty while it is not a rule
 * @param problems what keeps it from being one, each with the place it is at
 */
public record EditorView(
        RuleHead head,
        String policy,
        Map<String, String> data,
        List<Part> basics,
        Part conditions,
        Part itemConditions,
        boolean hasItems,
        List<Part> amounts,
        List<String> paths,
        boolean unsaved,
        int comments,
        String sentence,
        List<RuleView.Remark> remarks,
        List<Problem> problems) {
    /** Something wrong. */
    public record Problem(String anchor, String place, String words) {}
}
