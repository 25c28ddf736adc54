package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BgeEmbedderTest {
    @Test
    void what_means_the_same_is_nearer_than_what_does_not() {
        var embedder = new BgeEmbedder();
        assertThat(embedder.isReady()).isFalse();

        float[] question = embedder.embedQuestion("软件公司拿著作权贷款能补多少利息");
        double near = dot(question, embedder.embed("对以版权质押取得贷款的企业给予贴息。"));
        double far = dot(question, embedder.embed("公园内禁止携带宠物和燃放烟花。"));

        assertThat(embedder.isReady()).isTrue();
        assertThat(question).hasSize(embedder.dimensions());
        assertThat(dot(question, question)).isBetween(0.999, 1.001);
        assertThat(near).isGreaterThan(far + 0.1);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
