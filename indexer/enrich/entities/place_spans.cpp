// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/place_spans.h"

#include <algorithm>
#include <string_view>

#include "indexer/enrich/entities/resolve_text.h"

namespace newsindex {
namespace {

constexpr std::uint32_t kLongestName = 6;  // words: "Democratic Republic of the Congo"
constexpr std::uint32_t kFewestInRow = 3;

std::string_view words(const CutText& cut, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t start = cut.tokens[begin].start;
  return cut.text.substr(start, cut.tokens[end - 1].end - start);
}

bool is_of_kind(const Gazetteer& gazetteer, std::string_view name, PlaceKind kind) {
  const auto found = gazetteer.find(tidy_name(name));
  return std::any_of(found.begin(), found.end(),
                     [kind](const Place* place) { return place->kind == kind; });
}

bool begins_with_capital(std::string_view word) {
  return word.front() >= 'A' && word.front() <= 'Z';
}

bool is_party_word(std::string_view word, const NameWords& known) {
  return begins_with_capital(word) && known.is(WordKind::party, name_key(word));
}

// The end token of the longest place of a kind that begins where `name` begins; name.begin if there
// is none.
std::uint32_t end_of_place(const CutText& cut, const Gazetteer& gazetteer, const TokenSpan& name,
                           PlaceKind kind) {
  for (std::uint32_t end = std::min(name.end, name.begin + kLongestName); end > name.begin; --end)
    if (is_of_kind(gazetteer, words(cut, name.begin, end), kind)) return end;
  return name.begin;
}

// The countries in a name that is a list of countries and hardly anything else; otherwise none.
std::vector<TokenSpan> row_in(const CutText& cut, const Gazetteer& gazetteer,
                              const TokenSpan& name) {
  std::vector<TokenSpan> row;
  std::uint32_t others = 0;
  for (std::uint32_t token = name.begin; token < name.end;) {
    const std::uint32_t end =
        end_of_place(cut, gazetteer, {token, name.end, name.type}, PlaceKind::country);
    if (end > token) row.push_back({token, end, EntityType::place});
    others += end == token;
    token = std::max(end, token + 1);
  }
  const bool is_row = row.size() >= kFewestInRow && 3 * others <= row.size();
  return is_row ? row : std::vector<TokenSpan>{};
}

// The state before words for a party or an office; the name itself if it has no such words.
TokenSpan without_party(const CutText& cut, const Gazetteer& gazetteer, const NameWords& known,
                        const TokenSpan& name) {
  const std::uint32_t end = end_of_place(cut, gazetteer, name, PlaceKind::state);
  if (end == name.begin || end == name.end) return name;
  for (std::uint32_t token = end; token < name.end; ++token)
    if (!is_party_word(cut.word(token), known)) return name;
  return {name.begin, end, EntityType::place};
}

bool is_capitalised(std::string_view word) {
  return word.size() > 2 && begins_with_capital(word) && word[1] >= 'a' && word[1] <= 'z';
}

// True if a word is the main name of a country or a large capital. Other names of them, such as
// "Saudi", often mean something else.
bool is_well_known_place(const Gazetteer& gazetteer, std::string_view word) {
  constexpr int kLargePlace = 70;
  const auto found = gazetteer.find(word);
  if (found.empty() || found.front()->weight < kLargePlace || found.front()->name != word)
    return false;
  const PlaceKind kind = found.front()->kind;
  return kind == PlaceKind::country || kind == PlaceKind::capital;
}

// Adds countries and capitals that the tagger missed: "the Paris accord".
void add_unseen(const CutText& cut, const Gazetteer& gazetteer, std::vector<TokenSpan>& names) {
  std::vector<TokenSpan> unseen;
  auto name = names.begin();
  for (std::uint32_t token = 1; token + 1 < cut.tokens.size(); ++token) {
    while (name != names.end() && name->end <= token) ++name;
    const bool is_taken = name != names.end() && name->begin <= token;
    if (is_taken || !is_capitalised(cut.word(token))) continue;
    const std::string_view before = cut.word(token - 1);
    const bool stands_alone =
        before.front() >= 'a' && before.front() <= 'z' && !begins_with_capital(cut.word(token + 1));
    if (stands_alone && is_well_known_place(gazetteer, cut.word(token)))
      unseen.push_back({token, token + 1, EntityType::place});
  }
  names.insert(names.end(), unseen.begin(), unseen.end());
  std::sort(names.begin(), names.end(),
            [](const TokenSpan& a, const TokenSpan& b) { return a.begin < b.begin; });
}

}  // namespace

void mend_places(const CutText& cut, const Gazetteer& gazetteer, const NameWords& known,
                 std::vector<TokenSpan>& names) {
  std::vector<TokenSpan> mended;
  mended.reserve(names.size());
  for (const TokenSpan& name : names) {
    const bool may_be_row = name.end - name.begin >= kFewestInRow;
    const bool has_party =
        name.end - name.begin > 1 && is_party_word(cut.word(name.end - 1), known);
    const auto row = may_be_row ? row_in(cut, gazetteer, name) : std::vector<TokenSpan>{};
    mended.insert(mended.end(), row.begin(), row.end());
    if (row.empty())
      mended.push_back(has_party ? without_party(cut, gazetteer, known, name) : name);
  }
  names = std::move(mended);
  add_unseen(cut, gazetteer, names);
}

}  // namespace newsindex
