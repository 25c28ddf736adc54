package cn.zhirong.knowledge;

/** A small stand-in for a model: the more characters two texts share, the nearer they are. Same words, same vector. */
final class CharacterEmbedder implements Embedder {
    static final int DIMENSIONS = 64;

    private volatile boolean ready;

    @Override
    public String name() {
        return "characters";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public float[] embed(String words) {
        ready = true;
        var vector = new float[DIMENSIONS];
        words.chars().forEach(c -> vector[c * 31 % DIMENSIONS]++);
        double square = 0;
        for (float x : vector) {
            square += x * x;
        }
        for (int i = 0; i < DIMENSIONS && square > 0; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }
}
