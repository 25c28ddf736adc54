package cn.zhirong.enterprise;

import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.access.Person;
import cn.zhirong.enterprise.RegisterWriter.Entry;
import cn.zhirong.enterprise.RegisterWriter.NewItem;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

/** Changes of a firm's lists: a change closes an entry and adds another, so that what was known stays. */
@Singleton
class ItemDesk {
    private final Enterprises enterprises;
    private final ItemRepository repository;
    private final RegisterWriter writer;
    private final Audit audit;

    ItemDesk(Enterprises enterprises, ItemRepository repository, RegisterWriter writer, Audit audit) {
        this.enterprises = enterprises;
        this.repository = repository;
        this.writer = writer;
        this.audit = audit;
    }

    /** An entry with the day of which it is true and what it rests on. */
    record Entered(ItemDraft draft, LocalDate asOf, String evidence) {}

    /** An officer has seen the evidence. */
    @Transactional
    void add(Tenant tenant, String actor, long id, Entered entered) {
        Profile profile = enterprises.lock(tenant, id);
        mustBeNew(profile, entered.draft(), 0);
        write(tenant, actor, id, entered, FactSource.VERIFIED, FactState.STANDS);
        tell(tenant, actor, "enterprise.item-add", id, words(entered.draft()));
    }

    /** The firm says that it has it. */
    @Transactional
    void declare(Tenant tenant, Person person, Entered entered) {
        long id = enterprises.own(tenant, person).orElseThrow(Refusal::notFound).id();
        mustBeNew(enterprises.lock(tenant, id), entered.draft(), 0);
        write(tenant, person.username(), id, entered, FactSource.DECLARED, FactState.WAITS);
        tell(tenant, person.username(), "enterprise.item-declare", id, words(entered.draft()));
    }

    /** Puts a corrected entry in the place of one that stands. */
    @Transactional
    void change(Tenant tenant, String actor, long id, long itemId, Entered entered) {
        Profile profile = enterprises.lock(tenant, id);
        Item before = find(profile, itemId, FactState.STANDS);
        mustBeNew(profile, entered.draft(), itemId);
        become(tenant, actor, id, before, FactState.REPLACED, "");
        write(tenant, actor, id, entered, FactSource.VERIFIED, FactState.STANDS);
        audit.record(
                tenant,
                AuditedChange.by(actor, "enterprise.item-change", Enterprises.object(id))
                        .with(entered.evidence())
                        .from(ItemDraft.of(before).toString())
                        .to(entered.draft().toString()));
    }

    /** An entry holds no more. */
    @Transactional
    void close(Tenant tenant, String actor, long id, long itemId, String reason) {
        Item item = find(enterprises.lock(tenant, id), itemId, FactState.STANDS);
        become(tenant, actor, id, item, FactState.CLOSED, reason);
        enterprises.settle(tenant, id);
        tell(tenant, actor, "enterprise.item-close", id, item.words() + " " + reason);
    }

    /** The firm takes back what it declared, before it was answered. */
    @Transactional
    void takeBack(Tenant tenant, Person person, long itemId) {
        long id = enterprises.own(tenant, person).orElseThrow(Refusal::notFound).id();
        Item item = find(enterprises.lock(tenant, id), itemId, FactState.WAITS);
        become(tenant, person.username(), id, item, FactState.CLOSED, "企业撤回");
        enterprises.settle(tenant, id);
        tell(tenant, person.username(), "enterprise.item-take-back", id, item.words());
    }

    /** What was declared is right: it stands from now on as verified. */
    @Transactional
    void accept(Tenant tenant, String actor, long id, long itemId, String evidence) {
        Profile profile = enterprises.lock(tenant, id);
        Item item = find(profile, itemId, FactState.WAITS);
        mustBeNew(profile, ItemDraft.of(item), itemId);
        become(tenant, actor, id, item, FactState.ACCEPTED, evidence);
        String seen = evidence.isEmpty() ? item.evidence() : evidence;
        write(
                tenant,
                actor,
                id,
                new Entered(ItemDraft.of(item), item.asOf(), seen),
                FactSource.VERIFIED,
                FactState.STANDS);
        tell(tenant, actor, "enterprise.accept", id, item.words());
    }

    /** What was declared is not taken, and the firm reads why. */
    @Transactional
    void refuse(Tenant tenant, String actor, long id, long itemId, String reason) {
        Item item = find(enterprises.lock(tenant, id), itemId, FactState.WAITS);
        become(tenant, actor, id, item, FactState.REFUSED, reason);
        enterprises.settle(tenant, id);
        tell(tenant, actor, "enterprise.refuse", id, item.words() + " " + reason);
    }

    private static Item find(Profile profile, long itemId, FactState wanted) {
        Item item = profile.allItems().stream()
                .filter(it -> it.id() == itemId)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (item.state() != wanted) {
            throw Refusal.conflict("answered", "这一条现在是“" + item.state().label() + "”，不能再改，请刷新页面。");
        }
        return item;
    }

    private static void mustBeNew(Profile profile, ItemDraft draft, long except) {
        profile.items(draft.kind().group()).stream()
                .filter(item -> item.id() != except && draft.isAbout(item))
                .findFirst()
                .ifPresent(there -> {
                    String what = there.state() == FactState.WAITS ? "已经由企业申报，还没有答复；采纳或不采纳那一条后再登记。" : "已经登记，请修改原来的一条。";
                    throw Refusal.unprocessable(
                            "there",
                            "这一条已经登记。",
                            List.of(new Refusal.Field(ItemColumn.NUMBER.field(), words(draft) + what)));
                });
    }

    private void become(Tenant tenant, String actor, long id, Item item, FactState state, String words) {
        if (repository.become(tenant.id(), id, item.id(), item.state(), state, actor, enterprises.now(), words) != 1) {
            throw Refusal.conflict("answered", FactDesk.ANSWERED);
        }
    }

    private void write(Tenant tenant, String actor, long id, Entered entered, FactSource source, FactState state) {
        Entry entry = new Entry(source, entered.asOf(), entered.evidence(), state, actor, enterprises.now());
        writer.addItems(tenant.id(), List.of(new NewItem(id, entered.draft(), entry)));
        enterprises.settle(tenant, id);
    }

    private void tell(Tenant tenant, String actor, String action, long id, String words) {
        audit.record(tenant, actor, action, Enterprises.object(id), words);
    }

    private static String words(ItemDraft draft) {
        return draft.kind().label()
                + (draft.title().isEmpty() ? "" : "“" + draft.title() + "”")
                + (draft.number().isEmpty() ? "" : "（" + draft.number() + "）");
    }
}
