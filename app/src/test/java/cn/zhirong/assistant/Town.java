package cn.zhirong.assistant;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.knowledge.NgramPolicySearch;
import cn.zhirong.knowledge.Passage;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A small world: the bureaus of 云溪 and 石桥, their documents, and a shared shelf. */
final class Town {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final Question.Bureau YUNXI = new Question.Bureau("yunxi", "云溪市金融工作局", List.of("云溪"), "云溪市金融工作局服务窗口");
    static final Question.Bureau SHIQIAO = new Question.Bureau("shiqiao", "石桥区金融工作局", List.of("石桥"), "");

    private static final Term IN_FORCE = new Term(DocumentKind.MEASURE, LocalDate.of(2024, 5, 1), null, null, null);

    private final List<Passage> passages = new ArrayList<>();

    private record Document(
            String shelf,
            long id,
            String number,
            String title,
            Level level,
            Term term,
            @Nullable LocalDate signedOn) {}

    static Assistant assistant() {
        Town town = new Town();
        town.measure();
        town.plan();
        town.expired();
        town.neighbour();
        return new Assistant(new NgramPolicySearch(town.passages));
    }

    static Assistant of(List<Passage> passages) {
        return new Assistant(new NgramPolicySearch(passages));
    }

    private void measure() {
        Document document = new Document(
                "yunxi", 1, "云金发〔2024〕8号", "云溪市专利质押贷款贴息办法", Level.CITY, IN_FORCE, LocalDate.of(2024, 4, 18));
        head(document, "云溪市金融工作局");
        add(document, "第三条", "第三条贴息标准", "企业以专利质押贷款并按期还本付息的，按实际支付利息的50%给予贴息，同一企业每年最高不超过20万元。");
        add(document, "第四条", "第四条申请条件", "申请贴息的企业应当在云溪市注册满一年，并以发明专利办理质押登记。商标权质押贷款按实际支付利息的30%给予贴息。");
        add(document, "第五条", "第五条申请材料", "申请贴息应当提交下列材料：\n（一）贷款合同；\n（二）利息支付凭证；\n（三）质押登记证书。");
        add(document, "第六条", "第六条受理机构", "贴息申请由云溪市知识产权服务中心受理，自受理之日起15个工作日内办结。");
        add(document, "第七条", "第七条不予支持", "已经享受其他财政贴息的同一笔贷款，不得重复申请。");
    }

    private void plan() {
        Document document = new Document(
                "yunxi",
                2,
                "云府办〔2025〕3号",
                "云溪市科技金融行动方案",
                Level.CITY,
                new Term(DocumentKind.PLAN, null, null, null, null),
                LocalDate.of(2025, 2, 10));
        head(document, "云溪市人民政府办公室");
        add(document, "二、(一)1.", "1.设立风险补偿资金池", "设立规模为3000万元的风险补偿资金池，由云溪担保公司托管运营。");
        add(document, "二、(一)2.", "2.举办银企对接活动", "每季度举办一次银企对接活动，组织银行走进园区。");
    }

    private void expired() {
        Document document = new Document(
                "yunxi",
                3,
                "云金发〔2021〕2号",
                "云溪市企业挂牌奖励办法",
                Level.CITY,
                new Term(DocumentKind.MEASURE, LocalDate.of(2021, 1, 1), LocalDate.of(2023, 12, 31), null, null),
                LocalDate.of(2020, 12, 20));
        add(document, "第二条", "第二条奖励标准", "企业在区域股权市场挂牌的，一次性奖励10万元。");
    }

    private void neighbour() {
        Document document = new Document(
                "shiqiao", 4, "石金〔2025〕1号", "石桥区保险费补贴办法", Level.DISTRICT, IN_FORCE, LocalDate.of(2025, 1, 5));
        head(document, "石桥区金融工作局");
        add(document, "第二条", "第二条补贴标准", "专利保险费按70%给予补贴。");
    }

    private void head(Document document, String issuer) {
        String day = Conflict.DAY.format(Objects.requireNonNull(document.signedOn()));
        String text = document.title() + "\n文号：" + document.number() + "\n发文机关：" + issuer + "\n成文日期：" + day;
        passages.add(passage(document, "", List.of(), text));
    }

    private void add(Document document, String path, String heading, String text) {
        passages.add(passage(document, path, List.of(heading), text));
    }

    private Passage passage(Document document, String path, List<String> trail, String text) {
        return passage(
                document.shelf(),
                document.id(),
                document.number(),
                document.title(),
                document.level(),
                document.term(),
                document.signedOn(),
                path,
                trail,
                text,
                passages.size());
    }

    static Passage passage(
            String shelf,
            long id,
            String number,
            String title,
            Level level,
            Term term,
            @Nullable LocalDate signedOn,
            String path,
            List<String> trail,
            String text,
            int position) {
        return new Passage(
                shelf + id + path,
                shelf,
                id,
                id * 10,
                1,
                title,
                number,
                List.of("云溪市金融工作局"),
                level,
                term,
                signedOn,
                null,
                path,
                "a" + position,
                trail,
                text,
                position);
    }
}
