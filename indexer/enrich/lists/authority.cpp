// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/authority.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <utility>

#include "indexer/enrich/lists/list_lines.h"
#include "indexer/extract/labels/entity_types.h"
#include "schema/digest.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFirstSlots = 1024;

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

// Extends the hash of a sequence of words by one word. Never 0.
std::uint64_t with_word(std::uint64_t words, std::uint64_t word) {
  constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15;
  return ((std::rotl(words, 23) ^ word) * kOdd) | 1u;
}

std::optional<int> year_in(std::string_view text) {
  int year = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), year);
  const bool is_year = failure == std::errc() && end == text.data() + text.size();
  return is_year && text.size() == 4 ? std::optional(year) : std::nullopt;
}

// Splits "President Bush (1989-1993)" into name and years. Other brackets belong to the name.
Alias without_years(std::string_view written) {
  const std::size_t open = written.rfind(" (");
  if (open == std::string_view::npos || !written.ends_with(')')) return {written, {}};
  const std::string_view years = written.substr(open + 2, written.size() - open - 3);
  const std::size_t dash = std::min(years.find('-'), years.size());
  const auto first = year_in(years.substr(0, dash));
  if (!first) return {written, {}};
  Alias alias{written.substr(0, open), {*first, *first}};
  if (dash == years.size()) return alias;
  const std::string_view end = years.substr(dash + 1);
  const auto last = end.empty() ? AliasYears::kForEver : year_in(end);
  if (!last) return {written, {}};
  alias.years.last = *last;
  return alias;
}

enum Column : std::size_t { kName, kType, kAliases, kId, kCountry, kColumns };

bool is_heading(const ListLine& line) {
  return line.column(kType) == "type" && !entity_type_named(line.column(kType));
}

void check(const ListLine& line) {
  if (line.columns() < 2)
    line.refuse("has one column; a name and its type are needed, with a tab between them");
  if (line.columns() > kColumns)
    line.refuse("has " + std::to_string(line.columns()) +
                " columns; name, type, aliases, id and country are all there can be");
  if (line.column(kName).empty()) line.refuse("has no name");
  if (!entity_type_named(line.column(kType)))
    line.refuse("unknown type '" + std::string(line.column(kType)) +
                "' (person, organisation or place)");
  const std::string_view country = line.column(kCountry);
  const bool is_code =
      country.size() == 2 &&
      std::all_of(country.begin(), country.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!country.empty() && !is_code)
    line.refuse("country '" + std::string(country) + "' is not a code of two capitals, such as JP");
}

}  // namespace

std::vector<Alias> aliases_of(const AuthorityEntry& entry) {
  std::vector<Alias> aliases;
  for (std::string_view rest = entry.aliases; !rest.empty();) {
    const std::size_t length = rest.find('|');
    const std::string_view written = trimmed(rest.substr(0, length));
    rest.remove_prefix(length == std::string_view::npos ? rest.size() : length + 1);
    if (!written.empty()) aliases.push_back(without_years(written));
  }
  return aliases;
}

Authority Authority::read(const std::vector<fs::path>& files) {
  Authority authority;
  Analyzer analyzer;
  std::vector<std::string> lists;
  std::size_t bytes = 0;
  for (const fs::path& file : files)
    bytes += lists.emplace_back(read_list(file, "--authority")).size();
  authority.make_room(bytes);
  for (std::size_t i = 0; i < files.size(); ++i)
    authority.add_lines(files[i], std::move(lists[i]), analyzer);
  return authority;
}

Authority Authority::of(std::string lines) {
  Authority authority;
  Analyzer analyzer;
  authority.make_room(lines.size());
  authority.add_lines({}, std::move(lines), analyzer);
  return authority;
}

void WordFilter::make_room(std::size_t bytes) {
  constexpr std::size_t kFewest = std::size_t{1} << 12;
  constexpr std::size_t kMost = std::size_t{1} << 21;
  bits_.assign(std::clamp(std::bit_ceil(bytes / 2), kFewest, kMost) / 64, 0);
}

void Authority::make_room(std::size_t bytes) {
  first_words_.make_room(bytes);
  small_first_words_.make_room(bytes);
}

void Authority::add_lines(const fs::path& file, std::string lines, Analyzer& analyzer) {
  const std::string& text = texts_.emplace_back(std::move(lines));
  bool is_first = true;
  for_each_line(file, text, [&](const ListLine& line) {
    const bool heading = std::exchange(is_first, false) && is_heading(line);
    if (heading) return;
    check(line);
    const std::size_t before = forms_.size();
    add_entry({line.column(kName), line.column(kAliases), line.column(kId), line.column(kCountry),
               *entity_type_named(line.column(kType))},
              analyzer);
    if (forms_.size() == before)
      line.refuse("the name '" + std::string(line.column(kName)) + "' has no letter or digit");
  });
}

void Authority::add_entry(const AuthorityEntry& entry, Analyzer& analyzer) {
  entries_.push_back(entry);
  add_form({entry.name, {}}, true, analyzer);
  for (const Alias& alias : aliases_of(entry)) add_form(alias, false, analyzer);
}

