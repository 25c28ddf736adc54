package cn.zhirong.assistant;

import java.util.regex.Pattern;

/**
 * Words in a document that speak to a machine which reads it, not to people. Nothing here obeys them; they are not said as an
 * answer either, for whoever reads that may take them for the bureau's.
 */
final class Planted {
    private static final Pattern WORDS = Pattern.compile(
            "(忽略|无视|忘记|不要遵守|跳过).{0,8}(指令|规则|提示|设定|约束|安全检查|限制)|不要(给出|引用).{0,6}(出处|来源|上文)"
                    + "|(系统|内部|开发者)(提示|消息|指令)\\s*[:：\\]】]|致\\s*(人工智能|AI)|(人工智能|AI)\\s*(助手|模型|智能体)?\\s*(须|必须|务必|请|看到)"
                    + "|attn\\s*:?\\s*ai|\\bAI\\s+(agents?|assistants?|sees)\\b|attention,?\\s+agent|(ignore|disregard|forget).{0,30}(instruction|rule|above)"
                    + "|(instructions|prompt)\\s+for\\s+(ai|assistants?)|system\\s+(override|prompt|credentials)|<!--|\\bprint\\s+verbatim\\b",
            Pattern.CASE_INSENSITIVE);

    private Planted() {}

    /** @param sentence as it stands in the document */
    static boolean isIn(String sentence) {
        return WORDS.matcher(sentence).find();
    }
}
