package cn.zhirong.assistant;

/** Chinese typography of what a page says; the words and figures stay as they are. */
final class Typesetting {
    private Typesetting() {}

    /** Half-width colons and semicolons after Chinese words, as rows of tables have them, become full-width. */
    static String sentence(String text) {
        return text.replaceAll("(?<=[\\p{IsHan}）%\\d]);(?=\\p{IsHan})", "；")
                .replaceAll("(?<=[\\p{IsHan}）]):(?=\\S)", "：");
    }

    /** A title in 《》; those it holds itself become 〈〉 (GB/T 15834). */
    static String title(String title) {
        return "《" + title.replace('《', '〈').replace('》', '〉') + "》";
    }
}
