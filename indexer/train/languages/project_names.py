#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks the names of a text where its English translation has names.

usage: project_names.py NEWSINDEX LANGUAGE ENGLISH FOREIGN OUT.conll [SKIP]

ENGLISH and FOREIGN have one sentence per line. A sentence is kept if it has all names that newsindex finds in its English
translation, as written there or, for places, as in core-words.tsv. Every SKIP-th sentence is left out, for evaluation.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
KINDS = {"person": "PER", "organisation": "ORG", "place": "LOC"}
COLUMNS = ["en", "de", "fr", "nl", "es"]


def cut(text):
    return re.findall(r"[^\W\d_]+['’](?=\w)|\w+(?:[-./&]\w+)*|[^\w\s]", text)


def called(language):
    column = COLUMNS.index(language)
    names = {}
    for line in open(HERE / "core-words.tsv", encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if not line.startswith("#") and cells[column]:
            names[cells[0]] = [word.capitalize() for word in cells[column].split(",")]
    return names


def english_names(newsindex, lines):
    """The names of each line: as written, as newsindex calls them, and their kind (PER, ORG, LOC)."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "articles.jsonl"
        starts = {}
        with open(source, "w", encoding="utf-8") as out:
            for first in range(0, len(lines), 8):
                body, at = "", []
                for line in lines[first:first + 8]:
                    body += "\n\n" if body else ""
                    at.append(len(body.encode()))
                    body += line
                starts[str(first)] = at
                out.write(json.dumps({"id": str(first), "title": "", "language": "en", "body": body}) + "\n")
        found = [[] for _ in lines]
        for row in subprocess.run([newsindex, "inspect", source], capture_output=True, text=True).stdout.splitlines():
            article = json.loads(row)
            body = article["body"].encode()
            at = starts[article["id"]]
            for entity in article.get("entities", []):
                for mention in entity.get("mentions", []):
                    number = max(i for i, start in enumerate(at) if start <= mention["start"])
                    text = body[mention["start"]:mention["end"]].decode()
                    found[int(article["id"]) + number].append((text, entity["name"], KINDS[entity["type"]]))
    return found


def find(tokens, name, taken):
    for start in range(len(tokens) - len(name) + 1):
        same = [a == b or (i + 1 == len(name) and a.rstrip("s") == b.rstrip("s"))
                for i, (a, b) in enumerate(zip(tokens[start:start + len(name)], name))]
        if all(same) and not any(taken[start:start + len(name)]):
            return start
    return None


def main():
    newsindex, language, english, foreign, target = sys.argv[1:6]
    skip = int(sys.argv[6]) if len(sys.argv) > 6 else 0
    lines = open(english, encoding="utf-8").read().split("\n")
    others = open(foreign, encoding="utf-8").read().split("\n")
    places = called(language)
    kept = 0
    with open(target, "w", encoding="utf-8") as out:
        for number, names in enumerate(english_names(newsindex, lines)):
            if number >= len(others) or (skip and number % skip == 0):
                continue
            tokens = cut(others[number])
            tags = [None] * len(tokens)
            whole = bool(tokens)
            for text, name, kind in sorted(names, key=lambda found: -len(found[0])):
                spellings = [text] + (places.get(name.lower(), []) if kind == "LOC" else [])
                spot = next(((at, len(cut(spelling))) for spelling in spellings
                             if (at := find(tokens, cut(spelling), tags)) is not None), None)
                if spot is None:
                    whole = False
                    break
                for i in range(spot[1]):
                    tags[spot[0] + i] = ("I-" if i else "B-") + kind
            if not whole:
                continue
            if kept % 8 == 0:
                out.write("-DOCSTART- O\n\n")
            kept += 1
            for token, tag in zip(tokens, tags):
                out.write(token + "\t" + (tag or "O") + "\n")
            out.write("\n")
    print(language, kept, "of", len(lines), "sentences")


main()
