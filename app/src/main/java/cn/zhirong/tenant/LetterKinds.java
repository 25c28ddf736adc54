package cn.zhirong.tenant;

import java.util.List;

/** Kinds of letters that some feature writes; every bean of this type is asked. */
@FunctionalInterface
public interface LetterKinds {
    /** All of them, in an order that stays. */
    List<LetterKind> kinds();
}
