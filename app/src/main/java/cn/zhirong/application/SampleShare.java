package cn.zhirong.application;

import io.micronaut.serde.annotation.Serdeable;

/**
 * How much of a programme was drawn.
 *
 * @param percent 1 to 100
 * @param of how many there were
 * @param drawn how many were drawn: the share rounded up, at least one
 */
@Serdeable
record SampleShare(long programme, int percent, int of, int drawn) {
    static int count(int percent, int of) {
        return Math.min(of, (of * percent + 99) / 100);
    }
}
