package cn.zhirong.policy;

import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bounds of {@link PolicyFacts}; everything that is wrong is told together, by field. */
final class FactsCheck {
    static final int LONGEST_TITLE = 500;
    static final int LONGEST_NUMBER = 100;
    static final int MOST_ISSUERS = 15;
    static final int LONGEST_ISSUER = 100;
    static final int LONGEST_SOURCE = 500;
    static final int LONGEST_NOTE = 1000;
    static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
    static final Set<String> AUDIENCES =
            Set.of("enterprise", "bank", "guarantor", "insurer", "valuer", "intermediary", "bureau");

    private final List<Refusal.Field> errors = new ArrayList<>();

    private FactsCheck() {}

    /** Refuses facts that are out of bounds. A draft may still lack a title; publishing it may not. */
    static void check(PolicyFacts facts) {
        List<Refusal.Field> errors = errors(facts);
        if (!errors.isEmpty()) {
            throw Refusal.badInput("有 " + errors.size() + " 处需要修改。", errors);
        }
    }

    static List<Refusal.Field> errors(PolicyFacts facts) {
        FactsCheck check = new FactsCheck();
        check.words(facts);
        check.days(facts);
        return List.copyOf(check.errors);
    }

    /** The day, or null where it is none that a document can carry. */
    static @Nullable LocalDate inRange(@Nullable LocalDate day) {
        return day == null || day.isBefore(EARLIEST) || day.isAfter(LATEST) ? null : day;
    }

    private void words(PolicyFacts facts) {
        if (facts.title().isBlank()) {
            error("title", "标题不能为空。");
        }
        atMost("title", "标题", facts.title(), LONGEST_TITLE);
        atMost("documentNumber", "文号", facts.documentNumber(), LONGEST_NUMBER);
        atMost("source", "来源", facts.source(), LONGEST_SOURCE);
        atMost("note", "阅读提示", facts.note(), LONGEST_NOTE);
        if (facts.issuers().size() > MOST_ISSUERS) {
            error(
                    "issuers",
                    "发文机关最多 " + MOST_ISSUERS + " 个，现有 " + facts.issuers().size() + " 个。");
        }
        for (String issuer : facts.issuers()) {
            atMost("issuers", "发文机关名称", issuer, LONGEST_ISSUER);
        }
        for (String audience : facts.audience()) {
            if (!AUDIENCES.contains(audience)) {
                error("audience", "适用对象“" + audience + "”不在可选范围内。");
            }
        }
        if (Set.copyOf(facts.audience()).size() < facts.audience().size()) {
            error("audience", "适用对象有重复。");
        }
    }

    private void days(PolicyFacts facts) {
        day("signedOn", "成文日期", facts.signedOn());
        day("publishedOn", "发布日期", facts.publishedOn());
        day("effectiveFrom", "施行日期", facts.effectiveFrom());
        day("expiresOn", "失效日期", facts.expiresOn());
        day("repealedOn", "废止日期", facts.repealedOn());
        if (before(facts.publishedOn(), facts.signedOn())) {
            error("publishedOn", "发布日期不能早于成文日期（" + facts.signedOn() + "）。");
        }
        LocalDate start = facts.effectiveFrom() != null ? facts.effectiveFrom() : facts.publishedOn();
        if (before(facts.expiresOn(), start)) {
            error("expiresOn", "失效日期不能早于施行日期（" + start + "）。");
        }
        if (before(facts.repealedOn(), start)) {
            error("repealedOn", "废止日期不能早于施行日期（" + start + "）。");
        }
    }

    private void day(String field, String name, @Nullable LocalDate day) {
        if (day != null && inRange(day) == null) {
            error(field, name + "须在 " + EARLIEST + " 至 " + LATEST + " 之间。");
        }
    }

    private void atMost(String field, String name, String text, int longest) {
        if (text.length() > longest) {
            error(field, name + "最长 " + longest + " 个字，现有 " + text.length() + " 个。");
        }
    }

    private void error(String field, String message) {
        errors.add(new Refusal.Field(field, message));
    }

    private static boolean before(@Nullable LocalDate day, @Nullable LocalDate other) {
        return day != null && other != null && day.isBefore(other);
    }
}
