package cn.zhirong.tenant;

/**
 * The words of a letter with merge fields, to be filled with {@link MergeText}.
 *
 * @param subject one line
 * @param body with line ends
 */
public record LetterText(String subject, String body) {}
