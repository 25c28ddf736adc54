package cn.zhirong.document;

import java.util.List;
import java.util.regex.Pattern;

/** Guesses what sort of paper a document is, by its title first and by its text where the title says nothing. */
final class KindGuess {
    private static final Pattern DRAFT = Pattern.compile("征求意见稿|公开征求.*意见|征求.*意见的(?:通知|公告|函)|[(]草案[)]|草案.*征求意见");
    private static final Pattern INTERPRETATION = Pattern.compile("解读|问答|答记者问|一图读懂|图解");
    private static final Pattern GUIDE = Pattern.compile("(?:指南|指引|办事流程|操作手册|服务手册)$");
    private static final Pattern STATUTE = Pattern.compile("(?:条例|(?<!办)法|法典)$");
    private static final Pattern MEASURE = Pattern.compile("(?:办法|细则|规定|规则|规程|准则|章程|规范|制度)$");
    private static final Pattern PLAN = Pattern.compile("(?:方案|规划|计划|纲要|要点|措施|意见|预案|政策|计划书|清单|目录)$");
    private static final Pattern NOTICE = Pattern.compile("(?:通知|决定|决议|公告|通告|通报|批复|复?函|答复|请示|报告|令|公示|名单)$");
    private static final Pattern ORDER_OR_CONGRESS =
            Pattern.compile("(?:国务院令|人民政府令|部令|委令|人民代表大会.{0,40}(?:通过|修订|修正|批准)|国务院.{0,24}会议.{0,12}通过)");
    private static final Pattern REPORTING =
            Pattern.compile("记者|本报讯|本网讯|日前|近日|[0-9]{1,2}日，|[0-9]{1,2}号，.{0,20}(?:举办|举行|召开)|指出|表示，");

    private KindGuess() {}

    /**
     * @param title the title or an empty text
     * @param hasNumber whether it has a document number of its own
     * @param frame orders and history above the text
     * @param body its lines
     */
    static DocumentKind of(String title, boolean hasNumber, List<String> frame, List<String> body) {
        String folded = Words.compact(title);
        if (DRAFT.matcher(folded).find()) {
            return DocumentKind.DRAFT_FOR_COMMENT;
        }
        if (INTERPRETATION.matcher(folded).find()) {
            return DocumentKind.INTERPRETATION;
        }
        String subject = subject(folded);
        boolean order =
                ORDER_OR_CONGRESS.matcher(Words.compact(String.join("", frame))).find();
        if (STATUTE.matcher(subject).find()
                || order && !Titles.isCover(folded) && MEASURE.matcher(subject).find()) {
            return DocumentKind.REGULATION;
        }
        if (GUIDE.matcher(subject).find()) {
            return DocumentKind.GUIDE;
        }
        if (MEASURE.matcher(subject).find()) {
            return DocumentKind.MEASURE;
        }
        if (PLAN.matcher(subject).find()) {
            return DocumentKind.PLAN;
        }
        if (NOTICE.matcher(folded.replaceAll("[(][^()]*[)]$", "")).find() || hasNumber) {
            return DocumentKind.NOTICE;
        }
        boolean numbered = body.stream().anyMatch(line -> LineMark.of(line).isPresent());
        boolean reports = body.stream()
                .anyMatch(line -> REPORTING.matcher(Words.fold(line)).find());
        return !numbered && reports ? DocumentKind.NEWS : DocumentKind.NOTICE;
    }

    /** What a paper is about: of 关于印发《…方案》的通知 the 方案, of a plain title the title itself. */
    private static String subject(String title) {
        String bare = title.replaceAll("(?:[(][^()]{1,30}[)])+$", "");
        String inner = bare.replaceFirst("的(?:通知|函|公告|决定|通告|命令|令)$", "");
        if (inner.equals(bare)) {
            return bare;
        }
        return inner.replaceAll("[》”]$", "").replaceAll("(?:[(][^()]{1,30}[)])+$", "");
    }
}
