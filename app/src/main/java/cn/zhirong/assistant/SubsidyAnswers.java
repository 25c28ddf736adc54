package cn.zhirong.assistant;

import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactCatalogue;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Questions;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Value;
import cn.zhirong.subsidy.Calculation;
import cn.zhirong.subsidy.Calculator;
import cn.zhirong.subsidy.ClauseLinks;
import cn.zhirong.subsidy.FactForm;
import cn.zhirong.subsidy.FactWords;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeKind;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers what somebody can get, and what they lack, by the same calculator that the pages and the API ask. */
@Singleton
class SubsidyAnswers implements Computing {
    private static final FactCatalogue CATALOGUE = StandardFacts.catalogue();
    private static final int MOST_MISSING = 3;

    private final Tenants tenants;
    private final Programmes programmes;
    private final Calculator calculator;
    private final ClauseLinks clauses;
    private final ProgrammeAnswers asked;
    private final Clock clock;

    SubsidyAnswers(
            Tenants tenants,
            Programmes programmes,
            Calculator calculator,
            ClauseLinks clauses,
            ProgrammeAnswers asked,
            Clock clock) {
        this.tenants = tenants;
        this.programmes = programmes;
        this.calculator = calculator;
        this.clauses = clauses;
        this.asked = asked;
        this.clock = clock;
    }

    @Override
    public Optional<Answer> answer(Question asked, Progress progress) {
        String text = QuestionText.clean(asked.text());
        if (text.length() > Assistant.MAX_QUESTION || Intent.of(text) != Intent.POLICY) {
            return Optional.empty();
        }
        List<String> places = asked.bureau().places();
        LocalDate today = LocalDate.ofInstant(clock.instant(), AskController.SHANGHAI);
        List<String> turns = new ArrayList<>();
        asked.earlier().forEach(turn -> turns.add(QuestionText.clean(turn.text())));
        turns.add(text);
        SaidFacts.Heard now = SaidFacts.heard(List.of(text), today, places);
        boolean saysFacts = !now.facts().all().isEmpty() || !now.unsure().isEmpty();
        boolean asks = OwnQuestion.asks(text, saysFacts)
                || turns.size() > 1 && wasAsked(turns, today, places) && OwnQuestion.goesOn(text, saysFacts);
        Optional<Tenant> tenant = asks ? tenants.find(asked.bureau().slug()) : Optional.empty();
        if (tenant.isEmpty()
                || Places.foreign(text, own(asked.bureau()), List.of()).isPresent()) {
            return Optional.empty();
        }
        SaidFacts.Heard heard = SaidFacts.heard(turns, today, places);
        Facts facts = heard.facts();
        Set<ProgrammeKind> kinds = kinds(text, asked.earlier());
        List<Programme> all = programmes.all(tenant.get());
        List<Programme> wanted = all.stream()
                .filter(programme -> kinds.contains(programme.kind()))
                .toList();
        if (wanted.isEmpty() || programmes.published(tenant.get()).isEmpty()) {
            return Optional.empty();
        }
        progress.stage(Progress.Stage.SEARCHING, "按 " + wanted.size() + " 个项目的规则核对");
        Calculation calculation = calculator.of(tenant.get(), wanted, facts, asked.asOf(), List.of());
        Answer.Computed answer = compose(asked, tenant.get(), calculation, heard, text, all);
        answer.citations().forEach(progress::citation);
        answer.sentences().forEach(progress::sentence);
        return Optional.of(answer);
    }

    /** Whether an earlier turn asked what one can get. */
    private static boolean wasAsked(List<String> turns, LocalDate today, List<String> places) {
        return turns.subList(0, turns.size() - 1).stream()
                .anyMatch(text -> OwnQuestion.asks(
                        text, !SaidFacts.of(text, today, places).all().isEmpty()));
    }

    /** Codes of the programmes whose outcome rests on the firm having no more honours than it said. */
    private Set<String> onlyAsSaid(Question question, Tenant tenant, Calculation calculation, Facts facts) {
        Facts open = facts.without("honours");
        if (open.equals(facts)) {
            return Set.of();
        }
        List<Programme> asked = calculation.results().stream()
                .map(Calculation.Result::programme)
                .toList();
        Map<String, Calculation.Result> otherwise = new HashMap<>();
        calculator
                .of(tenant, asked, open, question.asOf(), List.of())
                .results()
                .forEach(result -> otherwise.put(result.programme().code(), result));
        return calculation.results().stream()
                .filter(result -> {
                    Calculation.Result other = otherwise.get(result.programme().code());
                    return other != null
                            && (result.isDenied() && !other.isDenied()
                                    || result.certain().isPresent()
                                            && other.possible().isPresent()
                                            && !other.possible().equals(result.certain()));
                })
                .map(result -> result.programme().code())
                .collect(Collectors.toSet());
    }

    private static List<String> own(Question.Bureau bureau) {
        List<String> own = new ArrayList<>(bureau.places());
        own.add(bureau.name());
        return own;
    }

