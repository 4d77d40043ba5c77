package io.enablement.dashboard.web;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The templates of the pages. Every output is escaped; a name that is not there is an error. */
final class Templates {

    private static final String FOLDER = "io/enablement/dashboard/templates";

    private final PebbleEngine engine;
    private final Map<String, Object> shared = new HashMap<>();

    Templates() {
        ClasspathLoader loader = new ClasspathLoader();
        loader.setPrefix(FOLDER);
        loader.setSuffix(".peb");
        engine =
                new PebbleEngine.Builder()
                        .loader(loader)
                        .autoEscaping(true)
                        .strictVariables(true)
                        .build();
        versions().forEach((name, version) -> shared.put(name.toString(), version));
    }

    String render(String template, Map<String, Object> values, Locale locale) {
        Map<String, Object> all = new HashMap<>(shared);
        all.putAll(values);
        StringWriter page = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(page, all, locale);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot draw " + template, e);
        }
        return page.toString();
    }

    /** Of the scripts that come as WebJars. */
    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream file =
                Templates.class.getResourceAsStream(
                        "/io/enablement/dashboard/webjars.properties")) {
            versions.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
