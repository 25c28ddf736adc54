package cn.zhirong.assistant;

/** Is told how an answer comes along, on the thread that answers. */
public interface Progress {
    /** Nobody listens. */
    Progress SILENT = new Progress() {};

    /** A step begins or ends; {@code words} is what a reader sees, such as {@code 检索到 12 条}. */
    default void stage(Stage stage, String words) {}

    /** The next sentence, after it was checked, each preceded by those of its citations that are new. */
    default void sentence(Sentence sentence) {}

    /** A citation, before the first sentence that rests on it. */
    default void citation(Citation citation) {}

    /** How sure the assistant is that what it found answers, 0 to 1; told once, before the first sentence or a refusal. */
    default void confidence(double share) {}

    /** Whether nobody wants the answer any more; asked between steps and sentences. */
    default boolean isCancelled() {
        return false;
    }

    /** The steps. */
    enum Stage {
        UNDERSTANDING,
        SEARCHING,
        CHECKING
    }
}
