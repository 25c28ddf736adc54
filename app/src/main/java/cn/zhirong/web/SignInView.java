package cn.zhirong.web;

import java.util.List;

/**
 * The page for signing in.
 *
 * @param choices demonstration people one may become
 * @param username as typed
 * @param back where to go on to, or empty
 * @param registers whether an enterprise may register itself here
 * @param providers who else may vouch for a person
 * @param problems what is wrong
 */
public record SignInView(
        List<Choice> choices,
        String username,
        String back,
        boolean registers,
        List<Provider> providers,
        List<Refusal.Field> problems) {
    /** A provider of identities. */
    public record Provider(String name, String href) {}

    /** A demonstration person. */
    public record Choice(String username, String name, String role) {}

    /**
     * The page that sets a password by a link.
     *
     * @param token the link's secret; empty if the link works no more
     */
    public record Link(String token, String username, String back, List<Refusal.Field> problems) {}
}
