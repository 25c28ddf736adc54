package cn.zhirong.application;

/** Words that have to fit where they are kept. */
final class Texts {
    /** Characters of a remark in the timeline. */
    private static final int LONGEST = 1000;

    private Texts() {}

    /** As much of it as a remark holds. */
    static String cut(String words) {
        return words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words;
    }
}
