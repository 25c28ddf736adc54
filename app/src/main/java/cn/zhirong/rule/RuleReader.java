package cn.zhirong.rule;

import cn.zhirong.bundle.YamlMap;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.kernel.Rate;
import cn.zhirong.kernel.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a whole rule. */
final class RuleReader {
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    static final String NAME_HINT = "应当是小写字母、数字和连字符，以字母开头，不超过60个字符";

    /** The name of a group of rules, and behind it in brackets what people call it. */
    private static final Pattern GROUP = Pattern.compile("(" + NAME.pattern() + ")(?:（([^（）“”\\p{Cntrl}]{1,30})）)?");

    private static final String GROUP_HINT = NAME_HINT + "；后面可以用括号写明名称，例如total（贴息和费用补贴）";

    private final YamlMap map;
    private final Reading firm;
    private final Reading record;
    private final @Nullable FactRef each;
    private final Basis basis;
    private final Rounding rounding;

    private RuleReader(YamlMap map, Vocabulary vocabulary) {
        this.map = map;
        this.basis = basis(map);
        this.rounding = map.word("rounding", Rounding.class);
        // A version without a name was noted; what it would be called does not matter then.
        String version = basis.version().isEmpty() ? "-" : basis.version();
        String policy = basis.policy().isEmpty() ? "-" : basis.policy();
        this.firm = Reading.of(vocabulary, rounding, policy, version);
        this.each = map.has("each") ? firm.list(map, "each") : null;
        this.record = firm.among(each == null ? null : each.definition());
    }

    static Optional<Rule> read(YamlMap map, Vocabulary vocabulary) {
        RuleReader reader = new RuleReader(map, vocabulary);
        Rule rule = reader.rule();
        map.finish();
        return Optional.of(rule);
    }

    private Rule rule() {
        String id = map.text("rule", NAME, NAME_HINT);
        String name = map.text("name");
        Criterion conditions = CriterionReader.list(map, "conditions", firm, null);
        if (each == null && map.has("item-conditions")) {
            map.error("item-conditions", "没有写明逐条计算的清单（each），不能有逐条的条件");
        }
        Criterion itemConditions = CriterionReader.list(map, "item-conditions", record, null);
        List<Benefit> benefits =
                map.maps("benefits").stream().map(this::benefit).toList();
        List<String> names = benefits.stream().map(Benefit::id).toList();
        if (names.stream().distinct().count() < names.size()) {
            map.error("benefits", "补助内容的名称（id）重复");
        }
        List<Cap> caps = map.has("caps")
                ? map.maps("caps").stream().flatMap(cap -> cap(cap, names)).toList()
                : List.of();
        List<Relation> relations = map.has("relations")
                ? map.maps("relations").stream()
                        .map(relation -> relation(relation, id))
                        .toList()
                : List.of();
        return new Rule(
                id, name, basis, each, conditions, itemConditions, benefits, caps, relations, roundTo(), rounding);
    }

    private static Basis basis(YamlMap map) {
        String policy = map.text("policy", NAME, NAME_HINT);
        String title = map.text("title");
        String version = map.text("version");
        boolean draft = map.has("draft-for-comment") && map.flag("draft-for-comment");
        DateRange effective = CriterionReader.days(map, "effective-from", "effective-until");
        return new Basis(policy, title, version, draft, effective);
    }

    private long roundTo() {
        if (!map.has("round-to")) {
            return 1;
        }
        String text = map.text("round-to");
        Optional<Money> unit = Money.written(text).filter(money -> money.fen() >= 1);
        if (unit.isEmpty() && !text.isEmpty()) {
            map.error("round-to", "“round-to”的值“" + text + "”不对，例如1元、100元、1万元");
        }
        return unit.map(Money::fen).orElse(1L);
    }

    private Benefit benefit(YamlMap benefit) {
        ProvisionReference clause = record.provision(benefit, null);
        Benefit read = new Benefit(
                benefit.text("id", NAME, NAME_HINT),
                benefit.text("label"),
                benefit.word("to", Beneficiary.class),
                benefit.has("payee") ? payee(benefit) : null,
                FormulaReader.amount(benefit, record, clause),
                benefit.has("shares") ? shares(benefit) : List.of(),
                clause);
        benefit.finish();
        return read;
    }

    private FactRef payee(YamlMap benefit) {
        FactRef payee = record.field(benefit, "payee");
        if (payee.type() != FactType.CODE && Reading.isKnown(payee)) {
            benefit.error("payee", "“" + payee.label() + "”不是机构的代码");
        }
        return payee;
    }

    private static List<Benefit.ShareOut> shares(YamlMap benefit) {
        List<Benefit.ShareOut> shares = new ArrayList<>();
        for (YamlMap share : benefit.maps("shares")) {
            String text = share.text("share");
            Optional<Rate> rate = Rate.written(text).filter(part -> part.ppm() > 0);
            if (rate.isEmpty() && !text.isEmpty()) {
                share.error("share", "“" + text + "”不对：" + LiteralReader.hint(Kind.RATE));
            }
            shares.add(new Benefit.ShareOut(share.word("to", Beneficiary.class), rate.orElse(new Rate(0))));
            share.finish();
        }
        long sum = shares.stream().mapToLong(share -> share.rate().ppm()).sum();
        if (sum != Rate.ONE_PPM) {
            benefit.error("shares", "各方比例之和是" + new Rate(sum).words() + "，应当是100%");
            return List.of();
        }
        return shares;
    }

    private Stream<Cap> cap(YamlMap map, List<String> benefits) {
        CapScope scope = map.word("per", CapScope.class);
        ProvisionReference clause = record.provision(map, null);
        String benefit = map.optionalText("of");
        if (benefit != null && !benefits.contains(benefit)) {
            map.error("of", "没有名为“" + benefit + "”的补助内容");
        }
        Matcher group = GROUP.matcher(scope.ofGroup() ? map.text("group", GROUP, GROUP_HINT) : "");
        boolean named = group.matches();
        Reading reading = scope == CapScope.ITEM ? record : firm;
        Kind kind = scope == CapScope.YEARS ? Kind.COUNT : Kind.MONEY;
        Formula limit = FormulaReader.read(map, "at-most", kind, reading, clause);
        map.finish();
        String name = scope.ofGroup() ? named ? group.group(1) : "" : null;
        String label = named ? Objects.requireNonNullElse(group.group(2), "") : "";
        return Stream.of(new Cap(scope, benefit, name, label, limit, clause));
    }

    private Relation relation(YamlMap map, String id) {
        Relation.Way way = Stream.of(Relation.Way.values())
                .filter(one -> map.has(RuleWriter.word(one)))
                .findFirst()
                .orElse(Relation.Way.EXCLUSIVE_WITH);
        String key = RuleWriter.word(way);
        String with = map.text(key, NAME, NAME_HINT);
        if (way == Relation.Way.EXCLUSIVE_WITH && with.equals(id) && !id.isEmpty()) {
            map.error(key, "规则不能与自己互斥");
        }
        ProvisionReference clause = firm.provision(map, null);
        map.finish();
        return new Relation(way, with, clause);
    }
}
