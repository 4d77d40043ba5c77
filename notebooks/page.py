"""What a notebook puts on the page: money in words, charts with captions, its numbers at the end."""

import functools
import textwrap
from pathlib import Path

import pandas
from matplotlib import pyplot
from matplotlib.ticker import FuncFormatter

from clickhouse import ask

pyplot.style.use(Path(__file__).with_name("enablement.mplstyle"))

BLUE, ORANGE, GREY, PALE = "#2f6690", "#c1803b", "#8b97a3", "#d5dce2"
TOGETHER = "Decomposition of what happened together, not proof of cause."

# ISO 4217: currencies that do not have two decimals.
DECIMALS = {
    "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0,
    "RWF": 0, "UGX": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
    "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
}


@functools.cache
def currency():
    """The company's reporting currency."""
    return ask("SELECT currency FROM company_setting").currency[0]


def units(minor):
    """Minor units (cents) as whole ones, for the axis of a chart."""
    return minor / 10 ** DECIMALS.get(currency(), 2)


def money(minor):
    """Minor units as an amount: 1,234 USD."""
    return "–" if pandas.isna(minor) else f"{units(minor):,.0f} {currency()}"


def percent(share):
    return "–" if pandas.isna(share) else f"{share:.1%}"


def count(number):
    return "–" if pandas.isna(number) else f"{number:,.0f}"


def moment(time):
    return "–" if pandas.isna(time) else f"{time:%Y-%m-%d %H:%M}"


def month(time):
    return "–" if pandas.isna(time) else f"{time:%Y-%m}"


def form(unit):
    """How the glossary's unit of a number is written."""
    return {
        "share": percent, "count": count, "money": money,
        "money per day": lambda minor: f"{money(minor)} a day",
        "days": lambda days: "–" if pandas.isna(days) else f"{days:,.1f} days",
    }.get(unit, lambda number: "–" if pandas.isna(number) else f"{number:,.2f}")


def effect(unit):
    """How a difference between two numbers of that unit is written."""
    def written(difference):
        if pandas.isna(difference):
            return "–"
        if unit == "share":
            return f"{100 * difference:+.1f} pp" if difference else "0 pp"
        return ("+" if difference > 0 else "") + form(unit)(difference or 0)
    return written


def effect_axis(axis, unit):
    if unit in ("money", "money per day"):
        written_axis(axis, lambda minor: short(units(minor)))
        axis.set_label_text(currency())
    else:
        written_axis(axis, effect(unit))


def written_axis(axis, written):
    axis.set_major_formatter(FuncFormatter(lambda value, _: written(value)))


def listing(rows, **forms):
    """A table without its index; each form shows the column of its name."""
    return rows.style.hide(axis="index").format(forms, na_rep="–")


def money_axis(axis):
    written_axis(axis, short)
    axis.set_label_text(currency())


def percent_axis(axis):
    written_axis(axis, "{:.0%}".format)


def short(value):
    for size, letter in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if abs(value) >= size:
            return f"{value / size:g} {letter}"
    return f"{value:g}"


def caption(figure, text):
    """What to see in a chart, below it."""
    width = int(figure.get_figwidth() * 13)
    figure.supxlabel(textwrap.fill(text, width), x=0.01, ha="left", fontsize=9, color="#55626f")


class Numbers:
    """What a notebook has found: a table for people, and the same once more as JSON for programs.

    Each row says a number, whose it is, and its value. Tests compare them with the dashboard.
    """

    MEDIA_TYPE = "application/vnd.enablement.numbers+json"

    def __init__(self):
        self.rows = []

    def add(self, table, of, numbers):
        """Takes the columns named in numbers; the columns named in of say whose they are."""
        for row in table.to_dict("records"):
            whose = {key: plain(row[key]) for key in of}
            self.rows += [
                {"number": number, "of": whose, "value": plain(row[number])} for number in numbers]
        return self

    def _repr_mimebundle_(self, include=None, exclude=None):
        shown = pandas.DataFrame(
            [(row["number"], " · ".join(map(str, row["of"].values())),
              "–" if row["value"] is None else str(row["value"])) for row in self.rows],
            columns=["Number", "Of", "Value"])
        return {
            self.MEDIA_TYPE: self.rows,
            "text/html": shown.to_html(index=False, border=0),
            "text/plain": shown.to_string(index=False),
        }


def plain(value):
    """A value as JSON has it; a missing one is null."""
    if isinstance(value, (list, dict)):
        return value
    if pandas.isna(value):
        return None
    if isinstance(value, pandas.Timestamp):
        return value.isoformat(sep=" ")
    return value.item() if hasattr(value, "item") else value
