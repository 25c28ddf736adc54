package cn.zhirong.assistant;

import cn.zhirong.rule.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented firms in their own words, for whoever compares what is computed for them. */
public final class SaidFirm {
    /** Where the bureau of these firms is. */
    static final List<String> PLACES = List.of("肇庆");

    private SaidFirm() {}

    /** The facts that the assistant takes out of what was said. */
    public static Facts understood(String said, LocalDate day) {
        return SaidFacts.of(QuestionText.clean(said), day, PLACES);
    }

    /** What a firm says of itself, as the beginning of a question. */
    public static String next(Random random) {
        List<String> said = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            said.add(random.nextBoolean() ? "我们注册在肇庆" : "我们注册在外地");
        }
        if (random.nextInt(3) > 0) {
            said.add("是" + List.of("大型", "中型", "小型", "微型").get(random.nextInt(4)) + "企业");
        }
        if (random.nextInt(3) == 0) {
            said.add("去年营收" + (1 + random.nextInt(90_000)) + "万元");
        }
        if (random.nextInt(3) == 0) {
            said.add("员工" + (1 + random.nextInt(900)) + "人");
        }
        if (random.nextInt(3) == 0) {
            said.add("是" + List.of("高新技术企业", "科技型中小企业", "专精特新企业").get(random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            said.add("有" + (1 + random.nextInt(9)) + "件"
                    + List.of("发明专利", "实用新型", "注册商标").get(random.nextInt(3)));
        }
        if (random.nextInt(3) > 0) {
            said.add("用专利质押贷款" + (10 + random.nextInt(2_000)) + "万，年利率" + (2 + random.nextInt(5)) + "."
                    + random.nextInt(10) + "%，付了利息" + (1 + random.nextInt(60)) + "万");
        }
        said.add("我们");
        return String.join("，", said);
    }
}
