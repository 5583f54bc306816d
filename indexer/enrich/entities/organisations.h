// SPDX-License-Identifier: GPL-3.0-or-later
// Well-known organisations under one name each, and what is left of an organisation's name when
// legal forms are taken off.
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
  std::string_view country;  // ISO 3166-1 alpha-2 of where it belongs to, or empty
  std::string_view aliases;  // parted by |
  friend bool operator==(const Organisation&, const Organisation&) = default;
};

// Thread-safe.
class Organisations {
 public:
  // Reads organisations.tsv: name, country, other names (parted by |). Throws Error(config) naming
  // file and line; a name that two organisations share is an error, too. `words`, which must
  // outlive this, know the legal forms.
  Organisations(const std::filesystem::path& path, const NameWords& words);
  Organisations(const Organisations&) = delete;
  Organisations& operator=(const Organisations&) = delete;

  // The organisation of a name, or null. "Toyota Motor Corp." is found as "Toyota Motor", too.
  // Names of up to three letters are found in capitals only.
  const Organisation* find(std::string_view name) const;

  const std::vector<Organisation>& all() const { return organisations_; }

 private:
  const Organisation* find_exactly(std::string_view name) const;

  const NameWords& words_;
  std::string text_;
  std::vector<Organisation> organisations_;
  NameIndex names_;
};

// Whether there is nothing but words such as "Co" and "Ltd".
bool is_legal_form(std::string_view name, const NameWords& words);

// The name without what only says of what legal form it is: "Apple Inc." gives "Apple"; a name of
// nothing else, and "News Corp.", stay.
std::string_view without_legal_form(std::string_view name, const NameWords& words);

// The key by which organisations are compared: without legal form, "Group", "Holdings" and "the".
std::string organisation_key(std::string_view name, const NameWords& words);

// Whether `acronym` ("OPEC", "F.B.I.") is made of the first letters of the words of `name`, with or
// without those of "of", "the", "and" and their like.
bool is_acronym_of(std::string_view acronym, std::string_view name, const NameWords& words);

}  // namespace newsindex
