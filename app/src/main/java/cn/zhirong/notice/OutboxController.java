package cn.zhirong.notice;

import cn.zhirong.access.Action;
import cn.zhirong.access.Audit;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** What is to be sent and what was. */
@Needs(Action.OUTBOX_SEE)
@Controller("/{slug}/console/outbox")
class OutboxController {
    private final OutboxRepository repository;
    private final SealedLetters seal;
    private final List<Channel> channels;
    private final Audit audit;
    private final Pages pages;
    private final Clock clock;

    OutboxController(
            OutboxRepository repository,
            SealedLetters seal,
            List<Channel> channels,
            Audit audit,
            Pages pages,
            Clock clock) {
        this.repository = repository;
        this.seal = seal;
        this.channels = channels;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        List<OutboxView.Row> rows = repository.newest(tenant.id()).stream()
                .map(letter -> OutboxView.row(
                        seal.open(letter), isConfigured(letter.channel()), shown(tenant, visitor, letter.channel())))
                .toList();
        return pages.show(
                request,
                "notice/console-outbox",
                new OutboxView(
                        here(tenant),
                        channels.stream()
                                .map(channel ->
                                        OutboxView.label(channel.name()) + (channel.isConfigured() ? "：已配置" : "：未配置"))
                                .sorted()
                                .toList(),
                        rows,
                        visitor.may(Action.TENANT_CONFIGURE)));
    }

    @Needs(Action.TENANT_CONFIGURE)
    @Post("/{id}/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    HttpResponse<?> retry(Tenant tenant, Visitor visitor, long id) {
        if (repository.retry(tenant.id(), id, clock.instant()) != 1) {
            throw Refusal.notFound();
        }
        audit.record(tenant, visitor.signedIn().username(), "letter.retry", String.valueOf(id), "");
        return Flash.redirect(here(tenant), "已重新排队发送。");
    }

    /**
     * Words carry links that stand for a person. They are shown as they are in a demonstration alone; elsewhere without what makes the
     * links work, and only while nothing can send them, to whoever may make such links anyway, which is recorded.
     */
    private OutboxView.Shown shown(Tenant tenant, Visitor visitor, String channel) {
        if (tenant.demonstration()) {
            return OutboxView.Shown.WHOLE;
        }
        return !isConfigured(channel) && visitor.may(Action.PEOPLE_MANAGE)
                ? OutboxView.Shown.MASKED
                : OutboxView.Shown.HEAD;
    }

    private boolean isConfigured(String name) {
        return channels.stream().anyMatch(channel -> channel.name().equals(name) && channel.isConfigured());
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/outbox";
    }
}