void Authority::add_form(const Alias& written, bool is_canonical, Analyzer& analyzer) {
  const std::span<const Token> tokens = analyzer.analyze(written.name);
  if (tokens.empty()) return;
  Form form;
  form.letters = case_of_name(written.name, tokens);
  form.years = written.years;
  form.entry = static_cast<std::uint32_t>(entries_.size() - 1);
  form.is_canonical = is_canonical;
  add_words(tokens, form);
  // Al-Qaeda is found as Alqaeda, too.
  const bool is_compound =
      tokens.size() > 2 && tokens[1].joined && tokens[1].end == tokens.back().end;
  if (!is_compound) return;
  form.letters.is_one_word = true;
  add_words(tokens.subspan(1, 1), form);
}

void Authority::add_words(std::span<const Token> words, const Form& form) {
  const bool is_joined_spelling = words.size() == 1;
  std::uint64_t hash = 0;
  for (const Token& word : words) {
    if (word.joined && !is_joined_spelling) continue;
    const std::uint64_t digest = digest64(word.term);
    const bool is_first = hash == 0;
    if (is_first) {
      first_words_.add(digest);
      if ((form.letters.capitals & 1u) == 0) {
        small_first_words_.add(digest);
        small_first_beginnings_.add(word.term);
      }
    }
    hash = with_word(hash, digest);
    slot_of(hash);
  }
  std::uint32_t* last = &slot_of(hash).form;
  for (; *last != kNone; last = &forms_[*last].next)
    if (forms_[*last].entry == form.entry && forms_[*last].letters == form.letters &&
        forms_[*last].years == form.years)
      return;
  *last = static_cast<std::uint32_t>(forms_.size());
  forms_.push_back(form);
}

Authority::Slot& Authority::slot_of(std::uint64_t words) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = words >> 1 & mask;
  while (slots_[at].words != 0 && slots_[at].words != words) at = (at + 1) & mask;
  if (slots_[at].words == 0) {
    slots_[at].words = words;
    ++used_;
  }
  return slots_[at];
}

const Authority::Slot* Authority::find_slot(std::uint64_t words) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = words >> 1 & mask; slots_[at].words != 0; at = (at + 1) & mask)
    if (slots_[at].words == words) return &slots_[at];
  return nullptr;
}

void Authority::grow() {
  std::vector<Slot> old(slots_.empty() ? kFirstSlots : 2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.words == 0) continue;
    std::size_t at = slot.words >> 1 & mask;
    while (slots_[at].words != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

TextWords::TextWords(std::string_view of, std::span<const Token> all)
    : text(of), letter_case(letter_case_of(of, all)) {
  tokens.reserve(all.size());
  for (const Token& token : all)
    if (!token.joined) tokens.push_back(token);
  digests_.resize(tokens.size());
}

std::uint64_t TextWords::digest(std::size_t word) const {
  std::uint64_t& digest = digests_[word];
  if (digest == 0) digest = digest64(tokens[word].term);
  return digest;
}

bool Authority::add_hits(std::uint32_t form, std::span<const Token> name, const Look& look,
                         std::vector<AuthorityHit>& hits) const {
  const TextWords& words = look.words;
  const std::size_t before = hits.size();
  for (; form != kNone; form = forms_[form].next) {
    const Form& each = forms_[form];
    if (!each.years.hold(look.year)) continue;
    const Certainty certainty = judge(each.letters, words.text, name, words.letter_case);
    if (certainty == Certainty::none) continue;
    const Mention mention{look.field, name.front().start, end_of_name(words.text, name.back())};
    hits.push_back({each.entry, mention, certainty, each.is_canonical,
                    static_cast<std::uint32_t>(name.size())});
  }
  return hits.size() > before;
}

// Adds the hits of the longest name that begins at word `first`. Returns its number of words, or 0.
std::size_t Authority::find_at(std::size_t first, const Look& look,
                               std::vector<AuthorityHit>& hits) const {
  const TextWords& words = look.words;
  const bool is_small =
      words.has_telling_case() && is_small_letter(words.text[words.tokens[first].start]);
  if (is_small && !small_first_beginnings_.may_have(words.tokens[first].term)) return 0;
  if (!(is_small ? small_first_words_ : first_words_).may_have(words.digest(first))) return 0;
  std::size_t found = 0;
  const std::size_t before = hits.size();
  std::size_t shorter = before;  // hits of shorter names end here
  std::uint64_t hash = 0;
  for (std::size_t next = first; next < words.tokens.size(); ++next) {
    hash = with_word(hash, words.digest(next));
    const Slot* slot = find_slot(hash);
    if (slot == nullptr) break;
    const std::size_t count = next - first + 1;
    const auto name = std::span(words.tokens).subspan(first, count);
    if (!add_hits(slot->form, name, look, hits)) continue;
    hits.erase(hits.begin() + static_cast<std::ptrdiff_t>(before),
               hits.begin() + static_cast<std::ptrdiff_t>(shorter));
    shorter = hits.size();
    found = count;
  }
  return found;
}

void Authority::find(MentionField field, const TextWords& words, std::optional<int> year,
                     std::vector<AuthorityHit>& hits) const {
  const Look look{words, field, year};
  for (std::size_t first = 0; !empty() && first < words.tokens.size();)
    first += std::max<std::size_t>(find_at(first, look, hits), 1);
}

}  // namespace newsindex
