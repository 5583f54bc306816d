#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes token files from the Europeana Newspapers, which have no marks of sentences and leave punctuation on names.

usage: europeana.py OUT.conll IN.bio...
"""
import re
import sys

LONGEST = 60  # the most tokens in a sentence
SENTENCES = 12  # the number of sentences that are taken for an article


def pieces(token, tag):
    """Pairs of text and tag: the word, and each mark of punctuation before and after it by itself."""
    before, word, after = re.fullmatch(r"([(\"'„«*]*)(.*?)([,;:!?)\"'».*]*)", token).groups()
    if tag != "O" and after.startswith(".") and re.fullmatch(r"\w{1,4}|(\w\.)+\w", word):
        word, after = word + ".", after[1:]
    return [(mark, "O") for mark in before] + ([(word, tag)] if word else []) + [(mark, "O") for mark in after]


def sentences(path):
    sentence = []
    for line in open(path, encoding="utf-8"):
        cells = line.split()
        if line.startswith("#") or len(cells) < 2:
            continue
        tag = cells[-1] if cells[-1][2:] in ("PER", "LOC", "ORG") else "O"
        sentence += pieces(cells[0], tag)
        ended = sentence and sentence[-1][0] in ".!?" and len(sentence) > 4
        if ended or len(sentence) >= LONGEST:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def main():
    count = 0
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        for path in sys.argv[2:]:
            for sentence in sentences(path):
                if count % SENTENCES == 0:
                    out.write("-DOCSTART- O\n\n")
                count += 1
                kind = ""
                for token, tag in sentence:
                    goes_on = tag[0] == "I" and kind == tag[2:]
                    kind = tag[2:]
                    out.write("%s\t%s\n" % (token, tag if tag == "O" or goes_on else "B-" + kind))
                out.write("\n")


main()
