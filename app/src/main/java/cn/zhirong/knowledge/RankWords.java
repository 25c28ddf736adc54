package cn.zhirong.knowledge;

/** Places and changes in the words and tones of a page. */
final class RankWords {
    private RankWords() {}

    static String place(int rank) {
        return rank == 0 ? "前 " + HitTest.DEPTH + " 位以外" : "第 " + rank + " 位";
    }

    static String change(HitResult.Change change) {
        return switch (change) {
            case LOST -> "不再通过";
            case WORSE -> "名次下降";
            case SAME -> "不变";
            case BETTER -> "名次上升";
            case WON -> "新通过";
            case NEW -> "首次运行";
        };
    }

    static String tone(HitResult.Change change) {
        return switch (change) {
            case LOST -> "bad";
            case WORSE -> "wait";
            case SAME -> "neutral";
            case BETTER, WON -> "ok";
            case NEW -> "info";
        };
    }

    static String share(int hits, int asked) {
        return hits + "/" + asked;
    }
}
