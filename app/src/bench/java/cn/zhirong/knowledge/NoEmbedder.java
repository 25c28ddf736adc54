package cn.zhirong.knowledge;

/** A model that never comes: search goes by words alone. */
final class NoEmbedder implements Embedder {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public int dimensions() {
        return 512;
    }

    @Override
    public boolean isReady() {
        return false;
    }

    @Override
    public float[] embed(String words) {
        throw new IllegalStateException("nothing is embedded here");
    }
}
