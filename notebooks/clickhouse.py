"""ClickHouse over HTTP: a question in SQL goes out, a table comes back."""

import json
import os
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pandas

REPOSITORY = Path(__file__).resolve().parent.parent


class ClickHouseError(Exception):
    """A question that got no answer, and what to do about it."""

    def _render_traceback_(self):
        """In a notebook the message is enough."""
        return [f"ClickHouseError: {self}"]


def ask(sql, **parameters):
    """The answer as a table. Every {name:Type} in the SQL is filled from the parameters."""
    address, headers = connection()
    arguments = {
        "default_format": "JSONCompact",
        "output_format_json_quote_64bit_integers": 0,
        "readonly": 2,  # the question may set formats, and change nothing
    }
    database = os.environ.get("ENABLEMENT_CLICKHOUSE_DATABASE")
    if database:
        arguments["database"] = database
    for name, value in parameters.items():
        arguments[f"param_{name}"] = escaped(str(value))
    request = urllib.request.Request(
        f"{address.rstrip('/')}/?{urllib.parse.urlencode(arguments)}", sql.encode(), headers)
    try:
        with urllib.request.urlopen(request) as response:
            return table(json.load(response))
    except urllib.error.HTTPError as refusal:
        raise ClickHouseError(refusal.read().decode(errors="replace").strip()) from None
    except OSError as failure:
        raise ClickHouseError(
            f"Nothing answers at {address} ({failure}). Start a stack with infra/demo or "
            "infra/enablement up, or name a ClickHouse in ENABLEMENT_CLICKHOUSE.") from None


def connection():
    """Address and log-in: of ENABLEMENT_CLICKHOUSE, else of the stack that runs on ENABLEMENT_DATA."""
    address = os.environ.get("ENABLEMENT_CLICKHOUSE")
    user = os.environ.get("ENABLEMENT_CLICKHOUSE_USER", "default")
    password = os.environ.get("ENABLEMENT_CLICKHOUSE_PASSWORD", "")
    if not address:
        directory = Path(os.environ.get("ENABLEMENT_DATA", REPOSITORY / "data" / "local"))
        if not (directory / "stack.json").is_file():
            raise ClickHouseError(
                f"No stack runs on {directory}. Start one with infra/demo or infra/enablement up, "
                "or name a ClickHouse in ENABLEMENT_CLICKHOUSE.")
        stack = json.loads((directory / "stack.json").read_text())
        address, user = stack["clickHouseUrl"], stack["clickHouseUser"]
        password = (directory / "clickhouse.password").read_text().strip()
    return address, {"X-ClickHouse-User": user, "X-ClickHouse-Key": password}


def escaped(text):
    """Parameters travel as fields of tab-separated values."""
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def table(answer):
    """JSONCompact, which names the type of each column, as a table of these types."""
    names = [column["name"] for column in answer["meta"]]
    rows = pandas.DataFrame(answer["data"], columns=names, dtype=object)
    for column in answer["meta"]:
        rows[column["name"]] = typed(rows[column["name"]], column["type"])
    return rows


def typed(values, clickhouse_type):
    """NULL stays what it is: a missing number, never 0."""
    bare = clickhouse_type.removeprefix("LowCardinality(").removeprefix("Nullable(").rstrip(")")
    if bare.startswith(("Int", "UInt")):
        return values.astype("Int64" if "Nullable" in clickhouse_type else "int64")
    if bare.startswith("Float"):
        return values.astype("float64")
    if bare.startswith("Date"):
        return pandas.to_datetime(values)
    return values
