package cn.zhirong.knowledge;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Grams already made, as Lucene wants them. */
final class GramStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> grams;
    private Iterator<String> rest;

    GramStream(List<String> grams) {
        this.grams = grams;
        this.rest = grams.iterator();
    }

    @Override
    public void reset() {
        rest = grams.iterator();
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
