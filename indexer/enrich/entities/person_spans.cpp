// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/person_spans.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <set>
#include <string>

#include "indexer/enrich/entities/person_names.h"
#include "indexer/enrich/entities/resolve_text.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

bool is(const NameWords& known, WordKind kind, std::string_view word) {
  return known.is(kind, name_key(word));
}

// A word of the text, [start, end).
struct SpanWord {
  std::string_view text;
  std::uint32_t start = 0;

  std::uint32_t end() const { return start + static_cast<std::uint32_t>(text.size()); }
  bool begins_with_small() const { return !text.empty() && is_lower(text.front()); }
};

std::vector<SpanWord> words_of(std::string_view text, const Mention& mention) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::vector<SpanWord> words;
  std::size_t at = mention.start;
  while (at < mention.end) {
    const std::size_t end = std::min<std::size_t>(text.find_first_of(kBlanks, at), mention.end);
    if (end > at) words.push_back({text.substr(at, end - at), static_cast<std::uint32_t>(at)});
    at = end + 1;
  }
  return words;
}

// Where a second word begins that is printed without a blank before it: 7 in "Clinton2020". The
// size of the word if there is none.
std::size_t glued_at(std::string_view word, const NameWords& known) {
  constexpr std::size_t kShortest = 4;  // letters of the first word: not McConnell, LaPierre
  for (std::size_t at = kShortest; at < word.size(); ++at) {
    if (!is_lower(word[at - 1])) continue;
    const std::size_t part = word.find_last_of("-'", at);
    const std::size_t begin = part == std::string_view::npos ? 0 : part + 1;
    if (at - begin < kShortest ||
        is(known, WordKind::begins_surname, word.substr(begin, at - begin)))
      continue;
    if (is_digit(word[at]) || (is_upper(word[at]) && word.substr(begin, 3) != "Mac")) return at;
  }
  return word.size();
}

// True if the next word of the text is the first of `words`, printed together with another word.
bool is_followed_by_glued(std::string_view text, const std::vector<SpanWord>& words,
                          const NameWords& known) {
  const std::string_view rest =
      text.substr(std::min<std::size_t>(words.back().end() + 1, text.size()));
  const std::string_view first = words.front().text;
  const std::string_view next = rest.substr(0, rest.find_first_of(" \t\r\n"));
  return next.starts_with(first) && glued_at(next, known) == first.size() &&
         next.size() > first.size();
}

// Cuts off a long form of the name, and a word printed together with it.
void cut_glued(std::string_view text, std::vector<SpanWord>& words, const NameWords& known) {
  bool is_glued = false;
  if (words.size() > 2 && is_followed_by_glued(text, words, known)) words.resize(1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t at = glued_at(words[i].text, known);
    if (at == words[i].text.size()) continue;
    words[i].text = words[i].text.substr(0, at);
    words.resize(i + 1);
    is_glued = true;
  }
  for (std::size_t last = 2; last < words.size(); ++last)
    for (std::size_t first = 0; first + 1 < last; ++first)
      if (words[first].text == words[last].text) {
        const bool ends = last + 1 == words.size();  // Ali Hassan Ali is one name
        if (!ends || is_glued) words.resize(ends ? first + 1 : last);
        return;
      }
}

Name part_of(const Name& name, EntityType type, const SpanWord& first, const SpanWord& last) {
  return {type, {name.mention.field, first.start, last.end()}, name.confidence};
}

// The number of words from `begin` on that can be a person's name after a title; 0 if they are
// none.
std::size_t size_of_person(const std::vector<SpanWord>& words, std::size_t begin,
                           const NameWords& known) {
  std::size_t end = begin;
  while (end < words.size() && !words[end].begins_with_small()) ++end;
  constexpr std::size_t kLongest = 4;
  const bool is_other = std::any_of(
      words.begin() + static_cast<std::ptrdiff_t>(begin),
      words.begin() + static_cast<std::ptrdiff_t>(end), [&known](const SpanWord& word) {
        return is(known, WordKind::no_person, word.text) || is(known, WordKind::office, word.text);
      });
  return is_other || end - begin > kLongest ? 0 : end - begin;
}

