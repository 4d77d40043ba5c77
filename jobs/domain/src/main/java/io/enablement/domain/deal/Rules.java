package io.enablement.domain.deal;

import io.enablement.domain.event.BusinessCalendar;
import java.io.Serializable;

/** What a company decides before numbers can be computed: its calendar and its rates. */
public record Rules(BusinessCalendar calendar, Rates rates) implements Serializable {}