    /** The kinds that are named, else, unless all are asked for, those that were named last. */
    private static Set<ProgrammeKind> kinds(String text, List<Question.Turn> earlier) {
        Set<ProgrammeKind> named = ProgrammeWords.kinds(text);
        for (int at = earlier.size() - 1; at >= 0 && named.isEmpty() && !OwnQuestion.asksWhich(text); at--) {
            named = ProgrammeWords.kinds(QuestionText.clean(earlier.get(at).text()));
        }
        return named.isEmpty() ? EnumSet.allOf(ProgrammeKind.class) : named;
    }

    private Answer.Computed compose(
            Question question,
            Tenant tenant,
            Calculation calculation,
            SaidFacts.Heard heard,
            String text,
            List<Programme> all) {
        Facts facts = heard.facts();
        Quotes quotes = new Quotes(clauses.on(tenant, question.asOf()), question.asOf());
        SubsidySentences sentences = new SubsidySentences(quotes, onlyAsSaid(question, tenant, calculation, facts));
        if (!heard.unsure().isEmpty()) {
            quotes.say("您说到不止一个" + String.join("、", heard.unsure()) + "，没有计入，请在测算表里逐项填写。", List.of());
        }
        List<Questions.Question> open = calculation.questions();
        boolean nothingKnown = facts.all().isEmpty() && !open.isEmpty();
        if (nothingKnown) {
            sentences.opening(calculation, open.getFirst().words());
        } else {
            sentences.all(calculation, OwnQuestion.asksWhatIsLacking(text));
        }
        if (!nothingKnown) {
            quotes.say("这里只按您说的算，没有计入企业库的数据和已经拿到的补贴；登录后用测算表会一并计入。", List.of());
        }
        asked.add(quotes, tenant, text, all, question.asOf());
        List<Answer.Traced> traces = calculation.results().stream()
                .map(result -> new Answer.Traced(
                        result.programme().code(),
                        result.programme().title(),
                        new String(result.trace().bytes(), StandardCharsets.UTF_8),
                        quotes.read(result.trace())))
                .toList();
        List<String> missing = open.stream()
                .map(Questions.Question::words)
                .distinct()
                .limit(MOST_MISSING)
                .toList();
        return new Answer.Computed(
                quotes.sentences(),
                quotes.citations(),
                understood(facts),
                form(facts),
                traces,
                missing,
                List.of(),
                Provenance.computed(question.asOf(), quotes.citations()),
                List.of(),
                open.isEmpty() ? List.of() : replies(open.getFirst().fact()));
    }

    /** How one could answer, in words that are understood. */
    private static List<String> replies(FactDefinition fact) {
        return switch (fact.name()) {
            case "registered-here" -> List.of("我们注册在本地", "我们注册在外地");
            case "size" ->
                fact.codes().values().stream().map(size -> "我们是" + size + "企业").toList();
            default -> List.of();
        };
    }

    private static List<Answer.Understood> understood(Facts facts) {
        return facts.all().entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> CATALOGUE.place(entry.getKey())))
                .flatMap(entry -> CATALOGUE
                        .find(entry.getKey())
                        .map(definition -> new Answer.Understood(
                                definition.label(),
                                shown(definition, entry.getValue().value()),
                                definition.name()))
                        .stream())
                .toList();
    }

    private static String shown(FactDefinition definition, Value value) {
        if (!(value instanceof Value.Records records)) {
            return FactWords.shown(definition, value);
        }
        Map<String, Integer> alike = new LinkedHashMap<>();
        for (FactRecord record : records.records()) {
            String words = record.values().entrySet().stream()
                    .map(field -> field(definition, field.getKey(), field.getValue()))
                    .collect(Collectors.joining("，"));
            alike.merge(words, 1, Integer::sum);
        }
        return alike.entrySet().stream()
                .map(entry -> entry.getKey()
                        + (records.records().size() == 1
                                        && alike.size() == 1
                                        && entry.getKey().contains("，")
                                ? ""
                                : " " + entry.getValue() + definition.unit()))
                .collect(Collectors.joining("；"));
    }

    private static String field(FactDefinition list, String name, Value value) {
        FactDefinition field = list.fields().get(name);
        if (field == null) {
            return "";
        }
        return value instanceof Value.Code
                ? FactWords.shown(field, value)
                : field.label() + " " + FactWords.shown(field, value);
    }

    /** The calculator's form with all of it filled in. */
    private static String form(Facts facts) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Fact> entry : facts.all().entrySet()) {
            String name = "f-" + entry.getKey();
            switch (entry.getValue().value()) {
                case Value.Codes codes -> codes.codes().forEach(code -> parts.add(name + "-" + code + "=yes"));
                case Value.Records records -> {
                    List<FactRecord> few =
                            records.records().stream().limit(FactForm.MOST_ROWS).toList();
                    parts.add(name + "-n=" + few.size());
                    for (int row = 0; row < few.size(); row++) {
                        String prefix = name + "-" + (row + 1) + "-";
                        parts.add(prefix + "id=" + encoded(few.get(row).id()));
                        few.get(row)
                                .values()
                                .forEach((field, value) ->
                                        parts.add(prefix + field + "=" + encoded(FactWords.written(value))));
                    }
                }
                default ->
                    parts.add(name + "="
                            + encoded(FactWords.written(entry.getValue().value())));
            }
        }
        return "/calculator/form" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
