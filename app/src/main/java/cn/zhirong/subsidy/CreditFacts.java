package cn.zhirong.subsidy;

import cn.zhirong.enterprise.Fact;
import cn.zhirong.enterprise.FactField;
import cn.zhirong.enterprise.Item;
import cn.zhirong.enterprise.ItemGroup;
import cn.zhirong.enterprise.ItemKind;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the register knows of a firm's credit: penalties, dishonesty of the last years, and the lists on which it stands today. */
final class CreditFacts {
    private final Profile profile;
    private final LocalDate day;
    private final List<Item> entries;

    CreditFacts(Profile profile, LocalDate day) {
        this.profile = profile;
        this.day = day;
        this.entries = profile.items(ItemGroup.CREDIT);
    }

    /** Told of a fact: its name, its value and where it is from. */
    interface Sink {
        void put(String name, Value value, Provenance provenance);
    }

    /** Tells all that is known. */
    void tell(Sink sink) {
        dishonesty(sink);
        abnormal(sink);
        if (EnterpriseFacts.isTold(profile, ItemGroup.CREDIT)) {
            List<Item> penalties = of(ItemKind.PENALTY);
            sink.put(
                    "penalties",
                    Value.ofRecords(penalties.stream().map(CreditFacts::penalty).toList()),
                    from(penalties));
            List<Item> listed = standing(ItemKind.SERIOUS_LIST);
            sink.put("listed-dishonest", Value.of(!listed.isEmpty()), from(listed.isEmpty() ? entries : listed));
        }
    }

    private static FactRecord penalty(Item item) {
        Map<String, Value> values = new HashMap<>();
        Long fine = item.amountFen();
        if (fine != null) {
            values.put("fine", Value.of(new Money(fine)));
        }
        LocalDate decided = item.beginsOn();
        if (decided != null) {
            values.put("decided-on", Value.of(decided));
        }
        return new FactRecord(EnterpriseFacts.name(item), values, EnterpriseFacts.provenance(item));
    }

    /** The question is of the last three years. */
    private void dishonesty(Sink sink) {
        List<Item> dishonesty = entries.stream()
                .filter(item -> item.beginsOn() == null || !item.beginsOn().isAfter(day))
                .filter(item ->
                        item.endsOn() == null || !item.endsOn().plusYears(3).isBefore(day))
                .filter(item -> item.kind() == ItemKind.DISHONESTY || item.kind() == ItemKind.SERIOUS_LIST)
                .toList();
        Optional<Fact> said = profile.inForce(FactField.DISHONEST);
        if (!dishonesty.isEmpty()) {
            sink.put("serious-violation", Value.of(true), from(dishonesty));
        } else {
            said.ifPresent(fact -> sink.put("serious-violation", yes(fact), EnterpriseFacts.provenance(fact)));
        }
    }

    private void abnormal(Sink sink) {
        List<Item> listed = of(ItemKind.ABNORMAL_LIST);
        List<Item> still = standing(ItemKind.ABNORMAL_LIST);
        Optional<Fact> said = profile.inForce(FactField.ABNORMAL);
        if (!still.isEmpty()) {
            sink.put("abnormal-list", Value.of(true), from(still));
        } else if (said.isPresent() && !isTakenOff(said.get(), listed)) {
            sink.put("abnormal-list", yes(said.get()), EnterpriseFacts.provenance(said.get()));
        } else if (!listed.isEmpty()) {
            sink.put("abnormal-list", Value.of(false), from(listed));
        }
    }

    /** An entry that ended later than the firm was said to be listed is newer knowledge. */
    private static boolean isTakenOff(Fact said, List<Item> listed) {
        return EnterpriseFacts.number(said.value()) == 1
                && listed.stream().map(Item::endsOn).anyMatch(off -> off != null && !off.isBefore(said.asOf()));
    }

    /** On a list from the day it was put there to the day it was taken off. */
    private List<Item> standing(ItemKind list) {
        return of(list).stream()
                .filter(item -> item.holdsOn(day))
                .filter(item -> item.endsOn() == null || item.endsOn().isAfter(day))
                .toList();
    }

    private List<Item> of(ItemKind kind) {
        return entries.stream().filter(item -> item.kind() == kind).toList();
    }

    private Provenance from(List<Item> items) {
        return EnterpriseFacts.ofItems(items, day);
    }

    private static Value yes(Fact said) {
        return Value.of(EnterpriseFacts.number(said.value()) == 1);
    }
}
