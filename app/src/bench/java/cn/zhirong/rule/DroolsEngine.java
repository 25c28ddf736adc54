package cn.zhirong.rule;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/** Drools with its executable model: a rule a rule, firms in sessions of a thousand, a count where a rule fires. */
public final class DroolsEngine implements BenchEngine {
    private static final int SESSION = 1_000;

    private final KieBase base;
    private final List<BenchFirm> firms;
    private final int rules;

    /** What rules add to when they fire. */
    public static final class Counts {
        private final int[] counts;

        Counts(int rules) {
            counts = new int[rules];
        }

        /** Rule number so and so has fired. */
        public void fired(int rule) {
            counts[rule]++;
        }
    }

    DroolsEngine(BenchWorld world) {
        rules = world.rules().size();
        firms = IntStream.range(0, world.size())
                .mapToObj(at -> new BenchFirm(world, at))
                .toList();
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/bench/rules.drl", text(world));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        base = services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    @Override
    public int[] round() {
        var counts = new Counts(rules);
        for (int from = 0; from < firms.size(); from += SESSION) {
            KieSession session = base.newKieSession();
            try {
                session.setGlobal("counts", counts);
                firms.subList(from, Math.min(firms.size(), from + SESSION)).forEach(session::insert);
                session.fireAllRules();
            } finally {
                session.dispose();
            }
        }
        return counts.counts;
    }

    private static String text(BenchWorld world) {
        String head = """
                package bench;
                import %s;
                import %s;
                global DroolsEngine.Counts counts;
                """.formatted(BenchFirm.class.getName(), DroolsEngine.class.getName());
        return IntStream.range(0, world.rules().size())
                .mapToObj(number -> """
                        rule "r%d" when BenchFirm(%s) then counts.fired(%d); end
                        """.formatted(
                                number,
                                world.rules().get(number).stream()
                                        .map(condition -> condition.drools(BenchWorld.ASKED))
                                        .collect(Collectors.joining(", ")),
                                number))
                .collect(Collectors.joining("", head, ""));
    }
}
