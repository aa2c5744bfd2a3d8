"""The data package in foreign hands: a validator of its format, and a reader that knows nothing of this collection's Java."""
import csv
import json
import pathlib
import unittest

DATA = pathlib.Path(__file__).resolve().parents[3] / "data"


class DataPackage(unittest.TestCase):
    def test_a_foreign_validator_passes_the_package_row_by_row(self):
        from frictionless import validate

        report = validate(str(DATA / "datapackage.json"))
        self.assertTrue(report.valid, report.to_summary())
        declared = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))["resources"]
        self.assertEqual({table["name"]: table["rows"] for table in declared}, {task.name: task.stats["rows"] for task in report.tasks})

    def test_a_foreign_reader_finds_the_published_scores(self):
        scores = {row["model"]: row["score"] for row in table("ai/index_models_2026_04")}
        self.assertEqual(["126.17", "139.80", "133.14"], [f"{float(scores[name]):.2f}" for name in ("GPT-4 (Mar 2023)", "DeepSeek-R1", "DeepSeek-V3")])

    def test_a_foreign_reader_counts_versions_and_claims(self):
        versions = table("ai/index_versions_2026_04")
        self.assertEqual((348, 345), (len(versions), sum(bool(row["release_date"]) for row in versions)))
        self.assertEqual([str(number) for number in range(1, 13)], [row["claim"] for row in table("claims/claims")])


def table(name):
    with open(DATA / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
