package cn.zhirong.assistant;

import cn.zhirong.assistant.Answer.Offered;
import cn.zhirong.subsidy.ClauseLinks;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Calendars;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers what to hand in, when, how and to whom from the programmes that a bureau runs; the clause stands behind it. */
@Singleton
class ProgrammeAnswers {
    private static final int MOST_LISTED = 10;
    private static final Pattern ANY = Pattern.compile("补贴|补助|奖补|奖励|扶持|资助|项目申报|申报项目");

    private final Tenants tenants;
    private final Programmes programmes;
    private final ClauseLinks clauses;
    private final Calendars calendars;
    private final Clock clock;

    ProgrammeAnswers(Tenants tenants, Programmes programmes, ClauseLinks clauses, Calendars calendars, Clock clock) {
        this.tenants = tenants;
        this.programmes = programmes;
        this.clauses = clauses;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Those that a question is about.
     *
     * @param chosen to be answered of
     * @param beside others of the same kind, to be named
     * @param unsure whether several fit and which is meant has to be asked
     */
    private record Choice(List<Offer> chosen, List<Offer> beside, boolean unsure) {}

    /**
     * The answer, told to {@code progress}; empty where the question is of another kind or no programme fits.
     *
     * @param documents what the documents alone say, to be compared
     */
    Optional<Answer> answer(Question asked, Progress progress, Supplier<Answer> documents) {
        String text = QuestionText.clean(asked.text());
        Set<ProgrammeAspect> aspects = ProgrammeAspect.of(text);
        if (aspects.isEmpty() || text.length() > Assistant.MAX_QUESTION || Intent.of(text) != Intent.POLICY) {
            return Optional.empty();
        }
        Optional<Tenant> tenant = tenants.find(asked.bureau().slug());
        List<Programme> all = tenant.map(programmes::all).orElse(List.of());
        if (tenant.isEmpty() || all.isEmpty() || isElsewhere(asked, text, all)) {
            return Optional.empty();
        }
        LocalDate asOf = RelativeDay.of(text, asked.asOf());
        Named day = aspects.contains(ProgrammeAspect.WINDOW) ? Named.in(text, asOf) : new Named(asOf, "");
        List<RuleVersion> published = programmes.published(tenant.get());
        Optional<Choice> choice = choice(asked, text, all, published, day.day());
        if (choice.isEmpty()) {
            return Optional.empty();
        }
        progress.stage(Progress.Stage.SEARCHING, "核对补贴项目的登记内容");
        Answer answer = compose(tenant.get(), choice.get(), aspects, day, documents);
        answer.citations().forEach(progress::citation);
        ((Answer.Computed) answer).sentences().forEach(progress::sentence);
        return Optional.of(answer);
    }

    /** Adds to a computed answer what else was asked of the programmes that the question names. */
    void add(Quotes quotes, Tenant tenant, String text, List<Programme> all, LocalDate day) {
        Set<ProgrammeAspect> aspects = ProgrammeAspect.of(text);
        List<RuleVersion> published = programmes.published(tenant);
        if (!aspects.isEmpty()) {
            ProgrammeSentences sentences = new ProgrammeSentences(quotes, calendars.of(tenant), today());
            ProgrammeWords.named(text, all).stream()
                    .map(programme -> Offer.of(programme, published, day))
                    .filter(Offer::runs)
                    .limit(2)
                    .forEach(offer -> sentences.of(offer, aspects));
        }
    }

    private static boolean isElsewhere(Question asked, String text, List<Programme> all) {
        List<String> own = new ArrayList<>(asked.bureau().places());
        own.add(asked.bureau().name());
        return Places.foreign(text, own, all.stream().map(Programme::title).toList())
                .isPresent();
    }

    private Optional<Choice> choice(
            Question asked, String text, List<Programme> all, List<RuleVersion> published, LocalDate day) {
        List<Programme> named = ProgrammeWords.named(text, all);
        Set<?> kinds = ProgrammeWords.kinds(text);
        for (int at = asked.earlier().size() - 1;
                at >= 0 && named.isEmpty() && !ANY.matcher(text).find();
                at--) {
            Question.Turn turn = asked.earlier().get(at);
            named = ProgrammeWords.named(QuestionText.clean(turn.text()), all);
            kinds = ProgrammeWords.kinds(QuestionText.clean(turn.text()));
            if (named.isEmpty()) {
                named = all.stream()
                        .filter(programme -> turn.programmes().size() <= 2
                                && turn.programmes().contains(programme.code()))
                        .toList();
            }
        }
        if (named.isEmpty() && ANY.matcher(text).find() && kinds.isEmpty()) {
            return Optional.of(new Choice(offers(all, published, day), List.of(), true));
        }
        if (named.isEmpty()) {
            return Optional.empty();
        }
        List<Offer> fitting = offers(named, published, day);
        List<Offer> running = fitting.stream().filter(Offer::runs).toList();
        boolean oneKind = kinds.size() <= 1;
        if (oneKind && running.size() == 1) {
            return Optional.of(new Choice(
                    running, fitting.stream().filter(offer -> !offer.runs()).toList(), false));
        }
        return Optional.of(new Choice(fitting, List.of(), oneKind && fitting.size() > 1));
    }

    private static List<Offer> offers(List<Programme> all, List<RuleVersion> published, LocalDate day) {
        return all.stream()
                .map(programme -> Offer.of(programme, published, day))
                .toList();
    }

    private Answer compose(
            Tenant tenant, Choice choice, Set<ProgrammeAspect> aspects, Named day, Supplier<Answer> documents) {
        Quotes quotes = new Quotes(clauses.on(tenant, day.day()), day.day());
        List<String> choices = List.of();
        if (!day.remark().isEmpty()) {
            quotes.say(day.remark(), List.of());
        }
        if (choice.unsure()) {
            quotes.say("有" + choice.chosen().size() + "个项目对得上，您问的是哪一个？", List.of());
            quotes.say(
                    choice.chosen().stream()
                            .limit(MOST_LISTED)
                            .map(offer -> offer.title() + offer.standing().words())
                            .collect(Collectors.joining("；", "", "。")),
                    List.of());
            choices = choice.chosen().stream()
                    .limit(MOST_LISTED)
                    .map(offer -> "《" + offer.programme().title() + "》" + ProgrammeAspect.question(aspects))
                    .toList();
        } else {
            ProgrammeSentences sentences = new ProgrammeSentences(quotes, calendars.of(tenant), today());
            choice.chosen().forEach(offer -> sentences.of(offer, aspects));
            Answer found = documents.get();
            choice.chosen().forEach(offer -> Differences.say(quotes, offer, aspects, found));
            choice.beside()
                    .forEach(offer -> quotes.say(
                            "另有" + offer.title() + "：" + offer.standing().words() + "。", List.of()));
        }
        List<Offered> offered = new ArrayList<>();
        choice.chosen().forEach(offer -> offered.add(offered(offer)));
        choice.beside().forEach(offer -> offered.add(offered(offer)));
        return new Answer.Computed(
                quotes.sentences(),
                quotes.citations(),
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                Provenance.listed(day.day(), quotes.citations()),
                offered,
                choices);
    }

    private static Offered offered(Offer offer) {
        return new Offered(
                offer.programme().code(),
                offer.programme().title(),
                offer.standing().words(),
                offer.standing().tone());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), AskController.SHANGHAI);
    }
}
