package io.enablement.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A part of a YAML file that knows where it stands and collects what is wrong with it. */
record YamlNode(String path, JsonNode node, List<String> problems) {

    void problem(String text) {
        problems.add(path.isEmpty() ? text : path + ": " + text);
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isScalar() {
        return node.isValueNode() && !node.isNull();
    }

    String text() {
        return node.asText();
    }

    /** Names what is not allowed here. */
    void allow(Set<String> keys) {
        if (!node.isObject()) {
            problem("has to be a group of settings with these keys: " + sorted(keys));
            return;
        }
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!keys.contains(name)) {
                problem(
                        "unknown key "
                                + Texts.quoted(name)
                                + "; known are "
                                + sorted(keys)
                                + "."
                                + Texts.didYouMean(name, keys));
            }
        }
    }

    Optional<YamlNode> child(String key) {
        JsonNode child = node.get(key);
        return child == null || child.isNull()
                ? Optional.empty()
                : Optional.of(new YamlNode(pathOf(key), child, problems));
    }

    /** The text of a key; empty where it is absent or, which is a problem, no text. */
    Optional<String> text(String key) {
        return child(key).flatMap(YamlNode::scalar);
    }

    /** The text of a key; its absence is a problem. */
    Optional<String> requiredText(String key, String fix) {
        if (child(key).isEmpty()) {
            problem(key + " is missing; " + fix);
        }
        return text(key);
    }

    /** The elements of a list; one element may stand without the list around it. */
    List<YamlNode> elements(String key) {
        Optional<YamlNode> child = child(key);
        if (child.isEmpty()) {
            return List.of();
        }
        if (!child.get().node.isArray()) {
            return List.of(child.get());
        }
        List<YamlNode> elements = new ArrayList<>();
        for (int i = 0; i < child.get().node.size(); i++) {
            String place = child.get().path + "[" + i + "]";
            elements.add(new YamlNode(place, child.get().node.get(i), problems));
        }
        return elements;
    }

    List<String> texts(String key) {
        return elements(key).stream().flatMap(element -> element.scalar().stream()).toList();
    }

    /** The members of a group in the order of the file. */
    List<Map.Entry<String, YamlNode>> members(String key) {
        Optional<YamlNode> child = child(key);
        if (child.isEmpty()) {
            return List.of();
        }
        if (!child.get().isObject()) {
            child.get().problem("has to be a group of names and values");
            return List.of();
        }
        List<Map.Entry<String, YamlNode>> members = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : child.get().node.properties()) {
            String place = child.get().pathOf(field.getKey());
            members.add(Map.entry(field.getKey(), new YamlNode(place, field.getValue(), problems)));
        }
        return members;
    }

    Optional<String> scalar() {
        if (!isScalar()) {
            problem("has to be one text or number");
            return Optional.empty();
        }
        return Optional.of(text());
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }
}
