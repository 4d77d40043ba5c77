package io.enablement.impact.panel;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who worked when, under which team, role and region. */
public final class Employment {

    private final ZoneId zone;
    private final Map<String, List<Spell>> spells = new HashMap<>();

    public Employment(List<Spell> all, ZoneId zone) {
        this.zone = zone;
        for (Spell spell : all) {
            spells.computeIfAbsent(spell.rep(), rep -> new ArrayList<>()).add(spell);
        }
        spells.values().forEach(list -> list.sort(Comparator.comparing(Spell::from)));
    }

    /** Whether anything is known of the rep's employment. */
    public boolean knows(String rep) {
        return spells.containsKey(rep);
    }

    /**
     * Whether the rep worked on any part of the month: not before the hire, not after leaving, not
     * in a month of leave from its first to its last moment.
     */
    public boolean worked(String rep, int month) {
        Instant start = start(month);
        Instant end = start(month + 1);
        return spells.getOrDefault(rep, List.of()).stream()
                .anyMatch(spell -> spell.works() && spell.isWithin(start, end));
    }

    /**
     * Team, role and region of a rep when a month begins; of one who is hired later, when hired; of
     * one who has left by then, the last.
     */
    public Optional<Spell> label(String rep, int month) {
        Instant start = start(month);
        List<Spell> known =
                spells.getOrDefault(rep, List.of()).stream().filter(Spell::works).toList();
        Optional<Spell> notOver =
                known.stream()
                        .filter(spell -> spell.end().map(start::isBefore).orElse(true))
                        .findFirst();
        return notOver.isPresent() || known.isEmpty()
                ? notOver
                : Optional.of(known.get(known.size() - 1));
    }

    /** The first moment of a month. */
    public Instant start(int month) {
        return YearMonth.of(month / 12, month % 12 + 1).atDay(1).atStartOfDay(zone).toInstant();
    }

    /** The month that holds a moment. */
    public int month(Instant moment) {
        YearMonth month = YearMonth.from(moment.atZone(zone));
        return 12 * month.getYear() + month.getMonthValue() - 1;
    }

    void writeTo(Checksum checksum, List<String> reps) {
        for (String rep : reps) {
            for (Spell spell : spells.getOrDefault(rep, List.of())) {
                checksum.text(spell.rep())
                        .text(spell.from().toString())
                        .text(spell.end().map(Instant::toString).orElse(""))
                        .text(spell.team())
                        .text(spell.role())
                        .text(spell.region())
                        .text(String.valueOf(spell.works()));
            }
        }
    }
}
