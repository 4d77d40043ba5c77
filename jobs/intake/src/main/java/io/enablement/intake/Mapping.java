package io.enablement.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Says how the rows of CSV files become events; checked whole when it is read. */
public final class Mapping {

    /** The mappings that come with the product. */
    public static final List<String> SHIPPED =
            List.of("adventureworks-quotas.yaml", "crm-opportunities.yaml");

    private final String name;
    private final Path folder;
    private final List<Section> sections;

    private Mapping(String name, Path folder, List<Section> sections) {
        this.name = name;
        this.folder = folder;
        this.sections = sections;
    }

    /** The file of that name or, where there is none, the shipped mapping of that name. */
    public static Mapping find(String pathOrName) {
        Path path = Path.of(pathOrName);
        return Files.notExists(path) && SHIPPED.contains(pathOrName)
                ? shipped(pathOrName)
                : load(path);
    }

    public static Mapping load(Path path) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            return new Mapping(
                    path.getFileName().toString(),
                    folder,
                    MappingReader.read(path.getFileName().toString(), Files.readString(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("The mapping " + path + " cannot be read", e);
        }
    }

    private static Mapping shipped(String name) {
        try (InputStream yaml = Mapping.class.getResourceAsStream("/mappings/" + name)) {
            String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
            return new Mapping(name, null, MappingReader.read(name, text));
        } catch (IOException e) {
            throw new UncheckedIOException("The mapping " + name + " cannot be read", e);
        }
    }

    public String name() {
        return name;
    }

    List<Section> sections() {
        return sections;
    }

    /** Where the mapping itself lies; null for a shipped one. */
    Path folder() {
        return folder;
    }
}
