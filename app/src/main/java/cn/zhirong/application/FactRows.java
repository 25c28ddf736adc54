package cn.zhirong.application;

import cn.zhirong.subsidy.FactForm;
import cn.zhirong.web.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows of lists in a {@link FactForm} that came back. */
final class FactRows {
    private static final String ADD = "add";

    private FactRows() {}

    /** The same form with one more row in the list that the button names. */
    static Map<String, String> more(Map<String, String> form) {
        Map<String, String> more = new HashMap<>(form);
        String count = "f-" + more.remove(ADD) + "-n";
        String rows = form.getOrDefault(count, "1");
        int now = rows.matches("[0-9]{1,3}") ? Integer.parseInt(rows) : 1;
        more.put(count, String.valueOf(Math.min(now + 1, FactForm.MOST_ROWS)));
        return more;
    }

    /** The same number written in another way is the same thing: whatever stands in a list twice is told. */
    static List<Refusal.Field> twice(FactForm form, Map<String, String> typed) {
        List<Refusal.Field> problems = new ArrayList<>();
        for (String list : form.wanted().keySet()) {
            List<String> keys = IntStream.rangeClosed(1, FactForm.MOST_ROWS)
                    .mapToObj(row -> typed.getOrDefault("f-" + list + "-" + row + "-id", ""))
                    .toList();
            for (int at : Things.twice(keys)) {
                problems.add(new Refusal.Field("f-" + list + "-" + (at + 1) + "-id", twice(keys.get(at))));
            }
        }
        return problems;
    }

    /** What is told of a number that stands in a list already. */
    static String twice(String key) {
        return "编号“" + key.strip() + "”和前面的一条是同一个编号（大小写、全半角、空格和连接号不作区分），同一笔只填一次。";
    }

    /** What is paid for one by one needs its own name: a row without one is told. */
    static List<Refusal.Field> nameless(FactForm form, Map<String, String> typed) {
        List<Refusal.Field> problems = new ArrayList<>();
        form.wanted().forEach((list, fields) -> {
            for (int row = 1; row <= FactForm.MOST_ROWS && !fields.isEmpty(); row++) {
                String prefix = "f-" + list + "-" + row + "-";
                // What is ticked of several stands under the field's name with the choice behind it.
                boolean any = typed.entrySet().stream()
                        .anyMatch(each -> !each.getValue().isBlank()
                                && fields.stream()
                                        .anyMatch(field -> each.getKey().equals(prefix + field)
                                                || each.getKey().startsWith(prefix + field + "-")));
                if (any && typed.getOrDefault(prefix + "id", "").isBlank()) {
                    problems.add(new Refusal.Field(prefix + "id", "第 " + row + " 条还没有写编号（合同编号、发票号码等）。"));
                }
            }
        });
        return problems;
    }
}
