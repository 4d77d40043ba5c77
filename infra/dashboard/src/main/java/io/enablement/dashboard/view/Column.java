package io.enablement.dashboard.view;

/**
 * The heading of a column.
 *
 * @param hint what the number means, from the glossary; "" for none
 * @param sort by which name the page sorts by it; "" where it cannot
 * @param href the page, sorted by it
 * @param order ascending, descending or none, as readers of screens are told
 */
public record Column(
        String label, String hint, boolean numeric, String sort, String href, String order) {

    public static Column text(String label) {
        return new Column(label, "", false, "", "", "");
    }

    public static Column number(String label, String hint) {
        return new Column(label, hint, true, "", "", "");
    }

    public Column sortedBy(String name, String link, String direction) {
        return new Column(label, hint, numeric, name, link, direction);
    }

    public Column explained(String definition) {
        return new Column(label, definition, numeric, sort, href, order);
    }
}
