package cn.zhirong.assistant;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What people ask of a programme besides conditions and money: what to hand in, when, how, and whom to ask. */
enum ProgrammeAspect {
    WINDOW("截止|(申请|申报|受理|报名|办理)的?(时间|日期|期限|期间)|申报期|窗口期|过期了?(吗|没)"
            + "|(什么时候|何时|几月|几号|哪天|哪一天|什么时间|啥时候|多会儿).{0,8}(申请|申报|报名|受理|开放|开始|结束|交|递|报)"
            + "|(申请|申报|受理|报名|交材料|贴息|补贴|奖励|补助).{0,8}(什么时候|何时|几月|几号|哪天|什么时间|啥时候|多会儿)"
            + "|(现在|目前|还|今天|明天|后天|本月|这个月|下个?月|下周|来得及|[月日号]).{0,6}(能|可以|来得及|赶得上|受理|开放).{0,10}(申请|申报|报名|报|交|补贴|贴息|吗)"
            + "|(申请|申报|受理)(开始|结束|截止)了?(吗|没)|(来得及|赶得上)(吗|不)"),
    MATERIALS("材料|资料|要件|(提交|准备|带|提供|交|递)(上|些|的)?(什么|哪些|啥)|(什么|哪些|啥)(东西|文件|表格?)(要|需要)?(交|提交|准备|带)?"),
    HOW("(怎么|如何|怎样|咋)(样|去|来|才能)*(申请|申报|申领|报名|办理|办(?!法)|领|报(?!销|送))"
            + "|(申请|申报|申领)的?(流程|步骤|程序|方式|入口|渠道|办法)|(在|去|到)?(哪里|哪儿|哪|什么地方|何处)(去|可以|能)?(申请|申报|办理|办|报名|交)"
            + "|(申请|申报|办理|报名).{0,4}(去|到|在)(哪|什么地方)"),
    CONTACT("找谁|找哪|联系谁|问谁|(联系|咨询)?电话|联系方式|谁(负责|受理|管)|哪个(窗口|部门|科室)|(去|到|在)(哪|什么地方).{0,2}咨询|咨询.{0,4}(哪|地点|地址)");

    /** What documents are asked for, though the words are alike. */
    private static final Pattern OTHERWISE = Pattern.compile(
            "拨付|到账|发放|打款|公示|审核|审批|初审|复核|办结|印发|发布|出台|公布|施行|有效期|失效|放款|还款|补正|退回|答复|转让|登记|造假|虚假|骗|追回|银行(什么|几|多|要)|白名单|资金池|风险补偿|目标");

    private final Pattern words;

    ProgrammeAspect(String words) {
        this.words = Pattern.compile(words);
    }

    /** What a cleaned question asks for; none where it is no such question. */
    static Set<ProgrammeAspect> of(String question) {
        Set<ProgrammeAspect> asked = EnumSet.noneOf(ProgrammeAspect.class);
        String read = ProgrammeWords.heard(question);
        if (!OTHERWISE.matcher(read).find()) {
            for (ProgrammeAspect aspect : values()) {
                if (aspect.words.matcher(read).find()) {
                    asked.add(aspect);
                }
            }
        }
        return asked;
    }

    /** As a question to go on with, after a title in 《》. */
    static String question(Set<ProgrammeAspect> asked) {
        return asked.contains(MATERIALS)
                ? "要交哪些材料？"
                : asked.contains(WINDOW) ? "什么时候可以申请？" : asked.contains(HOW) ? "怎么申请？" : "找谁咨询？";
    }
}
