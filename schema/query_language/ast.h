// SPDX-License-Identifier: GPL-3.0-or-later
// A query as a tree. Parsing makes it without looking at any archive; search/ turns it into a
// Xapian::Query.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "schema/published.h"

namespace newsindex {

// The levels of "person:X>=85": salience or confidence must lie in [least, most].
struct Levels {
  int least = 0;
  int most = 100;
  friend bool operator==(const Levels&, const Levels&) = default;
};

// The bytes [start, end) of the query from which a node was read, for messages.
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

// Ingest sequences [first, last].
struct SequenceRange {
  std::uint64_t first = 0;
  std::uint64_t last = std::numeric_limits<std::uint64_t>::max();
  friend bool operator==(const SequenceRange&, const SequenceRange&) = default;
};

struct Node {
  enum class Kind {
    all,       // every article
    word,      // field, text; the analyzer may cut it into several tokens: then it is a phrase
    prefix,    // field, text: words that begin with the text (word*)
    phrase,    // field, text, exact
    near,      // field, children: words; distance
    whole,     // field, text: the whole value (source:=CNN), or an id, url, language; exact
    label,     // field (topic, entity, person, org, place), text, levels, exact
    dates,     // days, or undated
    ingested,  // sequences
    all_of,    // children: every one must match
    any_of,    // children: at least one must match
    without,   // children: the first, but not the second
  };
  Kind kind = Kind::all;
  std::string field = "text";  // a name in schema/fields
  std::string text;            // as the user wrote it, without quotes and signs
  // For words: match them as written (folded), without stemming. For labels and languages: written
  // with :=, so only the whole canonical value matches.
  bool exact = false;
  unsigned distance = 0;  // NEAR/5: 5
  Levels levels;
  DayRange days{};
  SequenceRange sequences{};
  bool undated = false;  // of dates: the articles without a date; `days` is ignored
  std::vector<Node> children;
  Span span;
};

// The tree in one line, for tests and --explain: `without{word{flood} word{river}}`.
std::string to_string(const Node& node);

}  // namespace newsindex
