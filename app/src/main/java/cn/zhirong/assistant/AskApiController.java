package cn.zhirong.assistant;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Secrets;
import cn.zhirong.assistant.Conversations.Asked;
import cn.zhirong.assistant.TurnPart.Cited;
import cn.zhirong.assistant.TurnPart.Done;
import cn.zhirong.assistant.TurnPart.Said;
import cn.zhirong.assistant.TurnPart.Stage;
import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Asking by program: {@code POST /api/v1/{tenant}/ask}, answered as JSON or, where that is accepted, as a stream. */
@Needs(Action.VISIT)
@Controller("/api/v1/{slug}/ask")
class AskApiController {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Conversations conversations;
    private final TurnStream stream;
    private final Json json;
    private final Clock clock;

    AskApiController(Conversations conversations, TurnStream stream, Json json, Clock clock) {
        this.conversations = conversations;
        this.stream = stream;
        this.json = json;
        this.clock = clock;
    }

    /** What is sent; {@code asOf} is today where it is not given. */
    @Serdeable
    record Call(
            @Nullable String question,
            @Nullable String conversation,
            @Nullable String asOf) {}

    @Serdeable
    record StageEvent(String words) {}

    @Serdeable
    record TextEvent(String text, List<Integer> citations) {}

    @Post
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM})
    HttpResponse<?> ask(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            @Body Call call,
            @Header("Idempotency-Key") @Nullable String idempotencyKey) {
        Asker asker = Asker.of(visitor, null);
        String form = idempotencyKey == null ? null : Secrets.digest("key " + idempotencyKey);
        LocalDate today = LocalDate.ofInstant(clock.instant(), AskController.SHANGHAI);
        LocalDate asOf = call.asOf() == null ? today : AskedDay.typed(call.asOf(), today);
        TurnKey key = conversations.ask(
                tenant, asker.digest(), new Asked(conversation(call), form, AskedText.checked(call.question()), asOf));
        return asker.mark(wantsStream(request) ? streamed(tenant, asker, key) : answered(tenant, asker, key));
    }

    private MutableHttpResponse<?> answered(Tenant tenant, Asker asker, TurnKey key) {
        if (!conversations.await(key, PATIENCE)) {
            throw new IllegalStateException("no answer within " + PATIENCE);
        }
        return HttpResponse.ok(reply(tenant, asker, key)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private MutableHttpResponse<?> streamed(Tenant tenant, Asker asker, TurnKey key) {
        Flux<Event<String>> events =
                stream.of(tenant, asker.digest(), key.conversation(), key.number(), 0, part -> switch (part) {
                    case Stage stage -> json.write(new StageEvent(stage.words()));
                    case Said said ->
                        json.write(new TextEvent(
                                said.sentence().text(), said.sentence().citations()));
                    case Cited cited -> json.write(AskReply.Cited.of(tenant.slug(), cited.citation()));
                    case Done done -> json.write(reply(tenant, asker, key));
                });
        return TurnStream.response(events);
    }

    private AskReply reply(Tenant tenant, Asker asker, TurnKey key) {
        TurnRow row = conversations.turn(tenant, asker.digest(), key.conversation(), key.number());
        return conversations
                .reply(row)
                .map(reply -> AskReply.of(tenant.slug(), row, reply.answer()))
                .orElseThrow(() -> new IllegalStateException("the turn ended without an answer: " + row.state()));
    }

    /** An id that cannot be one is not found, as an unknown one. */
    private static @Nullable String conversation(Call call) {
        String id = call.conversation();
        if (id != null && !id.matches("[0-9a-f]{32}")) {
            throw Refusal.notFound();
        }
        return id;
    }

    private static boolean wantsStream(HttpRequest<?> request) {
        return request.getHeaders().accept().stream()
                .findFirst()
                .filter(MediaType.TEXT_EVENT_STREAM_TYPE::equals)
                .isPresent();
    }
}
