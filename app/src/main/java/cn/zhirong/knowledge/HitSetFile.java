package cn.zhirong.knowledge;

import cn.zhirong.access.Audit;
import cn.zhirong.kernel.Csv;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A set as a table of 题目, 文号 and 条款; a question with several clauses has several rows. */
@Singleton
class HitSetFile {
    private static final List<String> HEAD = List.of("题目", "文号", "条款");
    private static final int MOST_ROWS = 3_000;
    private static final int TOLD = 10;

    private final HitSets sets;
    private final ClauseFinder finder;
    private final Audit audit;

    HitSetFile(HitSets sets, ClauseFinder finder, Audit audit) {
        this.sets = sets;
        this.finder = finder;
        this.audit = audit;
    }

    /** The whole set; that it was taken out is recorded. */
    @Transactional
    String write(Tenant tenant, String actor) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        for (HitQuestion question : sets.of(tenant)) {
            if (question.clauses().isEmpty()) {
                rows.add(List.of(question.text(), "", ""));
            }
            for (HitClause clause : question.clauses()) {
                String document = clause.documentNumber().isEmpty() ? clause.title() : clause.documentNumber();
                rows.add(List.of(question.text(), document, HitClause.pathWords(clause.path())));
            }
        }
        audit.record(tenant, actor, "hit-set.export", "hit-set", "rows=" + (rows.size() - 1));
        return Csv.write(rows);
    }

    /** Takes all rows in or, where one of them cannot be, none; returns how many there were. */
    @Transactional
    int read(Tenant tenant, String actor, byte[] file, LocalDate day) {
        List<List<String>> rows = Csv.read(decoded(file));
        if (!rows.isEmpty() && rows.getFirst().getFirst().equals(HEAD.getFirst())) {
            rows = rows.subList(1, rows.size());
        }
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw Refusal.badField("file", "表格须有 1 至 " + MOST_ROWS + " 行，第一行写“题目,文号,条款”。");
        }
        List<PolicyVersion> library = finder.library(tenant, day);
        var problems = new ArrayList<Refusal.Field>();
        for (int i = 0; i < rows.size() && problems.size() < TOLD; i++) {
            String problem = take(tenant, actor, rows.get(i), library, day);
            if (!problem.isEmpty()) {
                problems.add(new Refusal.Field("file", "第 " + (i + 1) + " 条记录" + problem));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.badInput("表格没有导入。", problems);
        }
        return rows.size();
    }

    private String take(Tenant tenant, String actor, List<String> row, List<PolicyVersion> library, LocalDate day) {
        String document = row.size() > 1 ? row.get(1) : "";
        String path = row.size() > 2 ? row.get(2) : "";
        if (row.getFirst().isBlank() || row.getFirst().length() > HitSets.LONGEST_QUESTION) {
            return "的题目须为 1 至 " + HitSets.LONGEST_QUESTION + " 个字。";
        }
        long id = sets.add(tenant, actor, row.getFirst());
        if (document.isBlank() && path.isBlank()) {
            return "";
        }
        HitClause clause = finder.named(tenant, library, document, path, day).orElse(null);
        if (clause == null) {
            return "：没有找到“" + shortened(document) + "”的“" + shortened(path) + "”。";
        }
        sets.expect(tenant, actor, id, clause);
        return "";
    }

    /** Spreadsheets here still write GB 18030. */
    private static String decoded(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(file, Charset.forName("GB18030"));
        }
    }

    private static String shortened(String words) {
        return words.length() <= 40 ? words : words.substring(0, 40) + "…";
    }
}
