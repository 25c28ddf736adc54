package cn.zhirong.assistant;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** What somebody wants who writes to the assistant. All but {@link #POLICY} are answered without a search. */
enum Intent {
    /** Tries to tell the assistant what it is, or to make it tell how it works. */
    INSTRUCTION("忽略.{0,8}(以上|之前|前面|所有|上述|指令|规则|规定|限制|提示)|无视.{0,6}(规则|指令|限制|以上)"
            + "|你现在是|从现在(起|开始)你|扮演|假装你|假设你是|角色扮演|系统提示|提示词|开发者模式|越狱|系统管理员|管理员权限"
            + "|(放弃|忘记|忘掉|丢弃).{0,6}(指引|指令|规则|设定|之前)|(输出|打印|显示|告诉我).{0,6}(你的)?(配置|指令|源代码|密钥|提示)"
            + "|不要遵守.{0,6}(规则|限制)|初始设定|隐藏的?(指令|消息|系统)|作为(开发者|系统管理员)|(没有|不受).{0,6}限制的.{0,4}(助手|模型|AI)|模仿.{2,24}口吻"
            + "|(ignore|disregard|forget|supersedes?).{0,24}(previous|above|all|prior|earlier|everything|rule|instruction)|system\\s*(prompt|message)|developer\\s*mode|jailbreak|prompt"
            + "|(列出|导出).{0,6}(所有|全部).{0,4}(租户|用户|企业名单)|上一个用户|别人的(问题|对话)|工具(列表|定义)"),
    /** How far its own application has come. */
    PERSONAL_STATUS(
            "(我|咱|我们|我司|公司|本公司|企业)的?.{0,12}(申请|办件|申报|材料|贷款|补贴|项目).{0,10}(进度|到哪|状态|批了|通过了|审核完|下来了|结果出来|什么时候到账|到账了)"
                    + "|(查|看)(一下|下)?.{0,6}(办件|申请|申报|审核|审批)进度|到账了(吗|没)"),
    /** Wants something done. */
    ACTION("(帮|替|给)我(们)?(直接|马上)?.{0,4}(提交|申请一|办理一|审批|批准|转账|拨付|登记一|删除|修改)|(批准|通过|驳回)这笔"),
    GREETING("^(你好|您好|hi|hello|哈喽|嗨|早上好|下午好|在吗|谢谢|多谢|再见|你是谁|你能做什么|你会什么)[啊呀吗呢,.。!?你您]*$"),
    /** A number that cannot be read: thousands grouped wrongly, or a power. */
    UNREADABLE_NUMBER("\\d,\\d{1,2}(?!\\d)|\\d,\\d{4,}|\\d\\^\\d"),
    POLICY("");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{12,}={0,2}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Punct}、。]+");

    private final Pattern words;

    Intent(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** Reads a cleaned text; neither spelling words apart nor Base64 hides them. */
    static Intent of(String text) {
        return BASE64.matcher(text)
                .results()
                .map(found -> read(QuestionText.clean(decoded(found.group()))))
                .filter(INSTRUCTION::equals)
                .findFirst()
                .orElseGet(() -> read(text));
    }

    private static String decoded(String base64) {
        String bare = base64.replaceAll("=+$", "");
        // A unit of four cannot hold one letter alone: an ordinary word of thirteen letters is no Base64, and must not
        // be an error.
        byte[] bytes = Base64.getMimeDecoder().decode(bare.length() % 4 == 1 ? bare.substring(1) : bare);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Intent read(String text) {
        String joined = BETWEEN.matcher(text).replaceAll("");
        for (Intent intent : values()) {
            boolean literal = intent == UNREADABLE_NUMBER || intent == GREETING;
            if (intent.words.matcher(text).find()
                    || (!literal && intent.words.matcher(joined).find())) {
                return intent;
            }
        }
        return POLICY;
    }
}
