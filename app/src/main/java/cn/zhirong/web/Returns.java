package cn.zhirong.web;

/** Where to go back to: our own paths only, whatever was asked for. */
public final class Returns {
    private Returns() {}

    /** The path if it is one of ours, else the front page. */
    public static String ownPath(String wanted) {
        boolean ours = wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\' && c != '"' && c != '<' && c != '>')
                && wanted.length() <= 500;
        return ours ? wanted : "/";
    }
}
