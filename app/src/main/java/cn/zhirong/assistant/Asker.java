package cn.zhirong.assistant;

import cn.zhirong.access.Person;
import cn.zhirong.access.Secrets;
import cn.zhirong.web.Visitor;
import cn.zhirong.web.VisitorMark;
import io.micronaut.http.MutableHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a browser by its mark, or a program by its account.
 *
 * @param digest what conversations are kept under
 * @param fresh the mark to give to the browser, or null where it has one
 */
record Asker(String digest, @Nullable String fresh) {

    /** Who asked before; the digest is empty for somebody who never did. */
    static String known(Visitor visitor) {
        if (!visitor.mark().isEmpty()) {
            return visitor.markDigest();
        }
        Person person = visitor.person();
        return person == null ? "" : Secrets.digest("account " + person.tenantId() + " " + person.accountId());
    }

    /** Who asks now. The mark follows from the form, so that one that is sent twice at once comes from one asker. */
    static Asker of(Visitor visitor, @Nullable String form) {
        String known = known(visitor);
        if (!known.isEmpty()) {
            return new Asker(known, null);
        }
        String mark =
                form == null ? Secrets.random() : Secrets.digest("mark " + form).substring(0, 32);
        return new Asker(Secrets.digest(mark), mark);
    }

    /** Gives the browser its mark, if it has none. */
    MutableHttpResponse<?> mark(MutableHttpResponse<?> response) {
        return fresh == null ? response : response.cookie(VisitorMark.cookie(fresh));
    }
}
