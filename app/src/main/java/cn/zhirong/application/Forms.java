package cn.zhirong.application;

import cn.zhirong.web.FilledForm;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Refusal;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What becomes of a form that was sent: something is done and one goes on, or the page comes again with all that was typed. */
final class Forms {
    private Forms() {}

    /** The page as it comes again. */
    interface Again {
        HttpResponse<?> page(HttpStatus status, FilledForm typed);
    }

    /**
     * Does what a form asks for; what is not there is not found, whatever else is wrong.
     *
     * @param act reads the form, does it, and says where one goes on
     */
    static HttpResponse<?> send(Map<String, String> typed, Function<FormReader, HttpResponse<?>> act, Again again) {
        try {
            return act.apply(new FormReader(typed));
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            return again.page(refusal.status(), FilledForm.refused(typed, refusal));
        }
    }

    /**
     * Which of two was chosen; anything else is refused, for nothing is decided by leaving it out.
     *
     * @return whether it is the first
     */
    static boolean choice(FormReader form, String field, String first, String second) {
        String said = form.raw(field);
        if (!said.equals(first) && !said.equals(second)) {
            throw Refusal.badField(field, "请点其中一个按钮作出选择。");
        }
        return said.equals(first);
    }

    /** What was ticked in a list, by the numbers behind this prefix. */
    static Set<Long> picks(Map<String, String> form, String prefix) {
        return form.keySet().stream()
                .filter(field -> field.matches(prefix + "[1-9][0-9]{0,17}"))
                .map(field -> Long.valueOf(field.substring(prefix.length())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A day; what is none is noted. */
    static LocalDate day(FormReader form, String field, String label) {
        try {
            LocalDate day = LocalDate.parse(form.raw(field));
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
            form.wrong(field, label + "须在 2000 年到 2100 年之间。");
            return LocalDate.EPOCH;
        } catch (DateTimeException notADay) {
            form.wrong(field, label + "须写成 2026-11-22 的形式。");
            return LocalDate.EPOCH;
        }
    }
}
