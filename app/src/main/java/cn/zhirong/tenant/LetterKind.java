package cn.zhirong.tenant;

import java.util.List;

/**
 * A kind of letter that the product writes; {@link LetterKinds} lists them.
 *
 * @param kind a dotted word such as {@code account.invitation}
 * @param label what a person calls it, such as 邀请函
 * @param subject the standard subject, with merge fields such as {@code {{单位}}}
 * @param body the standard text
 * @param fields the names that may stand between the braces
 */
public record LetterKind(String kind, String label, String subject, String body, List<String> fields) {
    public LetterKind {
        fields = List.copyOf(fields);
    }
}
