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
import cn.zhirong.subsidy.FactWords;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeKind;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
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

    SubsidyAnswers(Tenants tenants, Programmes programmes, Calculator calculator, ClauseLinks clauses) {
        this.tenants = tenants;
        this.programmes = programmes;
        this.calculator = calculator;
        this.clauses = clauses;
    }

    @Override
    public Optional<Answer> answer(Question asked, Progress progress) {
        String text = QuestionText.clean(asked.text());
        if (text.length() > Assistant.MAX_QUESTION || Intent.of(text) != Intent.POLICY) {
            return Optional.empty();
        }
        List<String> places = asked.bureau().places();
        String before = asked.earlier().stream()
                .map(turn -> QuestionText.clean(turn.text()))
                .collect(Collectors.joining("。"));
        Facts saidNow = SaidFacts.of(text, asked.asOf(), places);
        boolean asks = OwnQuestion.asks(text, !saidNow.all().isEmpty());
        boolean goesOn = !saidNow.all().isEmpty() && !before.isEmpty() && wasAsked(asked) && addsOnly(text);
        Optional<Tenant> tenant = asks || goesOn ? tenants.find(asked.bureau().slug()) : Optional.empty();
        if (tenant.isEmpty() || Places.foreign(text, places, List.of()).isPresent()) {
            return Optional.empty();
        }
        Facts facts = SaidFacts.of(before.isEmpty() ? text : before + "。" + text, asked.asOf(), places);
        Set<ProgrammeKind> kinds = OwnQuestion.kinds(asks ? text : before);
        List<Programme> all = programmes.all(tenant.get());
        List<Programme> wanted = all.stream()
                .filter(programme -> kinds.contains(programme.kind()))
                .toList();
        if (wanted.isEmpty() || programmes.published(tenant.get()).isEmpty()) {
            return Optional.empty();
        }
        progress.stage(Progress.Stage.SEARCHING, "按 " + wanted.size() + " 个项目的规则核对");
        Calculation calculation = calculator.of(tenant.get(), wanted, facts, asked.asOf(), List.of());
        Answer.Computed answer = compose(asked, tenant.get(), calculation, facts, OwnQuestion.asksWhatIsLacking(text));
        answer.citations().forEach(progress::citation);
        answer.sentences().forEach(progress::sentence);
        return Optional.of(answer);
    }

    /** Whether an earlier turn asked what one can get. */
    private static boolean wasAsked(Question asked) {
        return asked.earlier().stream()
                .map(turn -> QuestionText.clean(turn.text()))
                .anyMatch(text -> OwnQuestion.asks(
                        text,
                        !SaidFacts.of(text, asked.asOf(), asked.bureau().places())
                                .all()
                                .isEmpty()));
    }

    /** A sentence that asks something else is answered from the documents. */
    private static boolean addsOnly(String text) {
        return QuestionType.of(text) == QuestionType.OTHER;
    }

    private Answer.Computed compose(
            Question asked, Tenant tenant, Calculation calculation, Facts facts, boolean lacking) {
        SubsidySentences sentences = new SubsidySentences(clauses.on(tenant, asked.asOf()), asked.asOf());
        sentences.all(calculation, lacking);
        List<Answer.Traced> traces = calculation.results().stream()
                .map(result -> new Answer.Traced(
                        result.programme().code(),
                        result.programme().title(),
                        new String(result.trace().bytes(), StandardCharsets.UTF_8)))
                .toList();
        List<String> missing = calculation.questions().stream()
                .map(Questions.Question::words)
                .distinct()
                .limit(MOST_MISSING)
                .toList();
        return new Answer.Computed(
                sentences.sentences(),
                sentences.citations(),
                understood(facts),
                form(facts),
                traces,
                missing,
                List.of(),
                Provenance.computed(asked.asOf(), sentences.citations()));
    }

    private static List<Answer.Understood> understood(Facts facts) {
        return facts.all().entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> CATALOGUE.place(entry.getKey())))
                .flatMap(entry -> CATALOGUE
                        .find(entry.getKey())
                        .map(definition -> new Answer.Understood(
                                definition.label(),
                                shown(definition, entry.getValue().value())))
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
                    List<FactRecord> few = records.records().stream().limit(10).toList();
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
