package cn.zhirong.application;

import io.micronaut.http.HttpRequest;

/**
 * Which page of a list is shown; one that is not there is the nearest that is.
 *
 * @param page from 1
 * @param href where the number of another page is appended
 */
public record Paging(int page, int pages, int size, String href) {
    /** Rows of a page, where a list does not say otherwise. */
    static final int SIZE = 50;

    /** The page that the address asks for by {@code page}. */
    static Paging of(HttpRequest<?> request, long count) {
        return of(QueueQuery.of(request).page(), count, SIZE, "?page=");
    }

    static Paging of(int asked, long count, int size, String href) {
        int pages = (int) Math.max(1, (count + size - 1) / size);
        return new Paging(Math.clamp(asked, 1, pages), pages, size, href);
    }

    int offset() {
        return (page - 1) * size;
    }

    /** Behind the address of a form, so that one comes back to the same page; empty for the first. */
    public String query() {
        return page == 1 ? "" : href + page;
    }
}
