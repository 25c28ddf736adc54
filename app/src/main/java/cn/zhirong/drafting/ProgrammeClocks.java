package cn.zhirong.drafting;

import cn.zhirong.subsidy.ProgrammeContent.Clocks;
import cn.zhirong.web.FormReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each step may take, as fields. */
enum ProgrammeClocks {
    ACCEPTANCE("受理", "个工作日"),
    CORRECTION("企业补正", "个工作日"),
    FIRST_REVIEW("初审", "个工作日"),
    SECOND_REVIEW("复核", "个工作日"),
    NOTICE_DAYS("公示", "个自然日"),
    OBJECTION("答复异议", "个工作日"),
    PAYMENT("拨付", "个工作日");

    private static final int MOST = 365;

    private final String label;
    private final String unit;

    ProgrammeClocks(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    String label() {
        return label;
    }

    String unit() {
        return unit;
    }

    String field() {
        return "clock-" + ordinal();
    }

    static Map<String, String> of(Clocks clocks) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (ProgrammeClocks one : values()) {
            int days = one.days(clocks);
            fields.put(one.field(), days == 0 ? "" : String.valueOf(days));
        }
        return fields;
    }

    private int days(Clocks clocks) {
        return switch (this) {
            case ACCEPTANCE -> clocks.acceptance();
            case CORRECTION -> clocks.correction();
            case FIRST_REVIEW -> clocks.firstReview();
            case SECOND_REVIEW -> clocks.secondReview();
            case NOTICE_DAYS -> clocks.noticeDays();
            case OBJECTION -> clocks.objection();
            case PAYMENT -> clocks.payment();
        };
    }

    /** All of them; what is wrong is noted. */
    static Clocks read(FormReader form) {
        List<Integer> days = new ArrayList<>();
        for (ProgrammeClocks one : values()) {
            days.add(number(form, one.field(), one.label + "的时限", 0, MOST));
        }
        return new Clocks(days.get(0), days.get(1), days.get(2), days.get(3), days.get(4), days.get(5), days.get(6));
    }

    /** A whole number; nothing typed is the least. */
    static int number(FormReader form, String field, String label, int least, int most) {
        String typed = form.raw(field);
        int number = typed.matches("[0-9]{1,8}") ? Integer.parseInt(typed) : typed.isEmpty() ? least : -1;
        if (number < least || number > most) {
            form.wrong(field, label + "应当是 " + least + " 至 " + most + " 的整数，现在是“" + typed + "”。");
        }
        return number;
    }

    /** In words; empty where nothing is promised. */
    static String words(Clocks clocks) {
        List<String> words = new ArrayList<>();
        for (ProgrammeClocks one : values()) {
            if (one.days(clocks) > 0) {
                words.add(one.label + one.days(clocks) + one.unit);
            }
        }
        return String.join("，", words);
    }
}
