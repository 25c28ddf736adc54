package cn.zhirong.drafting;

import cn.zhirong.subsidy.ProgrammeContent;
import cn.zhirong.subsidy.ProgrammeContent.Contact;
import cn.zhirong.subsidy.ProgrammeContent.Material;
import cn.zhirong.subsidy.ProgrammeContent.Window;
import cn.zhirong.subsidy.ProgrammeKind;
import cn.zhirong.subsidy.ProgrammeVersion.Text;
import cn.zhirong.subsidy.RationingWay;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads what an officer typed into the form of a programme; everything wrong is told at once. */
final class ProgrammeForm {
    private static final int MOST_PLACES = 1_000_000;

    private final Map<String, String> fields;
    private final FormReader form;

    private ProgrammeForm(Map<String, String> fields) {
        this.fields = fields;
        this.form = new FormReader(fields);
    }

    /**
     * What is typed.
     *
     * @param provisions whether the policy has a provision of that path; always where its words are not known
     * @throws Refusal something is wrong
     */
    static Text read(Map<String, String> fields, Predicate<String> provisions) {
        return new ProgrammeForm(fields).text(provisions);
    }

    /** What is wrong with a text that is there. */
    static List<Refusal.Field> problems(Text text, Predicate<String> provisions) {
        try {
            read(ProgrammeFields.of(text), provisions);
            return List.of();
        } catch (Refusal refusal) {
            return FormErrors.of(refusal);
        }
    }

    private Text text(Predicate<String> provisions) {
        String title = form.line("title", "项目名称", 1, 200);
        ProgrammeKind kind = choice("kind", "类别", ProgrammeKind.class, ProgrammeKind.OTHER);
        String policy = form.raw("policy");
        if (policy.isEmpty() || policy.length() > 64) {
            form.wrong("policy", "请选择项目主要依据哪一份政策。");
        }
        String status = form.raw("status");
        if (!Set.of("OPEN", "CLOSED", "ANNOUNCED").contains(status)) {
            form.wrong("status", "请选择受理状态。");
        }
        RationingWay rationing = choice("rationing", "预算不够时的办法", RationingWay.class, RationingWay.FIRST_COME);
        Text text = new Text(
                title,
                kind,
                policy,
                new ProgrammeContent(
                        form.line("summary", "一两句话介绍", 1, 300),
                        form.line("audience", "惠及对象", 1, 300),
                        materials(provisions),
                        windows(),
                        new Contact(form.line("place", "受理地点", 0, 200), form.line("phone", "咨询电话", 0, 60)),
                        ProgrammeClocks.read(form),
                        rationing,
                        places(rationing),
                        on("automatic"),
                        status.equals("CLOSED"),
                        status.equals("ANNOUNCED"),
                        on("illustrative"),
                        form.line("note", "使用前应当知道的事", 0, 500)));
        form.check();
        return text;
    }

    private boolean on(String field) {
        return !form.raw(field).isEmpty();
    }

    private <E extends Enum<E>> E choice(String field, String label, Class<E> type, E instead) {
        String typed = form.raw(field);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(typed)) {
                return constant;
            }
        }
        form.wrong(field, "请选择" + label + "。");
        return instead;
    }

    private @Nullable Integer places(RationingWay rationing) {
        if (rationing != RationingWay.FIRST_N) {
            if (!form.raw("places").isEmpty()) {
                form.wrong("places", "只有选“限定名额”才填名额，请清空名额或者改选“限定名额”。");
            }
            return null;
        }
        if (form.raw("places").isEmpty()) {
            form.wrong("places", "选了“限定名额”，请填写名额，1 至 " + MOST_PLACES + "。");
            return null;
        }
        return ProgrammeClocks.number(form, "places", "名额", 1, MOST_PLACES);
    }

    private List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        int number = 0;
        for (String row : ProgrammeFields.filled(fields, ProgrammeFields.WINDOW)) {
            number++;
            String label = "第 " + number + " 段受理时间";
            LocalDate from = day(row + "-from", label + "的开始日期");
            LocalDate until = day(row + "-until", label + "的结束日期");
            String note = form.line(row + "-note", label + "的说明", 0, 200);
            if (from != null && until != null) {
                Window window = new Window(from, until, note);
                if (until.isBefore(from)) {
                    form.wrong(row + "-until", label + "的结束日期 " + until + " 早于开始日期 " + from + "。");
                } else if (windows.stream().anyMatch(other -> overlap(other, window))) {
                    form.wrong(row + "-from", label + "与另一段有重叠的日子，请并成一段或者改日期。");
                } else {
                    windows.add(window);
                }
            }
        }
        return windows;
    }

    private static boolean overlap(Window one, Window other) {
        return !one.from().isAfter(other.until()) && !other.from().isAfter(one.until());
    }

    private @Nullable LocalDate day(String field, String label) {
        try {
            LocalDate day = LocalDate.parse(form.raw(field));
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Told below, with the bound.
        }
        form.wrong(field, label + "应当是 2000 年至 2100 年之间的日期，例如 2026-01-31。");
        return null;
    }

    private List<Material> materials(Predicate<String> provisions) {
        List<Material> materials = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        int number = 0;
        for (String row : ProgrammeFields.filled(fields, ProgrammeFields.MATERIAL)) {
            number++;
            String label = "第 " + number + " 项材料";
            String name = form.line(row + "-name", label + "的名称", 1, 200);
            if (!names.add(name)) {
                form.wrong(row + "-name", label + "与另一项同名：“" + name + "”。");
            }
            String provision = form.line(row + "-provision", label + "的依据", 0, 100);
            if (!provision.isEmpty() && !provisions.test(provision)) {
                form.wrong(row + "-provision", label + "的依据“" + provision + "”在所选政策里没有，请写成“第十三条第一项”的样子。");
            }
            materials.add(new Material(
                    id(row, ids),
                    name,
                    on(row + "-required"),
                    form.line(row + "-note", label + "的说明", 0, 300),
                    provision));
        }
        return materials;
    }

    /** What was handed in is found by it, so it stays; a new one gets a number that is free. */
    private String id(String row, Set<String> taken) {
        String id = form.raw(row + "-id");
        if (id.matches("[a-z][a-z0-9-]{0,59}") && taken.add(id)) {
            return id;
        }
        Set<String> all = new HashSet<>(taken);
        ProgrammeFields.rows(fields, ProgrammeFields.MATERIAL).forEach(other -> all.add(form.raw(other + "-id")));
        int number = 1;
        while (all.contains("material-" + number)) {
            number++;
        }
        taken.add("material-" + number);
        return "material-" + number;
    }
}
