package io.enablement.dashboard.view;

import java.util.List;

/**
 * A page to be drawn.
 *
 * @param place which entry of the navigation it belongs to
 * @param lead one sentence that says what is to be seen
 * @param choices what can be chosen on it
 * @param trail pages above it
 */
public record Page(
        String title,
        String place,
        String lead,
        List<Choice> choices,
        List<Link> trail,
        List<Section> sections) {

    /** A link by its words. */
    public record Link(String text, String href) {}

    /**
     * Something that can be chosen.
     *
     * @param options none for a date that is typed in
     */
    public record Choice(
            String name, String label, String chosen, List<Option> options, boolean isPending) {

        public Choice(String name, String label, String chosen, List<Option> options) {
            this(name, label, chosen, options, false);
        }

        /** What there is to choose is still being fetched. */
        public static Choice pending(String name, String label, String chosen) {
            return new Choice(
                    name, label, chosen, List.of(new Option(chosen, Format.PENDING)), true);
        }
    }

    /** One of the things to choose. */
    public record Option(String value, String label) {}
}
