package cn.zhirong.knowledge;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vectors of questions, the latest of them remembered: making one costs more than the search itself. */
final class Meanings {
    private static final int REMEMBERED = 1_000;
    private static final int LONGEST = 400;
    private static final Duration MODEL_LOADS = Duration.ofSeconds(10);

    private final Embedder embedder;
    private final VectorFiller filler;
    private final Map<String, float[]> latest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param filler knows whether the model is on its way */
    Meanings(Embedder embedder, VectorFiller filler) {
        this.embedder = embedder;
        this.filler = filler;
    }

    /** The vector of a question, or null where no model is loaded or being loaded. */
    float @Nullable [] of(String text) {
        if (!embedder.isReady() && !filler.awaitModel(MODEL_LOADS)) {
            return null;
        }
        String words = TextForm.normal(text.substring(0, Math.min(text.length(), LONGEST)));
        synchronized (latest) {
            float[] known = latest.get(words);
            if (known != null) {
                return known;
            }
        }
        float[] meaning = embedder.embedQuestion(words);
        synchronized (latest) {
            latest.put(words, meaning);
        }
        return meaning;
    }
}
