// SPDX-License-Identifier: GPL-3.0-or-later
// The words that names are read by, such as titles, particles and legal forms: lists of a language,
// kept as data.
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
  title,            // makes what follows a name: "President Bush"
  before_title,     // stands in front of a title: "Deputy Prime Minister"
  royal_title,      // part of the name of who has one name only: "Pope Francis"
  suffix,           // of a person's name: "Jr.", "III"
  degree,           // behind a person's name: "PhD"
  particle,         // of a family name: "von", "bin"
  family_first,     // a family name that stands before the given name: "Kim"
  legal_form,       // of a company: "Inc.", "GmbH"
  company_form,     // says what a company is, and may be left out: "Group"
  plain_company,    // no name of a company when left alone: "National"
  small_word,       // stays in small letters in titles, and out of acronyms: "of"
  and_word,         // joins the parts of a company's name: "and"
  abbreviation,     // ends in a full stop without ending a sentence: "Gov."; as it is written
  closing,          // an abbreviation that ends a name: a capital behind it begins a sentence
  month,            // ends a dateline
  given_month,      // a month that is a given name, too: "April Jones"
  before_month,     // what stands in front of a month that is one: "in May Brown said"
  before_language,  // what follows is a language, no people: "speaks French"
  elision,          // stands before an apostrophe and is a word of its own: the d of "d'Estaing"
  office,           // parts a body or place from the name of who has it: "House Speaker Ada Varga"
  person_office,    // with its full stop it stands before names of people only: "Sen."
  before_person,    // stands in front of people, and a tagger may take it for a part of the name
  no_person,        // ends names of organisations, places and things that begin with a person
  headline_verb,    // between two names where every word has a capital: "Najib Meets Gorbachev"
  members,          // ends what is taken for a person and is a party: "Senate Democrats"
  begins_surname,   // goes on with a capital letter and is one name: the Fitz of "FitzGerald"
  party,            // behind the name of a state without being part of it: "Georgia Republicans"
  lone_surname,     // a statesman of the past who is mostly named by it, and a place: "Lincoln"
};
inline constexpr std::size_t kWordKinds = 28;

// Thread-safe.
class NameWords {
 public:
  NameWords() = default;

  // Adds the words of a file: a kind, a tab, words parted by spaces. All but abbreviations are
  // compared as names are (name_key). Throws Error(config) naming file and line.
  void add_file(const std::filesystem::path& path);
  // The same of a file that was read already.
  void add_text(const std::filesystem::path& path, std::string_view text);

  // Whether a word, as name_key gives it, is of this kind.
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

// The words of a language, with those of every language, in the folder of the models. Throws as
// add_file does.
NameWords read_name_words(const std::filesystem::path& models, std::string_view language);

// Those of every language as the program was built with them, for names that are stored already:
// whom they mean must not depend on the folder of models that a command is given.
const NameWords& words_of_every_language();

}  // namespace newsindex
