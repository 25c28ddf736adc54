package cn.zhirong.assistant;

import cn.zhirong.subsidy.ProgrammeKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Notices that somebody asks what they themselves can get: documents say what there is, not what it comes to for a firm. */
final class OwnQuestion {
    private static final String WHO = "(?:我|咱|我们|咱们|我司|本公司|我公司|公司|企业|本企业)";
    private static final Pattern GETS = Pattern.compile("(?:能|可以|可|够|该)(?:不能)?(?:拿|领|得|享受|申请|申领|申报|补|贴|报)到?(?:到)?"
            + "(?:(?:什么|哪些|哪一?[项种个]|多少|几万|几种|啥)|(?:[\\p{IsHan}]{0,6}(?:补贴|补助|贴息|奖励)(?:是|有|能)?(?:什么|哪些|多少|几)))");
    private static final Pattern LACKS = Pattern.compile(
            "(?:差|缺|少|还要满足|不符合)(?:了|的)?(?:什么|哪些|哪个|啥)(?:条件|要求)?|(?:符合|满足)(?:哪些|什么)(?:补贴|项目|政策)|(?:符合|满足|够)(?:不符合|不满足|不够)?(?:申请|申报)?条件吗");
    /** What is lacking is always lacking to somebody. */
    private static final Pattern LACKS_CONDITIONS = Pattern.compile("还?(?:差|缺)(?:了|的)?(?:什么|哪些|哪个|啥)(?:条件|要求)");

    private static final Pattern SUITS =
            Pattern.compile("(?:哪些|什么)(?:补贴|补助|贴息|奖励|扶持|政策)(?:项目)?(?:能|可以)?(?:适合|适用于?)" + WHO);
    /** Whether one may at all, and what there is to be had. */
    private static final Pattern MAY = Pattern.compile(
            WHO
                    + "(?:现在|目前)?(?:可不可以|能不能|能否|是否可以|可否|有没有资格)(?:申请|申领|申报|享受|拿到?|领)|够不够(?:申请|申报)?条件|有没有(?:什么|哪些)?(?:补贴|补助|奖励|贴息)(?:可以|能|可)?(?:拿|领|申请|享受)");

    private static final Pattern PERSONAL = Pattern.compile(WHO);
    private static final Pattern WHICH = Pattern.compile("(?:什么|哪些|哪几|几种|啥)(?:补贴|补助|奖励|扶持|政策|项目|资金)");
    /** Words by which a sentence asks, other than 呢. */
    private static final Pattern ASKING = Pattern.compile("多少|什么|哪|几(?![件项个年])|怎|如何|是否|吗|能不能|可不可以|谁|啥");

    private OwnQuestion() {}

    /** Whether it is of that sort; a later turn of such a conversation is told by {@link #goesOn}. */
    static boolean asks(String question, boolean saysFacts) {
        boolean own = PERSONAL.matcher(question).find() || saysFacts;
        return own
                        && (GETS.matcher(question).find()
                                || LACKS.matcher(question).find()
                                || MAY.matcher(question).find())
                || LACKS_CONDITIONS.matcher(question).find()
                || SUITS.matcher(question).find();
    }

    /** Whether it goes on with such a question: it only adds facts, as in 那如果贷款是500万呢, or asks the same again. */
    static boolean goesOn(String question, boolean saysFacts) {
        return saysFacts
                        && (QuestionType.of(question) == QuestionType.OTHER
                                || !ASKING.matcher(question).find())
                || GETS.matcher(question).find()
                || LACKS.matcher(question).find();
    }

    /** Whether it asks what is lacking. */
    static boolean asksWhatIsLacking(String question) {
        return LACKS.matcher(question).find();
    }

    /** Whether it asks which there are, of all of them. */
    static boolean asksWhich(String question) {
        return WHICH.matcher(question).find();
    }

    /** The kinds of programme it names; all where it names none. */
    static Set<ProgrammeKind> kinds(String question) {
        Set<ProgrammeKind> kinds = ProgrammeWords.kinds(question);
        return kinds.isEmpty() ? EnumSet.allOf(ProgrammeKind.class) : kinds;
    }
}
