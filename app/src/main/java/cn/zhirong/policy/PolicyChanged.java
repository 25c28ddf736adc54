package cn.zhirong.policy;

/**
 * Told after a change of what readers see was committed.
 *
 * @param shelf slug of the bureau, or {@code shared}
 */
public record PolicyChanged(String shelf) {}
