// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/help.h"

#include <algorithm>
#include <string_view>

#include "schema/fields.h"
#include "schema/query_language/lexer.h"

namespace newsindex {
namespace {

constexpr std::string_view kWords =
    R"(A query is words, "phrases" and field:value clauses. In a shell, put single quotes
around it when it has quotes, parentheses or a sign like > or *:
  newsquery search 'title:"oil spill" topic:politics>=60'

WORDS
  oil spill              articles with both words, in any form: spill, spills, spilled
  oil OR spill           at least one of them; also oil | spill
  oil -spill             oil, but not spill; also oil NOT spill
  -spill                 every article without spill
  oil (spill OR leak)    parentheses group
  oil AND spill          the same as oil spill
  mini*                  words that begin with mini (at least two letters)
  With --match any, one of the words is enough and articles with more of them come
  first; topics, names, dates and whole values still have to match, and so do words
  joined by AND. Words side by side belong together more closely than words around
  OR: oil spill OR flood means (oil spill) OR flood.
  OR, AND, NOT and NEAR are written in capitals; or, and, not are words like others,
  and a note says so where they stand between words.
  Letter case and accents do not count: cote finds Côte. A - inside a word belongs to
  it (anti-missile), and so does an apostrophe (Japan's). Korean, Arabic and Hebrew
  words are also found with particles, articles or endings attached: 한국어 also finds
  한국어를. Köln also finds Koeln, and Koeln finds Köln. Web and e-mail addresses can be
  pasted as they are. Punctuation that stands alone is left out.

PHRASES AND NEIGHBOURS
  "oil spill"            these words side by side, in this order, in any form
  exact:"missile tests"  these words exactly as written, without other forms
  exact:tests            one word without its other forms
  oil NEAR/5 spill       at most 5 words apart, in any order; NEAR alone means )";

constexpr std::string_view kClauses = R"(
  Curly quotes and «angle quotes» work like straight ones. To search for text with a
  colon or another sign of this language, put it in quotes: "Ukraine: the latest".

FIELDS
  title:flood            the word in one field
  title:"oil spill"      the phrase in one field
  title:(oil OR gas)     the field applies to the whole group
  -source:cnn            a clause is excluded like a word
  source:=CNN            the whole value, not a word of it; source:="New York Times";
                         a quotation mark in it is written twice
  id:X  url:X  lang:X    always the whole value; a language by its code or name: de, German
  url:https://x.org/a    also found with http, with www. and with a / at the end; a pasted
                         address alone finds the article, and those that mention it

TOPICS AND NAMES
  topic:politics         a topic by name or part of it, with all topics below it
  topic:11000000         a topic by its number; also topic:medtop:11000000
  person:"Qin Gang"      a person, organisation (org:), place (place:), or any (entity:)
  person:="Qin Gang"     exactly this name, topic or label, as facets list it, not other
                         names with these words; topic:=medtop:11000000
  person:"Qin Gang">=85  only where the article is about them (0 to 100)
  topic:politics>=60     only where the topic is this certain (0 to 100)
  >  <  <=  =            other comparisons; (person:A OR topic:B)>=60 compares both

DATES
  date:2023              a year; date:2023-04 a month; date:2023-04-02 a day
  date:2023-04-01..2023-04-07     from one day to another, both included
  date:..2023-04         up to the end of April 2023; date:2023-04.. from its beginning
  after:2023-04-01       from the next day on; after:2023-04 from the next month on
  before:2023-04-01      up to the day before; before:2023 up to the year before
  date:today             also yesterday
  date:last-7-days       the 7 days that end today; also -weeks, -months, -years
  date:this-week         the whole week (from Monday); also this-month, this-year
  date:last-month        the whole month before this one; also last-week, last-year
  ingested:1200..        came into the archive, or was corrected, from this number on; JSON shows
                         the number of each article as "ingested"
  date:none              articles whose date is unknown; all other dates leave them out

)";

// The width of the widest text in a column of the table.
template <class Rows, class Text>
std::size_t widest(const Rows& rows, Text text) {
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, text(row).size());
  return width;
}

std::string padded(std::string_view text, std::size_t width) {
  std::string result(text);
  result.resize(std::max(width, result.size()), ' ');
  return result;
}

std::string other_names(const Field& field) {
  std::string names;
  for (const FieldAlias& known : kFieldAliases) {
    if (known.name != field.name) continue;
    names += names.empty() ? " (also " : ", ";
    names += known.alias;
  }
  return names.empty() ? names : names + ")";
}

}  // namespace

std::string fields_help() {
  const std::size_t names = widest(kFields, [](const Field& field) { return field.name; });
  const std::size_t examples = widest(kFields, [](const Field& field) { return field.example; });
  std::string text;
  for (const Field& field : kFields)
    text += "  " + padded(field.name, names + 2) + padded(field.example, examples + 2) +
            std::string(field.meaning) + other_names(field) + "\n";
  return text;
}

std::string query_help() {
  return std::string(kWords) + std::to_string(kDefaultNearDistance) + std::string(kClauses) +
         "THE FIELDS\n" + fields_help();
}

}  // namespace newsindex
