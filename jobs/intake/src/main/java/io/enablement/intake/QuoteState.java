package io.enablement.intake;

/** Where a CSV text ends with respect to quotes; a quote opens only at the start of a field. */
enum QuoteState {
    FIELD_START,
    UNQUOTED,
    QUOTED,
    AFTER_QUOTE,
    BROKEN;

    /** The state after more text of the same row. */
    QuoteState after(String text, char delimiter) {
        QuoteState state = this;
        for (int i = 0; i < text.length() && state != BROKEN; i++) {
            state = state.next(text.charAt(i), delimiter);
        }
        return state;
    }

    private QuoteState next(char character, char delimiter) {
        return switch (this) {
            case FIELD_START -> character == '"' ? QUOTED : unquoted(character, delimiter);
            case UNQUOTED -> unquoted(character, delimiter);
            case QUOTED -> character == '"' ? AFTER_QUOTE : QUOTED;
            case AFTER_QUOTE -> afterQuote(character, delimiter);
            case BROKEN -> BROKEN;
        };
    }

    private static QuoteState unquoted(char character, char delimiter) {
        return character == delimiter ? FIELD_START : UNQUOTED;
    }

    private static QuoteState afterQuote(char character, char delimiter) {
        if (character == '"') {
            return QUOTED;
        }
        if (character == delimiter) {
            return FIELD_START;
        }
        return character == '\r' ? AFTER_QUOTE : BROKEN;
    }
}
