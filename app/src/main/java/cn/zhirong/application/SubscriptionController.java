package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people want to hear of, and how they end it: on their pages, or by the link of a letter without signing in. */
@Controller("/{slug}")
@ExecuteOn(TaskExecutors.BLOCKING)
class SubscriptionController {
    private static final String TOPIC = "topic-";

    private final Subscriptions subscriptions;
    private final Programmes programmes;
    private final FeedLinks links;
    private final Pages pages;

    SubscriptionController(Subscriptions subscriptions, Programmes programmes, FeedLinks links, Pages pages) {
        this.subscriptions = subscriptions;
        this.programmes = programmes;
        this.links = links;
        this.pages = pages;
    }

    /** What is subscribed to, to be ended; {@code done} where nothing is any more. */
    public record View(String here, String token, List<String> subscribed, boolean done) {}

    /** {@code act} is {@code on} or {@code off}. */
    @Needs(Action.OWN_ACCOUNT)
    @Post("/subsidies/{code}/subscription")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> subscribe(Tenant tenant, Visitor visitor, String code, @Body Map<String, String> form) {
        boolean on = form.getOrDefault("act", "on").equals("on");
        Programme programme = subscriptions.set(tenant, visitor.signedIn(), code, on);
        return Flash.redirect(
                "/" + tenant.slug() + "/subsidies/" + programme.code(),
                on ? "已订阅，有新规则、开始受理和即将截止时，会在收件箱和来信里提醒您。" : "已取消订阅。");
    }

    /** Chooses topics: those with a field {@code topic-KEY}, and no others. */
    @Needs(Action.APPLICATION_OWN_SEE)
    @Post("/enterprise/applications/topics")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        Set<String> wanted = form.keySet().stream()
                .filter(field -> field.startsWith(TOPIC))
                .map(field -> field.substring(TOPIC.length()))
                .collect(Collectors.toSet());
        subscriptions.choose(tenant, visitor.signedIn(), wanted);
        return Flash.redirect(OwnPages.list(tenant), "订阅的主题已保存。");
    }

    /** Shows what a letter's link ends; nothing is ended by looking at it. */
    @Needs(Action.VISIT)
    @Get("/unsubscribe")
    HttpResponse<String> unsubscribe(HttpRequest<?> request, Tenant tenant, @QueryValue @Nullable String token) {
        if (token == null) {
            return page(request, tenant, "", List.of(), false);
        }
        String sent = token;
        Person person = links.unsubscriber(tenant, sent);
        List<String> subscribed = subscribed(tenant, person);
        return page(request, tenant, sent, subscribed, subscribed.isEmpty());
    }

    @Needs(Action.VISIT)
    @Post("/unsubscribe")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> end(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        String sent = form.getOrDefault("token", "");
        subscriptions.end(tenant, links.unsubscriber(tenant, sent));
        return page(request, tenant, sent, List.of(), true);
    }

    private List<String> subscribed(Tenant tenant, Person person) {
        List<Programme> all = programmes.all(tenant);
        Set<Long> single = subscriptions.of(tenant, person);
        Set<String> topics = subscriptions.topics(tenant, person);
        List<String> names = new java.util.ArrayList<>(Topic.all(all).stream()
                .filter(topic -> topics.contains(topic.key()))
                .map(topic -> "主题：" + topic.label())
                .toList());
        all.stream()
                .filter(programme -> single.contains(programme.id()))
                .map(programme -> "项目：" + programme.title())
                .forEach(names::add);
        return names;
    }

    private HttpResponse<String> page(
            HttpRequest<?> request, Tenant tenant, String token, List<String> subscribed, boolean done) {
        return pages.show(
                request,
                "application/unsubscribe",
                new View("/" + tenant.slug() + "/unsubscribe", token, subscribed, done));
    }
}
