// SPDX-License-Identifier: GPL-3.0-or-later
// A newsroom's own list of names. One entity per line, columns separated by tabs:
//   canonical name, type (person, organisation or place), aliases (separated by |),
//   id (such as Q7809), country (ISO 3166-1 alpha-2)
// Only the first two are required; a first line of column names ("name", "type") is allowed. An
// alias that was right only for some years is followed by them: President Bush (1989-1993),
// President Obama (2009-). It is found only in articles of these years, not in undated ones.
// Names are matched by their folded words (see schema/text/analyzer): case, accents and dots are
// ignored (U.N. is UN). Letter case is checked afterwards, to rule out ordinary words: see
// authority_case.h. Of names that overlap, the leftmost counts; of those with the same beginning,
// the longest.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/lists/authority_case.h"
#include "schema/article.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// One line of the list.
struct AuthorityEntry {
  std::string_view name;
  std::string_view aliases;  // as written: A|B|C (1989-1993)
  std::string_view id;
  std::string_view country;
  EntityType type = EntityType::person;
};

// A name that was found: bytes [start, end) of the field's text, without a possessive 's. If
// several entries have this name, each of them gives a hit.
struct AuthorityHit {
  std::uint32_t entry = 0;
  Mention mention;
  Certainty certainty = Certainty::sure;
  bool is_canonical = false;  // not an alias
  std::uint32_t words = 0;
};

// The first and the last year in which an alias is right.
struct AliasYears {
  static constexpr int kNever = 0;
  static constexpr int kForEver = 9999;
  int first = kNever;
  int last = kForEver;

  bool are_all() const { return first == kNever && last == kForEver; }
  // `year`: of an article; nullopt if it is unknown.
  bool hold(std::optional<int> year) const {
    return are_all() || (year && first <= *year && *year <= last);
  }
  friend bool operator==(const AliasYears&, const AliasYears&) = default;
};

// An alias without its years.
struct Alias {
  std::string_view name;
  AliasYears years;
};

// The words of a text for finding names, with one spelling per word. Not thread-safe.
struct TextWords {
  TextWords(std::string_view of, std::span<const Token> all);

  // The digest of the word's term, computed on demand: most words begin no name and need none.
  std::uint64_t digest(std::size_t word) const;

  bool has_telling_case() const {
    return letter_case == LetterCase::running || letter_case == LetterCase::title;
  }

  std::string_view text;
  std::vector<Token> tokens;
  LetterCase letter_case = LetterCase::running;

 private:
  mutable std::vector<std::uint64_t> digests_;  // 0: not yet known
};

// A filter before a set of words: it rejects most words that are not in the set, without a look-up.
class WordFilter {
 public:
  // Empties the filter and makes it large enough for names of so many bytes, but not larger: a
  // small filter stays in the CPU cache.
  void make_room(std::size_t bytes);

  void add(std::uint64_t digest) { bits_[digest % size() / 64] |= std::uint64_t{1} << digest % 64; }
  bool may_have(std::uint64_t digest) const {
    return (bits_[digest % size() / 64] >> digest % 64 & 1u) != 0;
  }

 private:
  std::size_t size() const { return 64 * bits_.size(); }

  std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>(1);
};

// A filter of words by their first two bytes.
class BeginningFilter {
 public:
  void add(std::string_view term) {
    bits_[place(term) / 64] |= std::uint64_t{1} << place(term) % 64;
  }
  bool may_have(std::string_view term) const {
    return (bits_[place(term) / 64] >> place(term) % 64 & 1u) != 0;
  }

 private:
  static std::size_t place(std::string_view term) {
    const auto byte = [term](std::size_t at) {
      return at < term.size() ? static_cast<unsigned char>(term[at]) : 0u;
    };
    return byte(0) * 256 + byte(1);
  }

  std::array<std::uint64_t, 1024> bits_{};
};

// The list, ready for look-ups; half a million names take about a hundred megabytes. Immutable, and
// so thread-safe.
class Authority {
 public:
  // Throws Error(no_input) if a file does not exist, Error(io) if it cannot be read, and
  // Error(bad_data) with file, line and reason if a line is wrong.
  static Authority read(const std::vector<std::filesystem::path>& files);

  // Makes an authority from the lines of such a file.
  static Authority of(std::string lines);

  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  const AuthorityEntry& entry(std::uint32_t index) const { return entries_[index]; }

  // Appends the names in a text to `hits`, in order. `year`: of the article; nullopt if it has
  // none. Takes time linear in the text.
  void find(MentionField field, const TextWords& words, std::optional<int> year,
            std::vector<AuthorityHit>& hits) const;

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;

  // A name or alias of an entry. `next` is the next form with the same words.
  struct Form {
    NameCase letters;
    AliasYears years;
    std::uint32_t entry = 0;
    std::uint32_t next = kNone;
    bool is_canonical = false;
  };

  // A node in the tree of names: the words so far, as the hash of them all. The hash has 63 bits:
  // with a million names, one text in a billion has a match that is no name.
  struct Slot {
    std::uint64_t words = 0;     // 0: free
    std::uint32_t form = kNone;  // the first of the names that end here
  };

  void make_room(std::size_t bytes);
  void add_lines(const std::filesystem::path& file, std::string lines, Analyzer& analyzer);
  void add_entry(const AuthorityEntry& entry, Analyzer& analyzer);
  void add_form(const Alias& written, bool is_canonical, Analyzer& analyzer);
  void add_words(std::span<const Token> words, const Form& form);
  Slot& slot_of(std::uint64_t words);
  const Slot* find_slot(std::uint64_t words) const;
  void grow();
  // The text in which names are looked up.
  struct Look {
    const TextWords& words;
    MentionField field;
    std::optional<int> year;
  };
  std::size_t find_at(std::size_t first, const Look& look, std::vector<AuthorityHit>& hits) const;
  bool add_hits(std::uint32_t form, std::span<const Token> name, const Look& look,
                std::vector<AuthorityHit>& hits) const;

  std::deque<std::string> texts_;  // of the files; entries point into them
  std::vector<AuthorityEntry> entries_;
  std::vector<Form> forms_;
  std::vector<Slot> slots_;  // a power of two, at most half full; linear probing
  std::size_t used_ = 0;
  WordFilter first_words_;                  // words that begin names
  WordFilter small_first_words_;            // the same, for names that begin without a capital
  BeginningFilter small_first_beginnings_;  // the same, by their first two bytes
};

// The aliases of an entry, one by one.
std::vector<Alias> aliases_of(const AuthorityEntry& entry);

// The entity of an entry, with the aliases that are not limited to some years, and without
// mentions. Its origin is `authority`.
Entity entity_of(const AuthorityEntry& entry);

// The entities that the hits in one article name, in the order of the text, with their mentions and
// the origin `authority`. A hit that is not sure counts only if its entry is surely named elsewhere
// in the article; a likely hit counts also if no text of the article has ordinary letter case. A
// name of several entries goes to the entry that the article also names in another way, else to the
// one with the surest hit, else to the one whose canonical name it is, else to the first in the
// list.
std::vector<Entity> entities_named(const Authority& authority, std::vector<AuthorityHit> hits,
                                   bool has_running_text);

// Adds found entities to those of the article. If the article already has one of that type with the
// same name or alias, it is joined with the found one (join_entity), and keeps its name.
void add_entities(std::vector<Entity> found, std::vector<Entity>& entities, Analyzer& analyzer);

}  // namespace newsindex
