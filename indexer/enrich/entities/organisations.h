// SPDX-License-Identifier: GPL-3.0-or-later
// Well-known organisations, each under one name. Also removes legal forms from the names of
// organisations.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/entities/resolve_lists.h"
#include "indexer/enrich/languages/name_words.h"

namespace newsindex {

struct Organisation {
  std::string_view name;     // canonical: "United Nations"
  std::string_view country;  // its country (ISO 3166-1 alpha-2), or empty
  std::string_view aliases;  // separated by |
  friend bool operator==(const Organisation&, const Organisation&) = default;
};

// Thread-safe.
class Organisations {
 public:
  // Reads organisations.tsv: name, country, other names (separated by |). Throws Error(config) with
  // file and line; a name of two organisations is an error, too. `words` provides the legal forms
  // and must outlive this object.
  Organisations(const std::filesystem::path& path, const NameWords& words);
  Organisations(const Organisations&) = delete;
  Organisations& operator=(const Organisations&) = delete;

  // The organisation with this name, or null. "Toyota Motor Corp." is also looked up as "Toyota
  // Motor". Names of up to three letters that the list has in capitals are found in capitals only.
  const Organisation* find(std::string_view name) const;

  const std::vector<Organisation>& all() const { return organisations_; }

 private:
  const Organisation* find_exactly(std::string_view name) const;

  const NameWords& words_;
  std::string text_;
  std::vector<Organisation> organisations_;
  NameIndex names_;
};

// True if the name has only words such as "Co" and "Ltd".
bool is_legal_form(std::string_view name, const NameWords& words);

// The name without its legal form: "Apple Inc." gives "Apple". A name with nothing else stays, and
// so does one whose rest is no name of a company ("News Corp.").
std::string_view without_legal_form(std::string_view name, const NameWords& words);

// The key for comparing organisations: without legal form, "Group", "Holdings" and "the".
std::string organisation_key(std::string_view name, const NameWords& words);

// True if `acronym` ("OPEC", "F.B.I.") consists of the first letters of the words of `name`, with
// or without those of "of", "the", "and" and similar words.
bool is_acronym_of(std::string_view acronym, std::string_view name, const NameWords& words);

}  // namespace newsindex
