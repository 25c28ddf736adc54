package cn.zhirong.assistant;

import cn.zhirong.assistant.Answer.Clarify;
import cn.zhirong.assistant.Answer.Reason;
import cn.zhirong.assistant.Answer.Refused;
import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.assistant.Finding.Stated;
import cn.zhirong.policy.Term;
import cn.zhirong.policy.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the assistant says in its own words. */
final class Replies {
    static final String OUT_OF_SCOPE = "这个问题不在本平台的政策文件范围内，我只能回答已公布的政策文件中写明的内容。";
    static final String ANOTHER_PLACE = "您问的地区不归本平台答复，这里只收录本地区和上级公布的政策文件，请向当地主管部门咨询。";

    private static final String PERSON = "如需确认，可以转人工，由经办人员答复。";

    private Replies() {}

    /** The answer to whatever needs no document. */
    static Optional<Answer> withoutSearch(Question question, String cleaned) {
        if (cleaned.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of(clarify(question, "请写下您想了解的政策问题。"));
        }
        if (cleaned.codePointCount(0, cleaned.length()) > Assistant.MAX_QUESTION) {
            return Optional.of(refuse(question, Reason.TOO_LONG, "问题太长了，请用一两句话说明您想了解什么。", List.of(), List.of()));
        }
        return switch (Intent.of(cleaned)) {
            case POLICY -> Optional.empty();
            case GREETING -> Optional.of(clarify(question, "您好，我可以根据已公布的政策文件回答问题。请问您想了解什么？"));
            case UNREADABLE_NUMBER -> Optional.of(clarify(question, "您写的数字我没有看懂，请重新写一遍，例如写成“多少万元”。"));
            case INSTRUCTION ->
                Optional.of(refuse(question, Reason.INSTRUCTION, "我只回答与政策文件有关的问题，不能执行这类要求。", List.of(), List.of()));
            case ACTION ->
                Optional.of(refuse(
                        question, Reason.CANNOT_ACT, "我不能代您提交、办理或审批任何事项，请登录后在相应的办事页面由本人办理。", List.of(), List.of()));
            case PERSONAL_STATUS ->
                Optional.of(
                        refuse(question, Reason.PERSONAL_STATUS, "我看不到您的申请记录，请登录后在“我的办件”中查看进度。", List.of(), List.of()));
        };
    }

    static String notStated(List<String> labels) {
        return "现有文件没有写明" + (labels.isEmpty() ? "您问的内容" : String.join("和", labels)) + "，下面引用的是与此最接近的规定。" + PERSON;
    }

    /**
     * Tells what stands in documents that do not hold, and since when.
     *
     * @param holding what documents that hold say nearest to it; may be empty
     */
    static Answer notInForce(Question question, List<Stated> old, List<Piece> holding) {
        Draft draft = new Draft();
        old.forEach(stated -> draft.cite(stated.pieces().getFirst()));
        holding.stream().limit(1).forEach(draft::cite);
        List<String> states = old.stream()
                .map(stated -> stated.pieces().getFirst())
                .map(Replies::state)
                .distinct()
                .toList();
        String text = states.size() == 1
                ? "写有这项内容的文件" + states.getFirst() + "，不能作为现行依据，下面引用的原文仅供参考。"
                : "写有这项内容的文件，有的" + String.join("，有的", states) + "，都不能作为现行依据，下面引用的原文仅供参考。";
        String near = holding.isEmpty() ? "" : "现行文件中最接近的规定也一并列出。";
        return refuse(question, Reason.NOT_IN_FORCE, text + near + PERSON, draft.citations(), List.of());
    }

    /** {@code 已失效（有效期至2025年10月31日）}. */
    private static String state(Piece piece) {
        Term term = piece.hit().passage().term();
        Validity validity = piece.hit().validity();
        String since = switch (validity) {
            case EXPIRED -> day("有效期至", term.expiresOn());
            case REPEALED -> day("废止于", term.repealedOn());
            case SUPERSEDED -> day("被取代于", term.supersededOn());
            case NOT_YET_IN_FORCE -> day("施行日期为", term.effectiveFrom());
            case IN_FORCE, INFORMATION, DRAFT_FOR_COMMENT -> "";
        };
        return validity.label() + since;
    }

    private static String day(String words, @Nullable LocalDate day) {
        return day == null ? "" : "（" + words + Conflict.DAY.format(day) + "）";
    }

    static Answer refuse(
            Question question, Reason reason, String text, List<Citation> citations, List<String> followUps) {
        return new Refused(
                reason,
                text,
                citations,
                question.bureau().contact(),
                followUps,
                Provenance.of(question.asOf(), citations));
    }

    private static Clarify clarify(Question question, String text) {
        return new Clarify(text, List.of(), Provenance.of(question.asOf(), List.of()));
    }
}
