package cn.zhirong.knowledge;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.opensearch.index.analysis.TokenizerFactory;
import org.opensearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.opensearch.plugins.AnalysisPlugin;
import org.opensearch.plugins.Plugin;

/** Gives OpenSearch the product's own analysis, as tokenizer {@code grams} with the setting {@code size}. */
public final class GramsPlugin extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of("grams", (index, environment, name, settings) -> {
            int size = settings.getAsInt("size", 1);
            return TokenizerFactory.newFactory(name, () -> new GramTokenizer(size));
        });
    }

    private static final class GramTokenizer extends Tokenizer {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final int size;
        private Iterator<String> rest = List.<String>of().iterator();

        GramTokenizer(int size) {
            this.size = size;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            var text = new StringWriter();
            input.transferTo(text);
            rest = Grams.of(Grams.runs(text.toString(), Integer.MAX_VALUE), size)
                    .iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(rest.next());
            return true;
        }
    }
}