// The index of the title that separates a body or place from a person; words.size() if there is
// none.
std::size_t office_in(const std::vector<SpanWord>& words, EntityType type, const NameWords& known) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const SpanWord& word = words[i];
    if (word.begins_with_small() || !is(known, WordKind::office, word.text)) continue;
    const bool abbreviated =
        word.text.back() == '.' && is(known, WordKind::person_office, word.text);
    const std::size_t least = type == EntityType::person || abbreviated ? 1 : 2;
    if (size_of_person(words, i + 1, known) >= least) return i;
  }
  return words.size();
}

void add_people(const Name& name, const std::vector<SpanWord>& words, const NameWords& known,
                std::vector<Name>& names) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    if (i < words.size() && !is(known, WordKind::headline_verb, words[i].text)) continue;
    if (i > begin) names.push_back(part_of(name, name.type, words[begin], words[i - 1]));
    begin = i + 1;
  }
}

bool ends_agency(std::string_view text) {
  constexpr std::array<std::string_view, 6> kEnds{"-", "_", ":", "\u2013", "\u2014", "\u2015"};
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return text.starts_with(end); });
}

}  // namespace

std::vector<Name> separate_names(std::string_view text, const Name& name, const NameWords& known) {
  std::vector<SpanWord> words = words_of(text, name.mention);
  if (words.empty()) return {name};
  const bool is_person = name.type == EntityType::person;
  const std::size_t office = office_in(words, name.type, known);
  std::vector<Name> names;
  if (office == words.size()) {
    if (!is_person) return {name};
    cut_glued(text, words, known);
    if (is(known, WordKind::members, words.back().text)) return {};
    add_people(name, words, known, names);
    return names;
  }
  if (office > 0)
    names.push_back(part_of(name, EntityType::organisation, words[0], words[office - 1]));
  std::vector<SpanWord> person(
      words.begin() + static_cast<std::ptrdiff_t>(office),
      words.begin() +
          static_cast<std::ptrdiff_t>(office + 1 + size_of_person(words, office + 1, known)));
  cut_glued(text, person, known);
  names.push_back(part_of(name, EntityType::person, person.front(), person.back()));
  return names;
}

void settle_titled(const Article& article, const NameWords& words, std::vector<Name>& names) {
  const auto written = [&article](const Name& name) {
    const std::string& text =
        name.mention.field == MentionField::title ? article.title : article.body;
    return std::string_view(text).substr(name.mention.start, name.mention.end - name.mention.start);
  };
  std::set<std::string, std::less<>> people;
  for (const Name& name : names) {
    if (name.type != EntityType::person) continue;
    const std::string_view text = written(name);
    if (!is(words, WordKind::office, text.substr(0, text.find(' ')))) continue;
    const PersonName person = person_name(text, {}, words);
    if (person.words.size() < 2) continue;
    people.insert(person.shown);
    people.insert(person.shown.substr(person.shown.rfind(' ') + 1));
  }
  if (people.empty()) return;
  for (Name& name : names)
    if (people.contains(tidy_name(written(name)))) name.type = EntityType::person;
}

Mention dateline_agency(std::string_view body) {
  constexpr std::size_t kFarthest = 200;  // a headline and a byline may come first
  constexpr std::size_t kLongest = 40;
  for (std::size_t open = body.find(" ("); open < std::min(kFarthest, body.size());
       open = body.find(" (", open + 1)) {
    const std::size_t line = body.rfind('\n', open) + 1;  // npos + 1 is 0
    const std::string_view place = body.substr(line, open - line);
    const std::size_t close = body.find(')', open);
    if (close == std::string_view::npos || close - open > kLongest) continue;
    const std::string_view town = place.substr(0, place.find(','));
    const bool in_capitals = town.size() > 2 && std::none_of(town.begin(), town.end(), is_lower);
    const std::string_view after = body.substr(std::min(close + 2, body.size()));
    if (in_capitals && place.size() <= kLongest && ends_agency(after))
      return {MentionField::body, static_cast<std::uint32_t>(open + 2),
              static_cast<std::uint32_t>(close)};
  }
  return {};
}

}  // namespace newsindex
