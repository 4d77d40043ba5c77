package io.enablement.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a mapping from YAML and names everything that is wrong with it at once. */
final class MappingReader {

    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private static final Set<String> DIALECT_KEYS =
            Set.of("delimiter", "encoding", "header", "columns");
    private static final Set<String> SHARED_KEYS =
            with(DIALECT_KEYS, "source", "currency", "zone", "date_formats", "lookups");
    private static final Set<String> TOP_KEYS = with(SHARED_KEYS, "files");
    private static final Set<String> SECTION_KEYS =
            with(SHARED_KEYS, "file", "fields", "events", "unmatched");
    private static final Set<String> LOOKUP_KEYS = with(DIALECT_KEYS, "file", "key");

    private final YamlNode top;

    private MappingReader(YamlNode top) {
        this.top = top;
    }

    static List<Section> read(String name, String yaml) {
        List<String> problems = new ArrayList<>();
        MappingReader reader = new MappingReader(new YamlNode("", parse(name, yaml), problems));
        List<Section> sections = reader.sections();
        if (!problems.isEmpty()) {
            throw new MappingException(name, problems);
        }
        return sections;
    }

    private static JsonNode parse(String name, String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new MappingException(name, List.of("it is not YAML: " + e.getMessage()));
        }
    }

    private List<Section> sections() {
        top.allow(TOP_KEYS);
        if (!top.isObject()) {
            return List.of();
        }
        if (top.elements("files").isEmpty()) {
            top.problem("files is missing; list at least one file with its events");
        }
        return top.elements("files").stream().map(this::section).toList();
    }

    private Section section(YamlNode section) {
        section.allow(SECTION_KEYS);
        CsvDialect dialect = dialect(section, top);
        List<LookupSource> lookups = lookups(section);
        Optional<String> pattern =
                section.requiredText("file", "give the name of the file, for example deals.csv");
        EventMappingReader events =
                new EventMappingReader(
                        dialect.columns(),
                        lookups.stream().map(LookupSource::name).toList(),
                        inherited(section, "source").flatMap(YamlNode::scalar),
                        inherited(section, "currency").flatMap(YamlNode::scalar),
                        new DateFormats(datePatterns(section), zone(section)));
        return new Section(
                pattern.orElse(""),
                dialect,
                lookups,
                events.read(section),
                rejectsUnmatched(section));
    }

    private static boolean rejectsUnmatched(YamlNode section) {
        String unmatched = section.text("unmatched").orElse("reject");
        if (!Set.of("reject", "skip").contains(unmatched)) {
            section.problem("unmatched has to be reject or skip");
        }
        return !unmatched.equals("skip");
    }

    private List<LookupSource> lookups(YamlNode section) {
        List<LookupSource> lookups = new ArrayList<>();
        for (YamlNode owner : List.of(top, section)) {
            for (Map.Entry<String, YamlNode> lookup : owner.members("lookups")) {
                lookups.add(lookup(lookup.getKey(), lookup.getValue()));
            }
        }
        return lookups;
    }

    private LookupSource lookup(String name, YamlNode lookup) {
        lookup.allow(LOOKUP_KEYS);
        return new LookupSource(
                name,
                lookup.requiredText("file", "give the name of the lookup table").orElse(""),
                lookup.requiredText("key", "give the column to search in").orElse(""),
                dialect(lookup, lookup));
    }

    private static CsvDialect dialect(YamlNode node, YamlNode parent) {
        List<String> columns = node.texts("columns");
        YamlNode header = node.child("header").or(() -> parent.child("header")).orElse(null);
        if (columns.isEmpty() && node.child("header").isEmpty()) {
            columns = parent.texts("columns");
        }
        if (header != null && !Set.of("true", "false").contains(header.text())) {
            header.problem("has to be true or false");
        }
        boolean hasHeader = header == null ? columns.isEmpty() : header.text().equals("true");
        if (hasHeader && !columns.isEmpty()) {
            node.problem("give columns or header: true, not both");
        }
        if (!hasHeader && columns.isEmpty()) {
            node.problem("columns is missing; name the columns of a file without a header");
        }
        return new CsvDialect(delimiter(node, parent), charset(node, parent), columns);
    }

    private static char delimiter(YamlNode node, YamlNode parent) {
        String delimiter = node.text("delimiter").or(() -> parent.text("delimiter")).orElse(",");
        if (delimiter.equals("tab")) {
            return '\t';
        }
        if (delimiter.length() == 1 && !"\"\r\n".contains(delimiter)) {
            return delimiter.charAt(0);
        }
        node.problem("delimiter has to be one character, or tab");
        return ',';
    }

    private static Charset charset(YamlNode node, YamlNode parent) {
        String name = node.text("encoding").or(() -> parent.text("encoding")).orElse("UTF-8");
        try {
            Charset charset = Charset.forName(name);
            if (!isAsciiBased(charset)) {
                node.problem("encoding " + name + " has no line ends of one byte; use UTF-8");
            }
            return charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            node.problem("encoding " + name + " is not known; use for example UTF-8");
            return StandardCharsets.UTF_8;
        }
    }

    /** Lines are cut as bytes, so a line end has to be the byte that it is in ASCII. */
    private static boolean isAsciiBased(Charset charset) {
        return charset.canEncode()
                && Arrays.equals(
                        "a\n".getBytes(charset), "a\n".getBytes(StandardCharsets.US_ASCII));
    }

    private ZoneId zone(YamlNode section) {
        Optional<YamlNode> zone = inherited(section, "zone");
        if (zone.isEmpty()) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(zone.get().text());
        } catch (DateTimeException e) {
            zone.get().problem("is not a time zone like Europe/Berlin or UTC");
            return ZoneOffset.UTC;
        }
    }

    private List<String> datePatterns(YamlNode section) {
        YamlNode owner = section.child("date_formats").isPresent() ? section : top;
        return checkedPatterns(owner, "date_formats");
    }

    /** The patterns that can be used; the others are problems. */
    static List<String> checkedPatterns(YamlNode owner, String key) {
        List<String> usable = new ArrayList<>();
        for (String pattern : owner.texts(key)) {
            try {
                DateFormats.formatter(pattern);
                usable.add(pattern);
            } catch (IllegalArgumentException e) {
                owner.problem(
                        key
                                + ": "
                                + Texts.quoted(pattern)
                                + " is not a date format like yyyy-MM-dd ("
                                + e.getMessage()
                                + ")");
            }
        }
        return usable;
    }

    private Optional<YamlNode> inherited(YamlNode section, String key) {
        return section.child(key).or(() -> top.child(key));
    }

    private static Set<String> with(Set<String> keys, String... more) {
        Set<String> all = new TreeSet<>(keys);
        all.addAll(List.of(more));
        return all;
    }
}
