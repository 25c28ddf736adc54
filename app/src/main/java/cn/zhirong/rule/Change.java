package cn.zhirong.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One thing a firm could change. Changes of words and of lists add to each other, others take each other's place. */
public sealed interface Change {
    /** The fact it changes. */
    FactDefinition fact();

    /** In Chinese, as advice. */
    String words();

    /** The value after it. */
    Value applied(@Nullable Value before);

    /** How much of it there is, to prefer the smaller of two of a kind. */
    long effort();

    /** Whether it can stand beside another of the same fact. */
    boolean adds();

    /** Another value: a flag, a word, a number, a day. */
    record Becomes(FactDefinition fact, @Nullable Value from, Value to) implements Change {
        @Override
        public String words() {
            return switch (to) {
                case Value.Flag flag -> flag.yes() ? "做到“" + fact.label() + "”" : "消除“" + fact.label() + "”的情形";
                case Value.Numeric numeric ->
                    fact.label() + "从" + Words.value(fact, from) + (isMore(numeric) ? "提高到" : "降低到")
                            + Words.value(fact, to);
                default -> fact.label() + "从" + Words.value(fact, from) + "变为" + Words.value(fact, to);
            };
        }

        @Override
        public Value applied(@Nullable Value before) {
            return to;
        }

        @Override
        public long effort() {
            return from instanceof Value.Numeric a && to instanceof Value.Numeric b
                    ? Math.abs(b.number() - a.number())
                    : 1;
        }

        @Override
        public boolean adds() {
            return false;
        }

        private boolean isMore(Value.Numeric numeric) {
            return from instanceof Value.Numeric before && numeric.number() > before.number();
        }
    }

    /** One more word, such as an honour. */
    record Gains(FactDefinition fact, String code) implements Change {
        @Override
        public String words() {
            return "取得“" + fact.codeLabel(code) + "”";
        }

        @Override
        public Value applied(@Nullable Value before) {
            TreeSet<String> codes =
                    before instanceof Value.Codes known ? new TreeSet<>(known.codes()) : new TreeSet<>();
            codes.add(code);
            return Value.ofCodes(codes);
        }

        @Override
        public long effort() {
            return 1;
        }

        @Override
        public boolean adds() {
            return true;
        }
    }

    /** So many more records of a kind. */
    record Adds(FactDefinition fact, String kind, List<FactRecord> records) implements Change {
        public Adds {
            records = List.copyOf(records);
        }

        @Override
        public String words() {
            return "再取得" + records.size() + fact.unit() + kind;
        }

        @Override
        public Value applied(@Nullable Value before) {
            if (!(before instanceof Value.Records known)) {
                return Value.ofRecords(records);
            }
            List<FactRecord> all = new ArrayList<>(known.records());
            all.addAll(records);
            return new Value.Records(all, known.whole());
        }

        @Override
        public long effort() {
            return records.size();
        }

        @Override
        public boolean adds() {
            return true;
        }
    }
}
