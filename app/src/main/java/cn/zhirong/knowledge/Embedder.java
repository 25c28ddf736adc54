package cn.zhirong.knowledge;

/** Turns words into a vector of length one whose dot product with another says how near their meanings are. */
public interface Embedder {
    /** Names the model and its version: vectors of different models are never mixed. */
    String name();

    /** How many numbers a vector has. */
    int dimensions();

    /** Whether {@link #embed} answers at once; until then a search goes by words alone. */
    boolean isReady();

    /**
     * The vector of some words; the first call loads the model. May be called from several threads at once; takes 10 to 50 ms
     * for a passage, 3 for a question.
     */
    float[] embed(String words);

    /** The vector of a question: a model may want to be told that it is one. */
    default float[] embedQuestion(String words) {
        return embed(words);
    }
}
