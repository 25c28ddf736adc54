package cn.zhirong.rule;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers as people write them, each with its unit: 30 might be 30 % or thirtyfold, so it is neither. */
final class LiteralReader {
    private LiteralReader() {}

    /** A number of that kind, or of whichever kind its unit says; empty when it is none. */
    static Optional<Formula.Constant> read(String text, @Nullable Kind kind) {
        Optional<Formula.Constant> money =
                Money.written(text).map(value -> new Formula.Constant(Kind.MONEY, value.fen()));
        Optional<Formula.Constant> rate = Rate.written(text).map(value -> new Formula.Constant(Kind.RATE, value.ppm()));
        Optional<Formula.Constant> found = money.or(() -> rate).or(() -> count(text));
        return found.filter(constant -> (kind == null || constant.kind() == kind) && constant.number() >= 0);
    }

    private static Optional<Formula.Constant> count(String text) {
        return text.matches("[0-9]{1,12}")
                ? Optional.of(new Formula.Constant(Kind.COUNT, Long.parseLong(text)))
                : Optional.empty();
    }

    static String hint(@Nullable Kind kind) {
        return switch (kind) {
            case MONEY -> "应当是带单位的金额，例如50万元、3000元，精确到分，不超过10万亿元";
            case RATE -> "应当是带单位的比例，例如50%、8‰、30bp、1.2倍，精确到百万分之一";
            case COUNT -> "应当是不带单位的整数";
            case null -> "应当是带单位的金额或者比例、整数，或者一个算式";
        };
    }

    /** As {@link #read} reads it. */
    static String written(Formula.Constant constant) {
        return constant.kind().words(constant.number());
    }
}
