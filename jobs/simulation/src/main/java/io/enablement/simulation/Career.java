package io.enablement.simulation;

import io.enablement.domain.event.Month;
import io.enablement.domain.event.RepEvent.Kind;
import java.util.ArrayList;
import java.util.List;

/** The employment of a rep as it will be, from the hiring to the end of the simulation. */
record Career(List<Chapter> chapters) {

    private static final double LEAVES_A_DAY = 0.00027;
    private static final double TAKES_LEAVE = 0.08;
    private static final double CHANGES_TEAM = 0.12;
    private static final int MONTHS_OF_RAMP = 6;

    static Career draw(long hired, Team team, List<Team> teams, Timeline timeline, Dice dice) {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(new Chapter(Kind.HIRED, hired, team));
        long from = Math.max(hired, timeline.firstDay());
        long left = from + 30 + dice.daysUntil(LEAVES_A_DAY);
        Team current = team;
        long changed = from + 20 + dice.below(timeline.days());
        if (dice.chance(CHANGES_TEAM)) {
            List<Team> sameRegion =
                    teams.stream().filter(other -> other.region().equals(team.region())).toList();
            current = dice.pick(sameRegion);
            chapters.add(new Chapter(Kind.CHANGED, changed, current));
        }
        if (dice.chance(TAKES_LEAVE)) {
            long away = changed + 10 + dice.below(200);
            chapters.add(new Chapter(Kind.ON_LEAVE, away, current));
            chapters.add(new Chapter(Kind.RETURNED, away + 45 + dice.below(90), current));
        }
        chapters.removeIf(chapter -> chapter.day() >= left);
        chapters.add(new Chapter(Kind.LEFT, left, current));
        chapters.removeIf(chapter -> chapter.day() >= timeline.endDay());
        return new Career(List.copyOf(chapters));
    }

    long hiredDay() {
        return chapters.get(0).day();
    }

    /** {@link Long#MAX_VALUE} for those who stay. */
    long leftDay() {
        Chapter last = chapters.get(chapters.size() - 1);
        return last.kind() == Kind.LEFT ? last.day() : Long.MAX_VALUE;
    }

    boolean isActive(long day) {
        Kind kind = null;
        for (Chapter chapter : chapters) {
            if (chapter.day() <= day) {
                kind = chapter.kind();
            }
        }
        return kind == Kind.HIRED || kind == Kind.CHANGED || kind == Kind.RETURNED;
    }

    Team teamAt(long day) {
        Team team = chapters.get(0).team();
        for (Chapter chapter : chapters) {
            team = chapter.day() <= day ? chapter.team() : team;
        }
        return team;
    }

    long activeDays(Month month) {
        long first = month.firstDay().toEpochDay();
        long next = month.plus(1).firstDay().toEpochDay();
        long active = 0;
        for (long day = first; day < next; day++) {
            active += isActive(day) ? 1 : 0;
        }
        return active;
    }

    /** From 0 on the first day to 1 after half a year. */
    double ramp(long day) {
        double months = (day - hiredDay()) / 30.4;
        return Math.max(0, Math.min(1, months / MONTHS_OF_RAMP));
    }
}
