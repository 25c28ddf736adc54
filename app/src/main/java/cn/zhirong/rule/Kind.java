package cn.zhirong.rule;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;

/** What a formula's whole number is: fen, millionths or a count. */
public enum Kind {
    MONEY,
    RATE,
    COUNT;

    /** As people read it. */
    String words(long number) {
        return switch (this) {
            case MONEY -> new Money(number).words();
            case RATE -> new Rate(number).words();
            case COUNT -> Long.toString(number);
        };
    }

    static Kind of(FactType type) {
        return switch (type) {
            case MONEY -> MONEY;
            case RATE -> RATE;
            case COUNT -> COUNT;
            case FLAG, DATE, CODE, CODES, RECORDS -> throw new IllegalArgumentException(type + " is not a number");
        };
    }
}
