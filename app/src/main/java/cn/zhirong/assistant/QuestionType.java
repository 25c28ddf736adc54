package cn.zhirong.assistant;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What sort of fact a question asks for. The order matters: the first whose words stand in the question wins.
 *
 * <p>A <em>required</em> fact is answered by one of its kind or not at all: where none stands beside the subject, it is not
 * stated.
 */
enum QuestionType {
    /** What a heading is about, as follow-up questions ask. */
    PROVISION("(怎么|如何|怎样)规定|有(什么|哪些)规定|规定(是什么|了什么)", null, "相关规定", false),
    DOCUMENT_NUMBER("文号|发文字号|几号文|哪号文|文件号", "\\d+号", "文号", true),
    ISSUED_ON(
            "(哪[一]?[天日年]|什么时候|何时|几月|时间|日期).{0,6}(印发|发布|出台|发文|下发|公布|成文|签发)"
                    + "|(印发|发布|出台|发文|下发|公布|成文|签发)的?(日期|时间)|(印发|发布|出台|下发|公布|签发)(于|是在|是)?(哪|什么时候|何时)",
            "\\d[年月日]|近[期日]|即日",
            "日期",
            true),
    ISSUER(
            "(谁|哪(些|几?个|几?家)?(部门|单位|机关|机构)|什么(部门|单位)).{0,4}(印发|发布|出台|发文|下发|制定)|发文(机关|单位)|(谁|哪(些|几?个|几?家)(部门|单位))(印)?发的|谁发",
            "[局委办厅部院会行]|政府",
            "发文机关",
            true),
    RATE("百分之几|百分之多少|百分比|比例|几个点|利率|费率|几成|多少个(百分)?点|几折|倍数|几倍", "\\d(%|‰|个?百分点|个?基点|bp|成|折|倍)|lpr", "具体比例", true),
    PHONE("电话|联系方式|手机号|邮箱|怎么联系|如何联系|热线", "\\d{3,4}-?\\d{7,8}|1\\d{10}|@|12345|\\d{5,8}", "联系方式", true),
    DURATION(
            "多久|多长时间|几个?小时|多少个?小时|有效期|几天|多少天|几个工作日|多少个?工作日|期限|几年|多少年|几个月|有效期|多长",
            "(?<![\\d年月])\\d{1,3}个?(工作日|日|天|年|月|个月|小时|周)(?!\\d)|当[日天场]|长期|期满|之日|\\d日起?至|半年|随时|每个?[年季月周日]|一次告知",
            "具体期限",
            true),
    COUNT("(多少|(?<!哪)几)(名|个|位)?(人|家|户|名|位|项|件|次|场|所|批|款|个)", "\\d(余|多)?(人|家|户|个|次|项|件|名|场|批|位|所|款)", "具体数量", true),
    AMOUNT(
            "多少钱|多少万|多少亿|多少元|几万|几百万|几千|几亿|金额|额度|封顶|上限|最高|最多|补多少|拿多少|给多少|奖多少|贴多少",
            "\\d(万|亿|元|千元)|全额|免费|免收|\\d(%|‰)",
            "具体金额",
            true),
    HOW_MUCH("多少|几倍|多大|多高", "\\d|全额|翻番|倍增", "具体数额", true),
    WHEN(
            "哪[一]?年|哪[一]?天|哪[一]?月|几月|几号|什么时候|何时|截止|什么时间|何日|多会儿",
            "\\d[年月日]|\\d个?工作日内|每[年月]|季度|之日|年[底末初]|即日|近[期日]",
            "具体时间",
            true),
    WINDOW(
            "(现在|目前|还|今天|明天|周[一二三四五六日]).{0,4}(能|可以|来得及).{0,3}(申请|申报|报名|交|提交|报吗)",
            "受理.*\\d[月日]|截止|\\d月\\d|随时|每季度|季度受理|全年",
            "受理时间",
            true),
    CONSEQUENCE("后果|会怎样|会怎么样|怎么处罚|如何处罚|怎么罚|被罚|什么责任|什么处罚", "追回|退回|返还|处罚|罚款|责任|处理|取消|暂停|不予|移出|警告|删除", "处理规定", false),
    REMEDY("怎么办(?!理)|咋办(?!理)|怎么处理|如何处理", "应当|可以|须|先|申请|需要|不得|同意|未经", "处理办法", false),
    WHETHER("吗|是否|(\\p{IsHan})不\\1|是不是|能不能|可不可以|有没有|会不会|能否|可否|要不要|需不需要|用不用|算不算|行不行", null, "相关规定", false),
    MATERIALS("材料|资料|证件|手续|(提交|准备|带|提供)(什么|哪些)(?=东西|$)", "提交|材料|资料|证明|复印件|申请表|执照|报表", "所需材料", true),
    CONDITIONS(
            "谁(可以|能|有资格|才能)|(什么|哪些)(企业|公司|单位|人)(可以|能|才能)|条件|要求|资格|门槛|什么样的|哪类|哪种|符合什么|满足什么|适用",
            "符合|具备|条件|应当|须|满足|下列|以下|以上|不得|要求",
            "申请条件",
            false),
    WHO("谁|负责人|组长|联系人|牵头", "[局委办厅部院会行]|中心|公司|机构|政府|领导|负责人|专员|专班|单位|主任|处长|科长", "具体人员或单位", false),
    ORGANISATION(
            "哪(些|几?个|一个|几?家|一家)?(机构|部门|单位|银行|公司|企业|平台|地方)|哪家|哪几家|什么(部门|机构|单位|平台)",
            "局|委员会|厅|办公室|院|银行|分行|中心|公司|集团|协会|学会|商会|政府|[^、]+、[^、]+、",
            "具体单位",
            false),
    WHERE("哪里|哪儿|在哪|何处|地址|地点|网址|什么地方|哪个网站", "窗口|中心|网|平台|地址|路|大厅|系统|线上|园区|街", "办理地点", false),
    HOW("怎么(?!办(?!理))|如何|怎样|流程|步骤|程序|咋", "申请|提交|登录|办理|通过|程序|应当|建立|开展|完善|加强", "具体做法", false),
    LIST("哪些|有什么|什么|哪几|几种|啥", "、|包括|以下|下列|等", "相关内容", false),
    OTHER("", null, "相关内容", false);

