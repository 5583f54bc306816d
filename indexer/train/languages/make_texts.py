#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes marked texts for a language that has none, and a dictionary of the language.

usage: make_texts.py LANGUAGE DATA OUT

Reads core-words.tsv, sentences.txt and organisations.txt beside this file; in DATA: entities/*.conll (English), freedict
(eng-LANGUAGE of Debian), places.tsv, and names.json and countries.json of names.mjs. Writes OUT/dictionary.tsv,
OUT/sentences.conll and OUT/translated-*.conll: English texts, translated word by word.
"""
import base64
import collections
import gzip
import json
import pathlib
import random
import re
import sys

HERE = pathlib.Path(__file__).parent
CODES = {"de": "deu", "fr": "fra", "nl": "nld", "es": "spa"}
COLUMNS = ["en", "de", "fr", "nl", "es"]
MOST_WORDS = 7000  # in a dictionary
MOST_SENTENCES = 16000  # that are translated from one file


def number_of(text):
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    value = 0
    for letter in text:
        value = value * 64 + alphabet.index(letter)
    return value


def english_counts(folder):
    counts = collections.Counter()
    for path in sorted(folder.glob("*.conll")):
        for line in open(path, encoding="utf-8"):
            cells = line.split()
            if len(cells) > 1 and cells[-1] == "O" and cells[0].isalpha():
                counts[cells[0].lower()] += 1
    return counts


def freedict(folder, language):
    """Maps an English word to its translations, as the dictionary spells them."""
    name = "freedict-eng-" + CODES[language]
    text = gzip.open(folder / (name + ".dict.dz")).read()
    words = collections.defaultdict(list)
    for line in open(folder / (name + ".index"), encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) != 3 or not cells[0].isalpha():
            continue
        start = number_of(cells[1])
        entry = text[start:start + number_of(cells[2])].decode("utf-8", "replace").split("\n")
        for row in entry[1:6]:
            if row.startswith(" ") or ":" in row:
                continue
            row = re.sub(r"<[^>]*>|\[[^\]]*\]|\([^)]*\)|^\d+\.", "", row)
            for part in re.split("[,;]", row):
                part = part.strip().replace("\u2010", "-")
                if re.fullmatch(r"\w[\w'-]+", part):
                    words[cells[0].lower()].append(part)
    return words


def core_words(language):
    """Maps an English word to its forms in the language; the first is the usual one."""
    column = COLUMNS.index(language)
    words = collections.defaultdict(list)
    for line in open(HERE / "core-words.tsv", encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#") or len(cells) < len(COLUMNS):
            continue
        words[cells[0]] += [word for word in cells[column].split(",") if word and " " not in word]
    return words


def dictionary(core, free, counts):
    rows = {}
    for english, forms in core.items():
        for form in forms:
            rows.setdefault(form.rstrip("'").lower(), english)
    best = {}
    for english, forms in free.items():
        if counts[english] < 2:
            continue
        for rank, form in enumerate(forms[:4]):
            score = counts[english] / (rank + 1) ** 2
            form = form.lower()
            if form not in rows and score > best.get(form, (0, ""))[0]:
                best[form] = (score, english)
    most = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
    for form, (_, english) in most[:max(0, MOST_WORDS - len(rows))]:
        rows[form] = english
    return rows


class Filler:
    def __init__(self, language, data, dice):
        self.dice = dice
        names = json.load(open(data / "names.json", encoding="utf-8"))
        self.names = names
        self.language = language
        self.countries = json.load(open(data / "countries.json", encoding="utf-8"))[language]
        self.towns = collections.defaultdict(list)
        for line in open(data / "places.tsv", encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 4 and cells[1] in ("city", "capital") and int(cells[4]) >= 48:
                self.towns[cells[2]].append(cells[0])
        self.organisations = collections.defaultdict(list)
        for line in open(HERE / "organisations.txt", encoding="utf-8"):
            cells = line.rstrip("\n").split(" ", 2)
            if cells[0] == language:
                self.organisations[cells[1]] += cells[2].split("|")
        self.home = {"de": ["DE", "AT", "CH"], "fr": ["FR", "BE", "CH", "CA"], "nl": ["NL", "BE"],
                     "es": ["ES", "MX", "AR", "CL", "CO"]}[language]

    def culture(self):
        dice = self.dice.random()
        return self.language if dice < 0.65 else self.dice.choice(["en", "it", "pl", "tr", "de", "fr", "es", "sv"])

    def surname(self):
        people = self.names[self.culture()]
        return self.dice.choice(people["last"])

    def person(self):
        people = self.names[self.culture()]
        name = self.dice.choice(people["first"]) + " " + self.dice.choice(people["last"])
        if self.language == "es" and self.dice.random() < 0.3:
            name += " " + self.dice.choice(people["last"])
        if self.language == "nl" and self.dice.random() < 0.25:
            name = self.dice.choice(people["first"]) + " " + self.dice.choice(
                ["Van den ", "Van ", "De ", "van de ", "van der ", "Vanden "]) + self.dice.choice(people["last"])
        if self.dice.random() < 0.08:
            name = name[0] + ". " + name.split(" ", 1)[1]
        return name

    def town(self):
        dice = self.dice.random()
        if dice < 0.15 and self.names[self.language]["city"]:
            return self.dice.choice(self.names[self.language]["city"])
        country = self.dice.choice(self.home) if dice < 0.7 else self.dice.choice(["US", "GB", "IT", "FR", "DE", "RU", "CN", "ES"])
        return self.dice.choice(self.towns[country])

    def organisation(self, slot):
        if slot == "A" and self.dice.random() < 0.2:
            return "".join(self.dice.choice("ABCDEFGILMNOPRSTU") for _ in range(self.dice.choice([3, 3, 4])))
        if slot == "K" and self.dice.random() < 0.1:
            return self.surname()
        name = self.dice.choice(self.organisations[slot])
        for mark, make in (("{L}", self.town), ("{S}", self.surname), ("{C}", lambda: self.dice.choice(self.countries))):
            while mark in name:
                name = name.replace(mark, make(), 1)
        return name

    def fill(self, slot):
        if slot in "PS":
            return "PER", self.person() if slot == "P" else self.surname()
        if slot == "L":
            return "LOC", self.town()
        if slot == "C":
            return "LOC", self.dice.choice(self.countries)
        return "ORG", self.organisation(slot)


def cut(name):
    return re.findall(r"\w[\w.&'’-]*|\S", name)


def write_sentences(language, filler, path, rounds):
    lines = [line.rstrip("\n")[3:] for line in open(HERE / "sentences.txt", encoding="utf-8")
             if line.startswith(language + " ")]
    with open(path, "w", encoding="utf-8") as out:
        for _ in range(rounds):
            filler.dice.shuffle(lines)
            for at, line in enumerate(lines):
                if at % 6 == 0:
                    out.write("-DOCSTART- O\n\n")
                for word in line.split(" "):
                    slot = re.search(r"\{([A-Z])\}", word)
                    if slot is None:
                        out.write(word + "\tO\n")
                        continue
                    kind, name = filler.fill(slot.group(1))
                    tokens = cut(word.replace(slot.group(0), name) if word != slot.group(0) else name)
                    for number, token in enumerate(tokens):
                        out.write("%s\t%s-%s\n" % (token, "I" if number else "B", kind))
                out.write("\n")


def write_translated(source, filler, words, names, path, dice):
    """Writes English sentences, translated word by word; three in ten persons get other names."""
    count = 0
    with open(path, "w", encoding="utf-8") as out:
        rows = []
        for line in open(source, encoding="utf-8"):
            cells = line.split()
            if line.startswith("-DOCSTART-"):
                out.write("-DOCSTART- O\n\n")
                continue
            if cells:
                rows.append((cells[0], cells[-1]))
                continue
            first = True
            changed = None
            for token, tag in rows:
                if tag.startswith("B-PER") and dice.random() < 0.3:
                    changed = cut(filler.person())
                    for number, part in enumerate(changed):
                        out.write("%s\t%s-PER\n" % (part, "I" if number else "B"))
                elif tag.startswith("I-PER") and changed:
                    pass
                else:
                    changed = None
                    if tag == "O":
                        forms = words.get(token.lower())
                        if token in ("'s", "the") and dice.random() < 0.3:
                            continue
                        if forms:
                            form = forms[0] if dice.random() < 0.7 else dice.choice(forms[:3])
                            form = form.lstrip("-")
                            upper = first or (token[0].isupper() and filler.language == "de")
                            token = form[:1].upper() + form[1:] if upper and form else form or token
                    else:
                        token = names.get(token, token)
                    if token:
                        out.write("%s\t%s\n" % (token, tag if tag[:2] in ("B-", "I-") else "O"))
                first = False
            out.write("\n")
            rows = []
            count += 1
            if count >= MOST_SENTENCES:
                break


def main():
    language, data, target = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    target.mkdir(parents=True, exist_ok=True)
    dice = random.Random(7)
    core, free = core_words(language), freedict(data / "freedict", language)
    counts = english_counts(data / "entities")
    rows = dictionary(core, free, counts)
    with open(target / "dictionary.tsv", "w", encoding="utf-8") as out:
        out.write("# Words and what they are in English.\n")
        for word, english in sorted(rows.items()):
            out.write(word + "\t" + english + "\n")
    filler = Filler(language, data, dice)
    write_sentences(language, filler, target / "sentences.conll", 60)
    forms = dict(free)
    for english, found in core.items():
        spelt = {form.lower(): form for form in free.get(english, [])}
        forms[english] = [spelt.get(form, form) for form in found] or forms.get(english, [])
    names = {english.capitalize(): found[0].capitalize() for english, found in core.items() if found}
    for source in ("gmb-train", "wikigold", "gum-permissive", "uner-ewt-dev"):
        write_translated(data / "entities" / (source + ".conll"), filler, forms, names,
                         target / ("translated-" + source + ".conll"), dice)


main()
