package cn.zhirong.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Vectors in any number and at once, in the place of a model: those of some passages, each made different by noise that its
 * words seed. A question gets one in the same way, so it has near neighbours.
 */
final class ScaleVectors implements Embedder {
    private static final int DIMENSIONS = 512;

    /** Length of the noise added to a vector of length one: neighbours then have a cosine of about 0.9 to each other. */
    private static final double NOISE = 0.33;

    private final List<float[]> base;
    private final String name;

    private ScaleVectors(String name, List<float[]> base) {
        this.name = name;
        this.base = base;
    }

    /** Random directions: nothing is near anything but what was made of the same one. */
    static ScaleVectors random(int count) {
        var random = new Random(11);
        return new ScaleVectors(
                "random-" + count,
                java.util.stream.Stream.generate(() -> unit(gaussian(random), new float[DIMENSIONS]))
                        .limit(count)
                        .toList());
    }

    /** Those that the real model gives these passages; kept in the folder, where they are found the next time. */
    static ScaleVectors model(List<Passage> passages, Path folder) throws IOException {
        var embedder = new BgeEmbedder();
        Files.createDirectories(folder);
        var base = new java.util.ArrayList<float[]>();
        try (var cache = new VectorCache(folder.resolve("vectors.bin"), embedder.name(), embedder.dimensions())) {
            for (Passage passage : passages) {
                String words = EmbeddedText.of(passage);
                float[] known = cache.find(words).orElse(null);
                base.add(known == null ? cache.put(words, embedder.embed(words)) : known);
            }
        }
        return new ScaleVectors("noisy-" + embedder.name() + "-" + base.size(), List.copyOf(base));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public float[] embed(String words) {
        var random = new Random(words.hashCode() * 0x9E3779B97F4A7C15L);
        float[] near = base.get(random.nextInt(base.size()));
        float[] noise = gaussian(random);
        float length = (float) (NOISE / Math.sqrt(DIMENSIONS));
        for (int i = 0; i < DIMENSIONS; i++) {
            noise[i] *= length;
        }
        return unit(noise, near);
    }

    private static float[] gaussian(Random random) {
        var vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }

    /** The sum of both, with length one. */
    private static float[] unit(float[] one, float[] other) {
        var sum = new float[DIMENSIONS];
        double square = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] = one[i] + other[i];
            square += sum[i] * sum[i];
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] /= length;
        }
        return sum;
    }
}