    private final Pattern asked;
    private final @Nullable Pattern answered;
    private final String label;
    private final boolean required;

    QuestionType(String asked, @Nullable String answered, String label, boolean required) {
        this.asked = Pattern.compile(asked);
        this.answered = answered == null ? null : Pattern.compile(answered);
        this.label = label;
        this.required = required;
    }

    /** The type of a cleaned question. */
    static QuestionType of(String question) {
        for (QuestionType type : values()) {
            if (type.asked.matcher(question).find()) {
                return type;
            }
        }
        return OTHER;
    }

    /** Whether a list is wanted rather than a sentence. */
    boolean asksForList() {
        return this == MATERIALS || this == CONDITIONS || this == LIST || this == HOW;
    }

    /** Whether a sentence that announces a list announces one of this kind. */
    boolean named(String sentence) {
        return switch (this) {
            case MATERIALS -> sentence.matches(".*(材料|资料|文件|证件).*");
            case CONDITIONS -> sentence.matches(".*(条件|要求|情形).*");
            case LIST, HOW -> true;
            default -> false;
        };
    }

    /** Whether it is often told in more than one sentence. */
    boolean asksForSeveral() {
        return switch (this) {
            case LIST, HOW, CONDITIONS, REMEDY, OTHER, PROVISION, CONSEQUENCE, MATERIALS -> true;
            default -> false;
        };
    }

    /** Whether an answer must hold the words just before the asking ones; elsewhere these are verbs such as 准备. */
    boolean hasFocus() {
        return required && this != MATERIALS && this != PHONE && this != WINDOW;
    }

    /** Whether provisions under this heading answer it. */
    boolean isTopic(String heading) {
        String topic = switch (this) {
            case MATERIALS -> "材料|资料";
            case CONDITIONS -> "条件|对象|谁可以|资格";
            case WHEN, WINDOW -> "时间|什么时候|日期";
            case DURATION -> "时限|多久|期限|办理时间|有结果";
            case WHERE -> "地点|哪里|在哪|到哪|地址|去哪";
            case HOW -> "流程|程序|怎样|方式|如何|步骤|怎么";
            case HOW_MUCH, AMOUNT, RATE -> "标准|多少|目标";
            case WHO, ORGANISATION -> "机制|分工|谁|机构";
            case CONSEQUENCE -> "监督|责任|罚|追回|后果";
            case REMEDY -> "怎么办|处理|处置";
            default -> "";
        };
        return !topic.isEmpty() && Pattern.compile(topic).matcher(heading).find();
    }

    /** The words that ask, which say nothing about the subject. */
    Pattern asked() {
        return asked;
    }

    /** Whether normalised words can answer it. */
    boolean isAnsweredBy(String words) {
        return answered == null || answered.matcher(words).find();
    }

    /** Words that documents use where people ask so; empty where they use the same. */
    String searchWords() {
        return this == WINDOW ? " 受理时间" : "";
    }

    /** Whether words can be told to hold a fact of its kind. */
    boolean namesFact() {
        return answered != null;
    }

    /** Whether a figure, a day or a name of few characters answers it. */
    boolean isShort() {
        return required && this != MATERIALS && this != ISSUER;
    }

    /** Whether the document's head answers it. */
    boolean isOfDocument() {
        return this == DOCUMENT_NUMBER || this == ISSUED_ON || this == ISSUER;
    }

    /** Whether only a fact of its kind answers it. */
    boolean isRequired() {
        return required;
    }

    /** What is missing where it is not stated, for a reader. */
    String label() {
        return label;
    }
}
