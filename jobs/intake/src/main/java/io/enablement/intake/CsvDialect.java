package io.enablement.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.Charset;
import java.util.List;

/**
 * How a CSV file is written.
 *
 * @param columns the names of the columns; empty where the first row names them
 */
record CsvDialect(char delimiter, Charset charset, List<String> columns) {

    boolean hasHeader() {
        return columns.isEmpty();
    }

    /** The fields of one row. */
    List<String> fields(RawRow row) throws RowRejected {
        row.requireComplete();
        String text = Texts.decode(row.bytes(), charset);
        QuoteState end = QuoteState.FIELD_START.after(text, delimiter);
        if (end == QuoteState.QUOTED) {
            throw new RowRejected(RejectionReason.BAD_QUOTE, "A quote is never closed.");
        }
        try {
            return CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .ofSingleCsvRecord(text)
                    .getFields();
        } catch (CsvParseException e) {
            throw new RowRejected(
                    RejectionReason.BAD_QUOTE, "Text follows a closing quote within a field.");
        }
    }
}
