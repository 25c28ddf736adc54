package cn.zhirong.assistant;

import cn.zhirong.assistant.TurnPart.Cited;
import cn.zhirong.assistant.TurnPart.Done;
import cn.zhirong.assistant.TurnPart.Said;
import cn.zhirong.assistant.TurnPart.Stage;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Templates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/**
 * A turn as server-sent events: {@code stage}, {@code citation} and {@code text} as they come, then one {@code done}. Each has
 * the number of its part as id, so that a browser that lost the connection goes on where it was.
 */
@Singleton
class TurnStream {
    /** Gateways cut streams that are silent. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Conversations conversations;
    private final AskPages views;
    private final Templates templates;

    TurnStream(Conversations conversations, AskPages views, Templates templates) {
        this.conversations = conversations;
        this.views = views;
        this.templates = templates;
    }

    /** A part with its number. */
    record Numbered(int number, TurnPart part) {}

    /** The stream as a response that no proxy holds back or rewrites. */
    static MutableHttpResponse<?> response(Flux<Event<String>> events) {
        return HttpResponse.ok(events)
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header("Cache-Control", "no-cache, no-transform")
                .header("X-Accel-Buffering", "no");
    }

    /** For the page: stages as text, the rest as fragments of it; {@code done} brings the whole turn. */
    Flux<Event<String>> ofPage(
            HttpRequest<?> request, Tenant tenant, String asker, String conversation, int number, int after) {
        TurnRow row = conversations.turn(tenant, asker, conversation, number);
        return of(tenant, asker, conversation, number, after, part -> switch (part) {
            case Stage stage -> stage.words();
            case Said said ->
                templates.render(
                        "assistant/said", Map.of("line", TurnView.Line.of(number, said.sentence(), said.first())));
            case Cited cited ->
                templates.render(
                        "assistant/cited",
                        Map.of(
                                "citation",
                                TurnView.CitationView.of(tenant.slug(), row, cited.citation(), cited.clause())));
            case Done done ->
                templates.render(
                        "assistant/turn",
                        Map.of(
                                "view",
                                views.alone(request, tenant, conversations.turn(tenant, asker, conversation, number))));
        });
    }

    /** The events of a turn after a number, the data of each made by {@code data}. */
    Flux<Event<String>> of(
            Tenant tenant, String asker, String conversation, int number, int after, Function<TurnPart, String> data) {
        TurnRow row = conversations.turn(tenant, asker, conversation, number);
        Optional<RunningTurn> heard = conversations.heard(row.key());
        Flux<Numbered> parts = heard.map(turn -> listening(turn, after))
                .orElseGet(() -> Flux.just(new Numbered(after + 1, new Done(row.state()))));
        Flux<Event<String>> events = parts.map(part -> Event.of(data.apply(part.part()))
                .id(Integer.toString(part.number()))
                .name(name(part.part())));
        Flux<Event<String>> beats =
                Flux.interval(HEARTBEAT).map(tick -> Event.of("").comment("beat"));
        return Flux.merge(events, beats).takeUntil(event -> "done".equals(event.getName()));
    }

    private static Flux<Numbered> listening(RunningTurn turn, int after) {
        return Flux.create(sink -> {
            Runnable leave = turn.listen(after, (number, part) -> sink.next(new Numbered(number, part)));
            sink.onDispose(leave::run);
        });
    }

    private static String name(TurnPart part) {
        return switch (part) {
            case Stage stage -> "stage";
            case Cited cited -> "citation";
            case Said said -> "text";
            case Done done -> "done";
        };
    }
}
