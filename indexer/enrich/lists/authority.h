// SPDX-License-Identifier: GPL-3.0-or-later
// A newsroom's own list of names. One entity a line, columns with a tab between them:
//   canonical name, type (person, organisation or place), aliases (with | between them),
//   id (such as Q7809), country (ISO 3166-1 alpha-2)
// Only the first two are required; a first line of column names ("name", "type") is allowed.
// An alias that was right for some years only has them behind it: President Bush (1989-1993),
// President Obama (2009-). It is looked for in articles of these years, and in no undated one.
//
// Names are found by their folded words (see schema/text/analyzer): case, accents and dots do not
// count in the look-up (U.N. is UN), but letter case then guards against ordinary words: see
// authority_case.h. Where names overlap, the leftmost counts and of those the longest.
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

// A name that was found: bytes [start, end) of the field's text, without a possessive 's. Words
// that are the name of several entries give as many hits.
struct AuthorityHit {
  std::uint32_t entry = 0;
  Mention mention;
  Certainty certainty = Certainty::sure;
  bool is_canonical = false;  // not an alias
  std::uint32_t words = 0;
};

// The years, first and last, in which an alias is right.
struct AliasYears {
  static constexpr int kNever = 0;
  static constexpr int kForEver = 9999;
  int first = kNever;
  int last = kForEver;

  bool are_all() const { return first == kNever && last == kForEver; }
  // `year`: of an article; nullopt when it is unknown.
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

// A text as names see it: one spelling a word. Not thread-safe.
struct TextWords {
  TextWords(std::string_view of, std::span<const Token> all);

  // Of the term of a word; most words of a text begin no name and need none.
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

// Words that may be in a set: most that are not are told apart without a look at the set.
class WordFilter {
 public:
  // Makes an empty filter large enough for names of so many bytes, and not larger: a small one
  // stays in the cache.
  void make_room(std::size_t bytes);

  void add(std::uint64_t digest) { bits_[digest % size() / 64] |= std::uint64_t{1} << digest % 64; }
  bool may_have(std::uint64_t digest) const {
    return (bits_[digest % size() / 64] >> digest % 64 & 1u) != 0;
  }

 private:
  std::size_t size() const { return 64 * bits_.size(); }

  std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>(1);
};

// The first two letters of words.
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
  // Throws Error(no_input) when a file does not exist and Error(bad_data) naming file, line and
  // reason.
  static Authority read(const std::vector<std::filesystem::path>& files);

  // Of the lines of such a file.
  static Authority of(std::string lines);

  bool empty() const { return entries_.empty(); }
  std::size_t size() const { return entries_.size(); }
  const AuthorityEntry& entry(std::uint32_t index) const { return entries_[index]; }

  // Adds the names in a text of an article of this year (nullopt: it has none), in order. Linear in
  // the text.
  void find(MentionField field, const TextWords& words, std::optional<int> year,
            std::vector<AuthorityHit>& hits) const;

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;

  // A name or alias of an entry; other entries of the same name follow by `next`.
  struct Form {
    NameCase letters;
    AliasYears years;
    std::uint32_t entry = 0;
    std::uint32_t next = kNone;
    bool is_canonical = false;
  };

  // A place in the tree of names: the words so far, by the hash of them all. It has 63 bits: among
  // a million names, one text in a billion meets a name that is none.
  struct Slot {
    std::uint64_t words = 0;     // 0: free
    std::uint32_t form = kNone;  // the first name that ends here
  };

  void make_room(std::size_t bytes);
  void add_lines(const std::filesystem::path& file, std::string lines, Analyzer& analyzer);
  void add_entry(const AuthorityEntry& entry, Analyzer& analyzer);
  void add_form(const Alias& written, bool is_canonical, Analyzer& analyzer);
  void add_words(std::span<const Token> words, const Form& form);
  Slot& slot_of(std::uint64_t words);
  const Slot* find_slot(std::uint64_t words) const;
  void grow();
  // Where a text is looked at.
  struct Look {
    const TextWords& words;
    MentionField field;
    std::optional<int> year;
  };
  std::size_t find_at(std::size_t first, const Look& look, std::vector<AuthorityHit>& hits) const;
  bool add_hits(std::uint32_t form, std::span<const Token> name, const Look& look,
                std::vector<AuthorityHit>& hits) const;

  std::deque<std::string> texts_;  // of the files; what entries point into
  std::vector<AuthorityEntry> entries_;
  std::vector<Form> forms_;
  std::vector<Slot> slots_;  // a power of two, at most half full; linear probing
  std::size_t used_ = 0;
  WordFilter first_words_;                  // that begin names
  WordFilter small_first_words_;            // the same, of names that begin without a capital
  BeginningFilter small_first_beginnings_;  // of the same
};

// The aliases of an entry, one by one.
std::vector<Alias> aliases_of(const AuthorityEntry& entry);

// The entity of an entry, with its aliases but those of some years, without mentions; its origin is
// `authority`.
Entity entity_of(const AuthorityEntry& entry);

// The entities that the hits in one article name, with their mentions and the origin `authority`,
// in the order of the text. Hits that are not sure count when their entry is surely named elsewhere
// in the article; those that are likely also when no text of the article has ordinary letter case.
// A name of several entries goes to the one that the article names in another way too, else to the
// one whose canonical name it is, else to the first in the list.
std::vector<Entity> entities_named(const Authority& authority, std::vector<AuthorityHit> hits,
                                   bool has_running_text);

// Adds entities that were found to those of the article. One that the article has already, by name
// or alias, keeps its name and origin and gets the id, the country, the aliases and the mentions.
void add_entities(std::vector<Entity> found, std::vector<Entity>& entities, Analyzer& analyzer);

}  // namespace newsindex
