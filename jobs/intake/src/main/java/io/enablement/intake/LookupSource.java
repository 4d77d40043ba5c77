package io.enablement.intake;

/** A lookup table as a mapping names it. */
record LookupSource(String name, String file, String key, CsvDialect dialect) {}
