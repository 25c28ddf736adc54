package cn.zhirong.assistant;

import cn.zhirong.subsidy.ProgrammeKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Notices that somebody asks what they themselves can get: documents say what there is, not what it comes to for a firm. */
final class OwnQuestion {
    private static final String WHO = "(?:我|咱|我们|咱们|我司|本公司|我公司|公司|企业|本企业)";
    private static final Pattern GETS = Pattern.compile("(?:能|可以|可|够|该)(?:不能)?(?:拿|领|得|享受|申请|申领|申报|补|贴|报)到?(?:到)?"
            + "(?:(?:什么|哪些|多少|几万|几种|啥)|(?:[\\p{IsHan}]{0,6}(?:补贴|补助|贴息|奖励)(?:是|有|能)?(?:什么|哪些|多少|几)))");
    private static final Pattern LACKS = Pattern.compile(
            "(?:差|缺|少|还要满足|不符合)(?:了|的)?(?:什么|哪些|哪个|啥)(?:条件|要求)?|(?:符合|满足)(?:哪些|什么)(?:补贴|项目|政策)|(?:符合|满足|够)(?:不符合|不满足|不够)?(?:申请|申报)?条件吗");
    private static final Pattern SUITS =
            Pattern.compile("(?:哪些|什么)(?:补贴|补助|贴息|奖励|扶持|政策)(?:项目)?(?:能|可以)?(?:适合|适用于?)" + WHO);
    private static final Pattern PERSONAL = Pattern.compile(WHO);
    private static final Map<ProgrammeKind, Pattern> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(ProgrammeKind.INTEREST, Pattern.compile("贴息|利息补"));
        KINDS.put(ProgrammeKind.VALUATION_FEE, Pattern.compile("评估费"));
        KINDS.put(ProgrammeKind.GUARANTEE_FEE, Pattern.compile("担保费"));
        KINDS.put(ProgrammeKind.PREMIUM, Pattern.compile("保费|保险费"));
        KINDS.put(ProgrammeKind.SECURITISATION, Pattern.compile("证券化"));
        KINDS.put(ProgrammeKind.LISTING, Pattern.compile("上市|挂牌"));
    }

    private OwnQuestion() {}

    /** Whether it is of that sort; a later turn of such a conversation that only adds facts is told by {@code goesOn}. */
    static boolean asks(String question, boolean saysFacts) {
        boolean own = PERSONAL.matcher(question).find() || saysFacts;
        return own && (GETS.matcher(question).find() || LACKS.matcher(question).find())
                || SUITS.matcher(question).find();
    }

    /** Whether it asks what is lacking. */
    static boolean asksWhatIsLacking(String question) {
        return LACKS.matcher(question).find();
    }

    /** The kinds of programme it names; all where it names none. */
    static Set<ProgrammeKind> kinds(String question) {
        Set<ProgrammeKind> kinds = EnumSet.noneOf(ProgrammeKind.class);
        KINDS.forEach((kind, words) -> {
            if (words.matcher(question).find()) {
                kinds.add(kind);
            }
        });
        return kinds.isEmpty() ? EnumSet.allOf(ProgrammeKind.class) : kinds;
    }
}
