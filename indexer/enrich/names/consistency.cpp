// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/consistency.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "schema/digest.h"

namespace newsindex {
namespace {

constexpr std::size_t kTypeCount = 3;
constexpr std::size_t kShortestWord = 4;  // bytes of a word that can be a name the tagger missed

using Counts = std::array<std::uint32_t, kTypeCount>;

std::uint32_t count_of(const Counts& counts, EntityType type) {
  return counts[static_cast<std::size_t>(type)];
}

EntityType most_frequent(const Counts& counts) {
  return static_cast<EntityType>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

// A hash of the words of a field's tokens [begin, end).
std::uint64_t key_of_run(const CutText& field, std::uint32_t begin, std::uint32_t end) {
  std::uint64_t key = 0;
  for (std::uint32_t i = begin; i < end; ++i) key = key * 31 + digest64(field.word(i));
  return key;
}

class Evidence {
 public:
  // Both must outlive it.
  Evidence(std::span<const CutText> fields, std::span<const std::vector<TokenSpan>> names)
      : fields_(fields), names_(names) {
    for (std::size_t f = 0; f < fields.size(); ++f)
      for (const TokenSpan& name : names[f]) add(fields[f], name);
  }

  // The type that the name `name` should have.
  EntityType settled(const CutText& field, const TokenSpan& name) const {
    const std::uint64_t key = key_of_run(field, name.begin, name.end);
    const Counts whole = counts(whole_, key);
    if (name.end - name.begin == 1) {
      const std::uint32_t surname = count_of(counts(last_, key), EntityType::person);
      const std::uint32_t person = surname + count_of(whole, EntityType::person);
      if (surname > 0 && person >= count_of(whole, EntityType::place)) return EntityType::person;
    }
    const Counts sure = counts(sure_, key);
    const EntityType surest = most_frequent(sure);
    return count_of(sure, surest) > count_of(sure, name.type) ? surest : name.type;
  }

  // The type of tokens [begin, end) of a field if the same words are a whole name elsewhere, or the
  // last word of one.
  std::optional<EntityType> known(const CutText& field, std::uint32_t begin,
                                  std::uint32_t end) const {
    const std::uint64_t key = key_of_run(field, begin, end);
    for (const Table* table : {&whole_, &last_}) {
      const Counts seen = counts(*table, key);
      if (seen != Counts{}) return most_frequent(seen);
    }
    return std::nullopt;
  }

  // True if the word is part of a name.
  bool is_part(const CutText& field, std::uint32_t token) const {
    for (std::size_t f = 0; f < fields_.size(); ++f)
      for (const TokenSpan& name : names_[f])
        for (std::uint32_t i = name.begin; i < name.end; ++i)
          if (fields_[f].word(i) == field.word(token)) return true;
    return false;
  }

  // True if a name elsewhere begins with the first word of this one and ends with its last.
  bool has_ends_of(const CutText& field, const TokenSpan& name) const {
    return ends_.contains(ends_key(field, name));
  }

  // The type of a word that the tagger did not see as a name; nullopt if it is none.
  std::optional<EntityType> unseen(const CutText& field, std::uint32_t token) const {
    const std::uint64_t key = key_of_run(field, token, token + 1);
    const Counts whole = counts(whole_, key);
    const Counts last = counts(last_, key);
    const std::uint32_t surname = count_of(last, EntityType::person);
    const bool is_surname =
        surname > 0 && 2 * surname >= last[0] + last[1] + last[2] &&
        count_of(whole, EntityType::person) >= count_of(whole, EntityType::place);
    if (is_surname) return EntityType::person;
    const EntityType most = most_frequent(whole);
    return count_of(whole, most) >= 2 ? std::optional(most) : std::nullopt;
  }

 private:
  using Table = std::unordered_map<std::uint64_t, Counts>;

  void add(const CutText& field, const TokenSpan& name) {
    const auto type = static_cast<std::size_t>(name.type);
    const std::uint64_t key = key_of_run(field, name.begin, name.end);
    ++whole_[key][type];
    sure_[key][type] += static_cast<std::uint32_t>(name.confidence);
    if (name.end - name.begin == 1) return;
    ++last_[key_of_run(field, name.end - 1, name.end)][type];
    ends_.insert(ends_key(field, name));
  }
  static std::uint64_t ends_key(const CutText& field, const TokenSpan& name) {
    return 31 * digest64(field.word(name.begin)) + digest64(field.word(name.end - 1));
  }
  static Counts counts(const Table& table, std::uint64_t key) {
    const auto found = table.find(key);
    return found == table.end() ? Counts{} : found->second;
  }

  std::span<const CutText> fields_;
  std::span<const std::vector<TokenSpan>> names_;
  Table whole_;                             // of whole names
  Table sure_;                              // the sums of their confidences
  Table last_;                              // of the last words of longer names
  std::unordered_set<std::uint64_t> ends_;  // of the first and the last word of longer names
};

bool is_candidate(std::string_view word) {
  return word.size() >= kShortestWord && word[0] >= 'A' && word[0] <= 'Z';
}

void add_unseen(const CutText& field, const Evidence& evidence, std::vector<TokenSpan>& names) {
  std::vector<TokenSpan> found;
  std::size_t next = 0;
  for (std::uint32_t token = 0; token < field.tokens.size(); ++token) {
    while (next < names.size() && names[next].end <= token) ++next;
    const bool named = next < names.size() && names[next].begin <= token;
    if (named || !is_candidate(field.word(token))) continue;
    if (const auto type = evidence.unseen(field, token)) found.push_back({token, token + 1, *type});
  }
  const auto middle = static_cast<std::ptrdiff_t>(names.size());
  names.insert(names.end(), found.begin(), found.end());
  std::inplace_merge(names.begin(), names.begin() + middle, names.end(),
                     [](const TokenSpan& a, const TokenSpan& b) { return a.begin < b.begin; });
}

// The names of the body that a name of the title contains. At each token the longest one wins.
std::vector<TokenSpan> known_parts(const CutText& title, const TokenSpan& name,
                                   const Evidence& body) {
  std::vector<TokenSpan> parts;
  for (std::uint32_t begin = name.begin; begin < name.end;) {
    std::uint32_t end = name.end;
    std::optional<EntityType> type;
    while (end > begin && !(type = body.known(title, begin, end))) --end;
    if (type) parts.push_back({begin, end, *type});
    begin = type ? end : begin + 1;
  }
  return parts;
}

// True if all words except short ones begin with a capital.
bool is_headline(const CutText& title) {
  constexpr std::size_t kShort = 4;
  for (std::uint32_t token = 0; token < title.tokens.size(); ++token) {
    const std::string_view word = title.word(token);
    if (word.size() > kShort && word[0] >= 'a' && word[0] <= 'z') return false;
  }
  return true;
}

// "Najib Meets Gorbachev" looks like one name in a headline that writes all words with capitals,
// but the body has two names. "Dalby Chief" is cut to the name that the body has.
void split_names_of_title(const CutText& title, const Evidence& body,
                          std::vector<TokenSpan>& names) {
  std::vector<TokenSpan> split;
  const bool has_capitals = is_headline(title);
  for (const TokenSpan& name : names) {
    const std::vector<TokenSpan> parts = known_parts(title, name, body);
    const bool word_between = parts.size() == 2 && !body.has_ends_of(title, name) &&
                              parts[0].end < parts[1].begin && parts[0].begin == name.begin &&
                              parts[1].end == name.end;
    const bool word_behind = has_capitals && parts.size() == 1 && parts[0].begin == name.begin &&
                             parts[0].end + 1 == name.end && !body.is_part(title, name.end - 1);
    if (word_between || word_behind)
      split.insert(split.end(), parts.begin(), parts.end());
    else
      split.push_back(name);
  }
  names = std::move(split);
}

}  // namespace

void make_consistent(std::span<const CutText> fields, std::vector<std::vector<TokenSpan>>& names) {
  if (fields.size() > 1)
    split_names_of_title(fields[0], Evidence(fields.subspan(1), std::span(names).subspan(1)),
                         names[0]);
  const Evidence evidence(fields, names);
  for (std::size_t f = 0; f < fields.size(); ++f) {
    for (TokenSpan& name : names[f]) name.type = evidence.settled(fields[f], name);
    add_unseen(fields[f], evidence, names[f]);
  }
}

}  // namespace newsindex
