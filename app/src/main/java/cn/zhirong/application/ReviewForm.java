package cn.zhirong.application;

import cn.zhirong.application.Findings.Judgement;
import cn.zhirong.application.Findings.Override;
import cn.zhirong.web.FormReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an officer says of single criteria, read from the form and written into it. */
final class ReviewForm {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 300;

    private ReviewForm() {}

    /** Every judgement and override, each with its reason; what is wrong is noted. */
    static Findings read(List<SheetRows.Row> rows, FormReader form, LocalDate on) {
        List<Judgement> judgements = new ArrayList<>();
        List<Override> overrides = new ArrayList<>();
        for (SheetRows.Row row : rows) {
            String said = form.raw("say-" + row.key());
            if (!said.equals("yes") && !said.equals("no")) {
                continue;
            }
            String reason = form.line("why-" + row.key(), "“" + row.says() + "”的理由", SHORTEST, LONGEST);
            if (row.judged().isEmpty()) {
                overrides.add(new Override(row.place(), row.record(), said.equals("yes"), reason));
            } else if (judgements.stream().noneMatch(one -> one.fact().equals(row.judged()))) {
                judgements.add(new Judgement(row.judged(), said.equals("yes"), reason));
            }
        }
        return new Findings(on, judgements, overrides);
    }

    /** The fields of a form that says the same. */
    static Map<String, String> written(List<SheetRows.Row> rows, Findings findings) {
        Map<String, String> fields = new HashMap<>();
        for (SheetRows.Row row : rows) {
            findings.judgements().stream()
                    .filter(one -> one.fact().equals(row.judged()))
                    .forEach(one -> put(fields, row, one.yes(), one.reason()));
            findings.overrides().stream()
                    .filter(one ->
                            one.place().equals(row.place()) && one.record().equals(row.record()))
                    .forEach(one -> put(fields, row, one.met(), one.reason()));
        }
        return fields;
    }

    private static void put(Map<String, String> fields, SheetRows.Row row, boolean yes, String reason) {
        fields.put("say-" + row.key(), yes ? "yes" : "no");
        fields.put("why-" + row.key(), reason);
    }
}
