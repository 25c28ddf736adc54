package cn.zhirong.knowledge;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.document.Provision;
import cn.zhirong.document.ProvisionKind;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two bureaus, Yunhe and Linjiang, and the shared shelf. */
final class KnowledgeFixture {
    static final String YUNHE = "yunhe";
    static final String LINJIANG = "linjiang";
    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private KnowledgeFixture() {}

    /** Yunhe's subsidy measure, in force from 2025-01-01 to 2027-12-31. */
    static VersionText yunheSubsidyMeasure() {
        return measure(YUNHE, 11, "云河市知识产权质押融资贴息办法", LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 31))
                .article("第一条", "企业以专利权质押取得贷款的,按实际支付利息的百分之五十给予贴息,每家企业每年不超过20万元。")
                .article("第二条", "申请贴息的企业应当在每年3月底前向云河市金融工作局提交申请。")
                .version();
    }

    /** Linjiang's measure on the same subject with other figures. */
    static VersionText linjiangSubsidyMeasure() {
        return measure(LINJIANG, 21, "临江市专利质押贴息办法", LocalDate.of(2024, 6, 1), null)
                .article("第一条", "企业以专利权质押取得贷款的,按实际支付利息的百分之三十给予贴息,由临江市财政安排。")
                .version();
    }

    /** A national rule that every tenant reads. */
    static VersionText nationalRule() {
        return measure(PolicyIndexes.SHARED, 31, "专利权质押登记规则", LocalDate.of(2020, 1, 1), null)
                .article("第一条", "专利权质押应当办理登记,质权自登记之日起设立。")
                .version();
    }

    static Builder measure(
            String shelf, long id, String title, @Nullable LocalDate from, @Nullable LocalDate expiresOn) {
        return new Builder(shelf, id, title, new Term(DocumentKind.MEASURE, from, expiresOn, null, null));
    }

    static IndexChange put(long position, VersionText version) {
        return new IndexChange.Put(position, version);
    }

    static SearchQuery ask(String tenant, String text) {
        return SearchQuery.citable(tenant, text, TODAY, 10);
    }

    static List<String> paths(SearchResult result) {
        return result.hits().stream()
                .map(hit -> hit.passage().title() + " " + hit.passage().path())
                .toList();
    }

    /** Writes a version article by article. */
    static final class Builder {
        private final String shelf;
        private final long id;
        private final String title;
        private final Term term;
        private final List<Provision> provisions = new ArrayList<>();

        Builder(String shelf, long id, String title, Term term) {
            this.shelf = shelf;
            this.id = id;
            this.title = title;
            this.term = term;
        }

        Builder article(String number, String text) {
            return provision(-1, ProvisionKind.ARTICLE, number, number, "", text);
        }

        Builder provision(int parent, ProvisionKind kind, String label, String path, String heading, String text) {
            int ordinal = provisions.size();
            provisions.add(new Provision(ordinal, parent, kind, label, path, "p" + ordinal, heading, text, ""));
            return this;
        }

        VersionText version() {
            return new VersionText(
                    shelf,
                    id,
                    id * 10,
                    1,
                    title,
                    "测政发〔2024〕" + id + "号",
                    List.of("金融工作局"),
                    Level.CITY,
                    term,
                    LocalDate.of(2024, 5, 6),
                    null,
                    provisions);
        }
    }
}
