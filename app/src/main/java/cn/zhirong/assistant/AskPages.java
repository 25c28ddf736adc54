package cn.zhirong.assistant;

import cn.zhirong.access.Secrets;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the views of the assistant's pages. */
@Singleton
class AskPages {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final List<ConversationView.Reason> REASONS = Arrays.stream(FeedbackReason.values())
            .map(reason -> new ConversationView.Reason(reason.name(), reason.label()))
            .toList();

    private final Conversations conversations;
    private final HttpHostResolver hosts;

    AskPages(Conversations conversations, HttpHostResolver hosts) {
        this.conversations = conversations;
        this.hosts = hosts;
    }

    AskView ask(Tenant tenant, String asker, AskView.Typed typed, List<Refusal.Field> errors) {
        List<AskView.Past> history = asker.isEmpty()
                ? List.of()
                : conversations.history(tenant, asker).stream()
                        .map(past -> new AskView.Past(
                                past.id(), past.question(), past.turns(), MINUTE.format(past.askedAt())))
                        .toList();
        return new AskView(
                box(tenant, "", typed, errors),
                tenant.profile().suggestions(),
                history,
                Bureaus.contact(tenant.profile()));
    }

    /** @param typed what comes back with errors; null for an empty box, on the day of the last question */
    ConversationView conversation(
            HttpRequest<?> request,
            Tenant tenant,
            String asker,
            String conversation,
            AskView.@Nullable Typed typed,
            List<Refusal.Field> errors) {
        List<TurnRow> rows = conversations.turns(tenant, asker, conversation);
        int waiting = rows.stream()
                .filter(row -> row.state() == TurnState.WAITING)
                .mapToInt(TurnRow::number)
                .max()
                .orElse(0);
        return new ConversationView(
                "/" + tenant.slug() + "/ask/" + conversation,
                box(tenant, conversation, typed == null ? next(rows.getLast()) : typed, errors),
                rows.stream().map(row -> turn(request, tenant, row)).toList(),
                waiting,
                REASONS,
                Bureaus.contact(tenant.profile()));
    }

    /** A turn alone, with what the page around it would give. */
    ConversationView alone(HttpRequest<?> request, Tenant tenant, TurnRow row) {
        return new ConversationView(
                "/" + tenant.slug() + "/ask/" + row.conversationId(),
                box(tenant, row.conversationId(), next(row), List.of()),
                List.of(turn(request, tenant, row)),
                0,
                REASONS,
                "");
    }

    static AskView.Box box(Tenant tenant, String conversation, AskView.Typed typed, List<Refusal.Field> errors) {
        return new AskView.Box(
                "/" + tenant.slug() + "/ask", Secrets.random(), conversation, typed.question(), typed.asOf(), errors);
    }

    /** Whoever chose a day goes on with it. */
    private static AskView.Typed next(TurnRow row) {
        LocalDate chosen = row.chosenDay();
        return chosen == null ? AskView.Typed.NOTHING : new AskView.Typed("", chosen.toString());
    }

    private TurnView turn(HttpRequest<?> request, Tenant tenant, TurnRow row) {
        if (row.state() == TurnState.WAITING) {
            List<TurnPart> parts =
                    conversations.running(row.key()).map(RunningTurn::parts).orElse(List.of());
            return TurnView.running(tenant.slug(), row, parts);
        }
        return conversations
                .reply(row)
                .map(reply -> TurnView.of(tenant.slug(), hosts.resolve(request), row, reply))
                .orElseGet(() -> TurnView.silent(tenant.slug(), row));
    }
}
