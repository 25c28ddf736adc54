package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.TenantProfile;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout around every page needs to know.
 *
 * @param tenant the bureau, or null on pages of no bureau
 * @param path the address of this page with its query, to come back to
 * @param navigation the entries of the menu that this visitor may use
 * @param person who is signed in, or null
 * @param display accessibility settings
 * @param demo whether the bureau holds demonstration data
 * @param flash what was just done, or null
 * @param assets prefix of static files, changes with their content
 * @param today the day in Shanghai, for reading
 */
public record Shell(
        @Nullable TenantProfile tenant,
        String path,
        List<Entry> navigation,
        @Nullable Signed person,
        Display display,
        boolean demo,
        @Nullable String flash,
        String assets,
        String today) {

    /** An entry of the menu. */
    public record Entry(String key, String label, String href) {}

    /**
     * Who is signed in, as shown.
     *
     * @param unread how many notices they have not read
     * @param may the names of the actions that their role allows, for what is shown to some; routes are guarded all the same
     */
    public record Signed(String name, String role, int unread, List<String> may) {
        /** Of somebody who has read everything and may nothing in particular. */
        public Signed(String name, String role) {
            this(name, role, 0, List.of());
        }

        static @Nullable Signed of(@Nullable Person person, @Nullable Unread unread) {
            return person == null
                    ? null
                    : new Signed(
                            person.name(),
                            person.role().label(),
                            unread == null ? 0 : unread.of(person),
                            Arrays.stream(Action.values())
                                    .filter(person::may)
                                    .map(Action::name)
                                    .toList());
        }
    }
}
