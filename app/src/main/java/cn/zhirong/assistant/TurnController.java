package cn.zhirong.assistant;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One turn: its stream, stopping it, answering it again, saying whether it helped. */
@Needs(Action.VISIT)
@Controller("/{slug}/ask/{conversation}/turns/{number}")
class TurnController {
    private static final int LONGEST_REMARK = 300;

    private final Conversations conversations;
    private final TurnStream stream;

    TurnController(Conversations conversations, TurnStream stream) {
        this.conversations = conversations;
        this.stream = stream;
    }

    /** @param after number of the last part that the page already shows */
    @Get("/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    HttpResponse<?> events(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            String conversation,
            int number,
            @QueryValue @Nullable Integer after,
            @Header("Last-Event-ID") @Nullable String last) {
        int from = last != null && last.matches("[0-9]{1,6}") ? Integer.parseInt(last) : after == null ? 0 : after;
        return TurnStream.response(stream.ofPage(request, tenant, Asker.known(visitor), conversation, number, from));
    }

    @Post("/stop")
    @Consumes(MediaType.ALL)
    HttpResponse<?> stop(Tenant tenant, Visitor visitor, String conversation, int number) {
        conversations.stop(tenant, Asker.known(visitor), conversation, number);
        return HttpResponse.seeOther(AskController.place(tenant, new TurnKey(tenant.id(), conversation, number)));
    }

    @Post("/again")
    @Consumes(MediaType.ALL)
    HttpResponse<?> again(Tenant tenant, Visitor visitor, String conversation, int number) {
        conversations.again(tenant, Asker.known(visitor), conversation, number);
        return HttpResponse.seeOther(AskController.place(tenant, new TurnKey(tenant.id(), conversation, number)));
    }

    @Post("/feedback")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> rate(
            Tenant tenant, Visitor visitor, String conversation, int number, @Body Map<String, Object> form) {
        boolean helpful = values(form, "thumb").contains("up");
        String remark = AskedText.kept(String.join(" ", values(form, "note")));
        if (remark.length() > LONGEST_REMARK) {
            throw Refusal.badField("note", "想说的话最多 " + LONGEST_REMARK + " 个字，请删减后再提交。");
        }
        List<String> given = values(form, "reason");
        List<FeedbackReason> reasons = helpful
                ? List.of()
                : List.of(FeedbackReason.values()).stream()
                        .filter(reason -> given.contains(reason.name()))
                        .toList();
        conversations.rate(tenant, Asker.known(visitor), conversation, number, helpful, reasons, helpful ? "" : remark);
        return Flash.redirect(
                AskController.place(tenant, new TurnKey(tenant.id(), conversation, number))
                        .toString(),
                helpful ? "谢谢，您的评价已记下。" : "谢谢，您的意见已记下，工作人员会查看。");
    }

    /** A field of a form may come once or several times. */
    private static List<String> values(Map<String, Object> form, String name) {
        List<String> values = new ArrayList<>();
        switch (form.get(name)) {
            case null -> {}
            case Iterable<?> several -> several.forEach(value -> values.add(String.valueOf(value)));
            case Object one -> values.add(one.toString());
        }
        return values;
    }
}
