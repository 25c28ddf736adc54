package cn.zhirong.web;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Freemarker as the product uses it: escaped by default, no access to classes, records read as properties. */
@Singleton
public class Templates {
    private static final Version VERSION = Configuration.VERSION_2_3_34;

    private final Configuration configuration;

    /** Reads templates from {@code /templates} on the class path. */
    public Templates() {
        configuration = new Configuration(VERSION);
        configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class.getClassLoader(), "templates"));
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setLocale(Locale.CHINA);
        configuration.setNumberFormat("computer");
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    }

    /**
     * Renders {@code name} (without ending) with these variables.
     *
     * @throws IllegalStateException if the template and its variables do not fit: a mistake of ours
     */
    public String render(String name, Map<String, ?> variables) {
        StringWriter out = new StringWriter(16 * 1024);
        try {
            configuration.getTemplate(name + ".ftlh").process(variables, out);
        } catch (TemplateException e) {
            throw new IllegalStateException("template " + name + " failed: " + e.getMessageWithoutStackTop(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("template " + name + " cannot be read", e);
        }
        return out.toString();
    }
}
