// SPDX-License-Identifier: GPL-3.0-or-later
// Words that help to read names, such as titles, particles and legal forms: lists for each
// language, kept as data.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>

namespace newsindex {

enum class WordKind : std::uint8_t {
  title,            // a name follows: "President Bush"
  before_title,     // stands in front of a title: "Deputy Prime Minister"
  royal_title,      // part of the name of a person with one name only: "Pope Francis"
  suffix,           // of a person's name: "Jr.", "III"
  degree,           // after a person's name: "PhD"
  particle,         // of a family name: "von", "bin"
  family_first,     // a family name that stands before the given name: "Kim"
  legal_form,       // of a company: "Inc.", "GmbH"
  company_form,     // kind of company, may be left out: "Group"
  plain_company,    // no company's name when it stands alone: "National"
  small_word,       // small in titles and left out of acronyms: "of"
  and_word,         // joins the parts of a company's name: "and"
  abbreviation,     // its full stop ends no sentence: "Gov."; compared as written
  closing,          // abbreviation that ends a name; a capital after it begins a sentence
  month,            // ends a dateline
  given_month,      // a month that is a given name, too: "April Jones"
  before_month,     // before a word that is a month, not a name: "in May Brown said"
  before_language,  // before a language, not a people: "speaks French"
  elision,          // a word of its own before an apostrophe: the d of "d'Estaing"
  office,           // between a body or place and a person: "House Speaker Ada Varga"
  person_office,    // with its full stop, before names of people only: "Sen."
  before_person,    // before people; a tagger may take it for a part of the name
  no_person,        // ends names that begin with a person but mean a thing: "Trump Tower"
  headline_verb,    // between two names in a headline: "Najib Meets Gorbachev"
  members,          // ends the name of a party that looks like a person: "Senate Democrats"
  begins_surname,   // before a capital within one name: the Fitz of "FitzGerald"
  party,            // after the name of a state, not part of it: "Georgia Republicans"
  lone_surname,     // means a past statesman when alone, and is a place, too: "Lincoln"
};
inline constexpr std::size_t kWordKinds = 28;

// Thread-safe.
class NameWords {
 public:
  NameWords() = default;

  // Adds the words of a file. Each row has a kind, a tab, and words separated by spaces. Words are
  // compared by name_key, but abbreviations and closings as written. Throws Error(config) with file
  // and line.
  void add_file(const std::filesystem::path& path);
  // The same for the text of a file that was read already.
  void add_text(const std::filesystem::path& path, std::string_view text);

  // True if a word, given as its name_key, is of this kind. Abbreviations and closings: as written.
  bool is(WordKind kind, std::string_view key) const {
    const auto& words = words_[static_cast<std::size_t>(kind)];
    return words.find(key) != words.end();
  }
  bool has_any(WordKind kind) const { return !words_[static_cast<std::size_t>(kind)].empty(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };
  std::array<std::unordered_set<std::string, Hash, std::equal_to<>>, kWordKinds> words_;
};

// The words of a language and those common to all languages, from the models folder. Throws like
// add_file.
NameWords read_name_words(const std::filesystem::path& models, std::string_view language);

// The words common to all languages, as compiled into the program. For names that are already
// stored: whom they mean must not depend on the models folder that a command is given.
const NameWords& words_of_every_language();

}  // namespace newsindex
