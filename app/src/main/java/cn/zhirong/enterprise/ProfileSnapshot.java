package cn.zhirong.enterprise;

import cn.zhirong.kernel.CreditCode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a firm now as bytes: of each field and year the fact of the bureau and the one declared that count, and all
 * entries. History, evidence and who entered it when are left out.
 */
final class ProfileSnapshot {
    /** Changes with how bytes are written and with every word they stand for, so that what an earlier version wrote is not misread. */
    static final int FORM = form();

    /** Goes up with every change of what is written below. */
    private static final int LAYOUT = 1;

    private static final FactField[] FIELDS = FactField.values();
    private static final ItemKind[] KINDS = ItemKind.values();
    private static final FactSource[] SOURCES = FactSource.values();
    private static final FactState[] STATES = FactState.values();

    private static final int NO_DAY = Integer.MIN_VALUE;

    private ProfileSnapshot() {}

    static byte[] write(Profile profile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            List<Fact> counting = profile.counting();
            out.writeInt(counting.size());
            for (Fact fact : counting) {
                out.writeByte(fact.field().ordinal());
                part(out, part -> fact(part, fact));
            }
            out.writeInt(profile.allItems().size());
            for (Item item : profile.allItems()) {
                out.writeByte(item.kind().ordinal());
                part(out, part -> item(part, item));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The firm as far as it is asked for; all else looks as if nobody knew it. */
    static Profile read(long id, String creditCode, String name, byte[] content, RegisterScan.Asked asked) {
        ByteBuffer in = ByteBuffer.wrap(content);
        List<Fact> facts = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            FactField field = FIELDS[in.get()];
            int length = in.getShort();
            if (asked.fields().contains(field)) {
                facts.add(fact(in, field));
            } else {
                in.position(in.position() + length);
            }
        }
        List<Item> items = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            ItemKind kind = KINDS[in.get()];
            int length = in.getShort();
            if (asked.groups().contains(kind.group())) {
                items.add(item(in, kind));
            } else {
                in.position(in.position() + length);
            }
        }
        return new Profile(id, new CreditCode(creditCode), name, facts, items);
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** What a reader can pass over, because it begins with how long it is. */
    private static void part(DataOutputStream out, Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writing.to(new DataOutputStream(bytes));
        out.writeShort(bytes.size());
        bytes.writeTo(out);
    }

    private static void fact(DataOutputStream out, Fact fact) throws IOException {
        out.writeLong(fact.id());
        out.writeShort(fact.year());
        out.writeByte(fact.source().ordinal());
        out.writeByte(fact.state().ordinal());
        day(out, fact.asOf());
        number(out, fact.value().number());
        String text = fact.value().text();
        out.writeBoolean(text != null);
        text(out, text == null ? "" : text);
        day(out, fact.value().day());
    }

    private static Fact fact(ByteBuffer in, FactField field) {
        long id = in.getLong();
        int year = in.getShort();
        FactSource from = SOURCES[in.get()];
        FactState state = STATES[in.get()];
        LocalDate asOf = someDay(in);
        Long number = number(in);
        boolean isText = in.get() != 0;
        String text = text(in);
        FactValue value = new FactValue(number, isText ? text : null, day(in));
        return new Fact(id, field, year, value, from, asOf, "", state, "", Instant.EPOCH, null, null, "");
    }

    private static void item(DataOutputStream out, Item item) throws IOException {
        out.writeLong(item.id());
        text(out, item.number());
        text(out, item.title());
        day(out, item.filedOn());
        day(out, item.beginsOn());
        day(out, item.endsOn());
        text(out, item.status());
        text(out, item.parties());
        number(out, item.amountFen());
        if (item.kind().group().hasTerms()) {
            terms(out, item.terms());
        }
        out.writeByte(item.source().ordinal());
        day(out, item.asOf());
        out.writeByte(item.state().ordinal());
    }

    private static Item item(ByteBuffer in, ItemKind kind) {
        return new Item(
                in.getLong(),
                kind,
                text(in),
                text(in),
                day(in),
                day(in),
                day(in),
                text(in),
                text(in),
                number(in),
                kind.group().hasTerms() ? terms(in) : ItemTerms.NONE,
                SOURCES[in.get()],
                someDay(in),
                "",
                STATES[in.get()],
                "",
                Instant.EPOCH,
                null,
                null,
                "");
    }

    private static void terms(DataOutputStream out, ItemTerms terms) throws IOException {
        number(out, terms.ipAmountFen());
        number(out, terms.interestFen());
        number(out, terms.ratePpm());
        text(out, terms.pledge());
        day(out, terms.registeredOn());
        day(out, terms.settledOn());
        text(out, terms.secondParty());
        text(out, terms.belongsTo());
        Boolean subsidised = terms.subsidised();
        out.writeByte(subsidised == null ? 2 : subsidised ? 1 : 0);
    }

    private static ItemTerms terms(ByteBuffer in) {
        return new ItemTerms(
                number(in),
                number(in),
                number(in),
                text(in),
                day(in),
                day(in),
                text(in),
                text(in),
                switch (in.get()) {
                    case 0 -> false;
                    case 1 -> true;
                    default -> null;
                });
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(utf8.length);
        out.write(utf8);
    }

    private static String text(ByteBuffer in) {
        int length = in.getShort();
        if (length == 0) {
            return "";
        }
        String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static void number(DataOutputStream out, @Nullable Long number) throws IOException {
        out.writeBoolean(number != null);
        if (number != null) {
            out.writeLong(number);
        }
    }

    private static @Nullable Long number(ByteBuffer in) {
        return in.get() == 0 ? null : Long.valueOf(in.getLong());
    }

    private static void day(DataOutputStream out, @Nullable LocalDate day) throws IOException {
        out.writeInt(day == null ? NO_DAY : Math.toIntExact(day.toEpochDay()));
    }

    private static @Nullable LocalDate day(ByteBuffer in) {
        int day = in.getInt();
        return day == NO_DAY ? null : LocalDate.ofEpochDay(day);
    }

    private static LocalDate someDay(ByteBuffer in) {
        return LocalDate.ofEpochDay(in.getInt());
    }

    /** Never 0, which is no form at all. */
    private static int form() {
        String words = Stream.of(
                        Stream.of(String.valueOf(LAYOUT)),
                        Arrays.stream(FactField.values()).map(FactField::key),
                        Arrays.stream(ItemKind.values())
                                .map(kind -> kind.key() + "/" + kind.group().hasTerms()),
                        Arrays.stream(FactSource.values()).map(Enum::name),
                        Arrays.stream(FactState.values()).map(Enum::name))
                .flatMap(some -> some)
                .collect(Collectors.joining("\n"));
        CRC32 sum = new CRC32();
        sum.update(words.getBytes(StandardCharsets.UTF_8));
        return Math.max(1, (int) (sum.getValue() >>> 1));
    }
}
