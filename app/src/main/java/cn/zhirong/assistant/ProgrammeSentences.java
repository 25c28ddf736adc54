package cn.zhirong.assistant;

import cn.zhirong.document.Provision;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.policy.PolicyDocument;
import cn.zhirong.subsidy.ProgrammeContent;
import cn.zhirong.subsidy.ProgrammeContent.Material;
import cn.zhirong.subsidy.ProgrammeContent.Window;
import cn.zhirong.tenant.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what a programme asks for, when it is open and how one applies, each with the clause behind it. */
final class ProgrammeSentences {
    private static final int COUNTED_YEARS = 10;

    private final Quotes quotes;
    private final WorkCalendar calendar;
    private final LocalDate today;

    /** @param today as of which "now" is said; any other day is named */
    ProgrammeSentences(Quotes quotes, WorkCalendar calendar, LocalDate today) {
        this.quotes = quotes;
        this.calendar = calendar;
        this.today = today;
    }

    void of(Offer offer, Set<ProgrammeAspect> asked) {
        if (asked.contains(ProgrammeAspect.WINDOW) || !offer.runs()) {
            window(offer);
        }
        if (asked.contains(ProgrammeAspect.MATERIALS)) {
            materials(offer);
        }
        if (asked.contains(ProgrammeAspect.HOW)) {
            how(offer);
        }
        if (asked.contains(ProgrammeAspect.HOW) || asked.contains(ProgrammeAspect.CONTACT)) {
            contact(offer);
        }
        if (!asked.contains(ProgrammeAspect.WINDOW) && offer.runs()) {
            window(offer);
        }
    }

    private void window(Offer offer) {
        List<Integer> cited = new ArrayList<>();
        Differences.windows(quotes, offer).forEach(clause -> clause.cite(quotes, cited));
        String now = offer.day().equals(today) ? "现在" : day(offer.day());
        quotes.say(offer.title() + window(offer, now), cited);
    }

    private String window(Offer offer, String now) {
        ProgrammeContent content = offer.programme().content();
        if (content.announced()) {
            return "的办法还没有公布，" + now + "不能申请。";
        }
        if (offer.isDraft()) {
            return "依据的办法还在征求意见，" + now + "不能申请，材料和时间以正式公布的为准。";
        }
        if (offer.holding().isEmpty()) {
            return offer.begins()
                    .map(from -> "从" + day(from) + "起施行，" + now + "还不能申请。" + next(content, from))
                    .orElse("依据的规则已经失效，" + now + "不再受理。");
        }
        if (content.automatic()) {
            return "免申即享，不用申请：平台比对后通知，企业确认账户就可以。";
        }
        if (content.windows().isEmpty()) {
            return "常年受理，" + now + "就可以申请。";
        }
        if (content.isOpen(offer.day())) {
            return content.window(offer.day())
                    .map(open ->
                            now + "可以申请，截止" + day(open.until()) + left(offer.day(), open.until()) + note(open) + "。")
                    .orElse("");
        }
        String closed = content.windows().stream()
                .filter(past -> past.until().isBefore(offer.day()))
                .reduce((earlier, later) -> later)
                .map(past -> "，上一次受理已在" + day(past.until()) + "截止")
                .orElse("");
        return now + "不在受理期" + closed + "。" + next(content, offer.day());
    }

    private static String next(ProgrammeContent content, LocalDate day) {
        return content.window(day)
                .map(next -> "下一次受理从" + day(next.from()) + "到" + day(next.until()) + note(next) + "。")
                .orElse("下一次受理的时间还没有公布。");
    }

    private String left(LocalDate from, LocalDate until) {
        if (until.isAfter(from.plusYears(COUNTED_YEARS))) {
            return "";
        }
        int days = calendar.workingDaysBetween(from, until) + (calendar.isWorking(from) ? 1 : 0);
        return days == 0 ? "（之后没有工作日）" : "（连当天还有" + days + "个工作日）";
    }

    private static String note(Window window) {
        return window.note().isEmpty() ? "" : "，" + window.note();
    }

    private void materials(Offer offer) {
        ProgrammeContent content = offer.programme().content();
        if (content.announced() || offer.isDraft()) {
            return;
        }
        if (content.materials().isEmpty()) {
            quotes.say(
                    offer.title() + (content.automatic() ? "免申即享，不用交材料，企业确认账户就可以。" : "还没有公布材料清单，请向经办咨询。"), List.of());
            return;
        }
        List<Integer> cited = new ArrayList<>();
        String version = version(offer);
        content.materials().stream()
                .filter(material -> !material.provision().isEmpty())
                .forEach(material -> quotes.cite(
                        new ProvisionReference(offer.programme().policy(), version, material.provision()), cited));
        List<Material> required =
                content.materials().stream().filter(Material::required).toList();
        List<Material> others = content.materials().stream()
                .filter(material -> !material.required())
                .toList();
        String each = required.isEmpty() ? "" : "必交的有" + required.size() + "项：" + listed(required);
        String some =
                others.isEmpty() ? "" : (each.isEmpty() ? "" : "；") + "按情况提交的有" + others.size() + "项：" + listed(others);
        quotes.say(
                offer.title() + (offer.holding().isEmpty() ? "施行后" : "") + "要交的材料，" + each + some
                        + "。在线上传电子件；以前在本平台交过的同样材料可以直接引用。",
                cited);
    }

    private static String listed(List<Material> materials) {
        return materials.stream()
                .map(material -> material.name() + (material.note().isEmpty() ? "" : "（" + material.note() + "）"))
                .collect(Collectors.joining("、"));
    }

    private void how(Offer offer) {
        if (offer.runs() && !offer.programme().content().automatic()) {
            quotes.say("申请" + offer.title() + "：用企业账号登录，在项目页点“开始申报”，按任务清单填写并上传材料，受理期内提交。", List.of());
        }
    }

    private void contact(Offer offer) {
        ProgrammeContent.Contact contact = offer.programme().content().contact();
        String place = contact.place();
        String phone = contact.phone().isEmpty() ? "" : (place.isEmpty() ? "" : "，") + "电话" + contact.phone();
        if (!place.isEmpty() || !phone.isEmpty()) {
            quotes.say(offer.title() + "的咨询：" + place + phone + "。", List.of());
        }
    }

    /** The version of the policy that the programme's clauses are named after. */
    static String version(Offer offer) {
        return offer.shown().map(shown -> shown.rule().basis().version()).orElse("-");
    }

    /** The document behind a programme. */
    static Optional<PolicyDocument> document(Quotes quotes, Offer offer) {
        return quotes.links().document(offer.programme().policy(), version(offer));
    }

    /** A provision of it. */
    record Clause(PolicyDocument document, Provision provision) {
        void cite(Quotes quotes, List<Integer> cited) {
            quotes.cite(document.version(), provision, cited);
        }
    }

    static String day(LocalDate day) {
        return TurnView.DAY.format(day);
    }
}
