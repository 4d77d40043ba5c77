package io.enablement.dashboard.view;

import java.util.List;

/**
 * Rows under headings.
 *
 * @param note one sentence under the title; "" for none
 * @param csv where the same rows come as a file; "" for nowhere
 * @param empty what to do where there is no row
 */
public record Table(
        String id,
        String title,
        String note,
        List<Column> columns,
        List<List<Cell>> rows,
        String csv,
        String empty)
        implements Section {

    @Override
    public String kind() {
        return "table";
    }

    public Table withNote(String sentence) {
        return new Table(id, title, sentence, columns, rows, csv, empty);
    }
}
