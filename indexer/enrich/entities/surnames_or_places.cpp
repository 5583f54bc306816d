// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/surnames_or_places.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "indexer/enrich/entities/resolve_text.h"

namespace newsindex {
namespace {

using Fields = std::span<const CutText>;
using Names = std::vector<std::vector<TokenSpan>>;

std::set<std::string_view> surnames_in(Fields fields, const Names& names) {
  std::set<std::string_view> surnames;
  for (std::size_t f = 0; f < fields.size(); ++f)
    for (const TokenSpan& name : names[f])
      if (name.type == EntityType::person && name.end - name.begin > 1)
        surnames.insert(fields[f].word(name.end - 1));
  return surnames;
}

bool is_place_of_one_word(const TokenSpan& name) {
  return name.type == EntityType::place && name.end - name.begin == 1;
}

// Looks for evidence in the fields that a word is a place.
class Witness {
 public:
  Witness(Fields fields, const Names& names, const Gazetteer& gazetteer)
      : fields_(fields), names_(names), gazetteer_(gazetteer) {}

  bool speaks_for(std::string_view word) const {
    const auto readings = gazetteer_.find(word);
    for (std::size_t f = 0; f < fields_.size(); ++f)
      if (has_people(fields_[f], readings) || has_relative(f, word, readings) ||
          has_neighbour(f, word))
        return true;
    return false;
  }

 private:
  using Readings = std::vector<const Place*>;

  bool has_people(const CutText& field, const Readings& readings) const {
    for (std::size_t token = 0; token < field.tokens.size(); ++token) {
      const char first = field.word(token).front();
      if (first < 'A' || first > 'Z') continue;
      const Place* place = gazetteer_.find_by_people(field.word(token));
      if (std::find(readings.begin(), readings.end(), place) != readings.end()) return true;
    }
    return false;
  }

  Readings places_of(std::size_t f, const TokenSpan& name) const {
    if (name.type != EntityType::place) return {};
    const CutText& field = fields_[f];
    const std::uint32_t start = field.tokens[name.begin].start;
    return gazetteer_.find(
        tidy_name(field.text.substr(start, field.tokens[name.end - 1].end - start)));
  }

  // True if a name is a place within one of the readings, or the state around one.
  bool has_relative(std::size_t f, std::string_view word, const Readings& readings) const {
    for (const TokenSpan& name : names_[f]) {
      if (fields_[f].word(name.begin) == word) continue;
      const Readings others = places_of(f, name);
      if (others.empty()) continue;
      for (const Place* reading : readings)
        if (contains(*reading, *others.front()) ||
            (others.front()->kind == PlaceKind::state && contains(*others.front(), *reading)))
          return true;
    }
    return false;
  }

  // True if a place of the same kind stands beside the word in a list: "Egypt, Jordan and Oman".
  bool has_neighbour(std::size_t f, std::string_view word) const {
    constexpr std::uint32_t kParting = 2;  // tokens: "," and "and"
    const auto& names = names_[f];
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
      const TokenSpan& a = names[i];
      const TokenSpan& b = names[i + 1];
      const bool has_word = fields_[f].word(a.begin) == word || fields_[f].word(b.begin) == word;
      if (!has_word || b.begin - a.end > kParting || b.begin == a.end) continue;
      const Readings first = places_of(f, a);
      const Readings second = places_of(f, b);
      if (first.empty() || second.empty() || !parts_row(f, a.end, b.begin)) continue;
      if (first.front()->kind == second.front()->kind) return true;
    }
    return false;
  }

  bool parts_row(std::size_t f, std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t token = begin; token < end; ++token)
      if (fields_[f].word(token) != "," && fields_[f].word(token) != "and") return false;
    return true;
  }

  Fields fields_;
  const Names& names_;
  const Gazetteer& gazetteer_;
};

}  // namespace

void settle_surnames(Fields fields, const Gazetteer& gazetteer, const NameWords& known,
                     Names& names) {
  const auto surnames = surnames_in(fields, names);
  const auto may_be_surname = [&](std::string_view word) {
    return surnames.contains(word) || known.is(WordKind::lone_surname, name_key(word));
  };
  std::set<std::string_view> doubtful;
  for (std::size_t f = 0; f < fields.size(); ++f)
    for (const TokenSpan& name : names[f])
      if (is_place_of_one_word(name) && may_be_surname(fields[f].word(name.begin)))
        doubtful.insert(fields[f].word(name.begin));
  if (doubtful.empty()) return;
  const Witness witness(fields, names, gazetteer);
  std::erase_if(doubtful, [&](std::string_view word) { return witness.speaks_for(word); });
  for (std::size_t f = 0; f < fields.size(); ++f)
    for (TokenSpan& name : names[f])
      if (is_place_of_one_word(name) && doubtful.contains(fields[f].word(name.begin)))
        name.type = EntityType::person;
}

}  // namespace newsindex
