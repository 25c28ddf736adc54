package cn.zhirong.knowledge;

import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import org.jspecify.annotations.Nullable;

/** bge-small-zh-v1.5, quantised, in this process. Loading takes about a second and some 150 MB. */
public final class BgeEmbedder implements Embedder {
    private static final int DIMENSIONS = 512;

    /** What the model was trained to read before a question; passages go without. */
    private static final String QUESTION = "为这个句子生成表示以用于检索相关文章\uff1a";

    private volatile @Nullable BgeSmallZhV15QuantizedEmbeddingModel model;

    @Override
    public String name() {
        return "bge-small-zh-v1.5-q";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public boolean isReady() {
        return model != null;
    }

    @Override
    public float[] embed(String words) {
        return loaded().embed(words).content().vector();
    }

    @Override
    public float[] embedQuestion(String words) {
        return embed(QUESTION + words);
    }

    private BgeSmallZhV15QuantizedEmbeddingModel loaded() {
        BgeSmallZhV15QuantizedEmbeddingModel present = model;
        return present != null ? present : load();
    }

    private synchronized BgeSmallZhV15QuantizedEmbeddingModel load() {
        BgeSmallZhV15QuantizedEmbeddingModel present = model;
        if (present == null) {
            // The tokenizer's library reports to its makers and asks a cloud's metadata address as it loads, unless
            // told not to.
            System.setProperty("OPT_OUT_TRACKING", "true");
            System.setProperty("ai.djl.offline", "true");
            present = new BgeSmallZhV15QuantizedEmbeddingModel(Runnable::run);
            model = present;
        }
        return present;
    }
}
