// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/languages/name_words.h"

#include <algorithm>

#include "indexer/enrich/entities/resolve_lists.h"
#include "indexer/enrich/entities/resolve_text.h"

namespace newsindex {
namespace {

// In the order of WordKind.
constexpr std::array<std::string_view, kWordKinds> kKinds{
    "title",          "before-title",  "royal-title",     "suffix",        "degree",
    "particle",       "family-first",  "legal-form",      "company-form",  "plain-company",
    "small-word",     "and",           "abbreviation",    "closing",       "month",
    "given-month",    "before-month",  "before-language", "elision",       "office",
    "person-office",  "before-person", "no-person",       "headline-verb", "members",
    "begins-surname", "party",         "lone-surname"};

std::string all_kinds() {
  std::string all;
  for (const std::string_view kind : kKinds) all += (all.empty() ? "" : ", ") + std::string(kind);
  return all;
}

}  // namespace

void NameWords::add_file(const std::filesystem::path& path) { add_text(path, read_list(path)); }

void NameWords::add_text(const std::filesystem::path& path, std::string_view text) {
  each_row(path, text, 2, [&](const ListRow& row) {
    const auto kind = std::find(kKinds.begin(), kKinds.end(), row.cells[0]);
    if (kind == kKinds.end())
      refuse_row(path, row.line,
                 "unknown kind of words '" + std::string(row.cells[0]) + "'; the kinds are " +
                     all_kinds());
    const auto number = static_cast<std::size_t>(kind - kKinds.begin());
    const auto kind_of_words = static_cast<WordKind>(number);
    const bool as_written =
        kind_of_words == WordKind::abbreviation || kind_of_words == WordKind::closing;
    std::size_t count = 0;
    for (std::string_view rest = row.cells[1]; !rest.empty(); ++count) {
      const std::size_t size = std::min(rest.find(' '), rest.size());
      const std::string_view word = rest.substr(0, size);
      if (word.empty()) refuse_row(path, row.line, "two spaces between words");
      words_[number].insert(as_written ? std::string(word) : name_key(word));
      rest.remove_prefix(std::min(size + 1, rest.size()));
    }
    if (count == 0) refuse_row(path, row.line, "no words");
  });
}

NameWords read_name_words(const std::filesystem::path& models, std::string_view language) {
  const std::filesystem::path languages = models / "languages";
  NameWords words;
  words.add_file(languages / "words.tsv");
  words.add_file(languages / language / "words.tsv");
  return words;
}

const NameWords& words_of_every_language() {
  static const NameWords words = [] {
    NameWords built_in;
    built_in.add_text("languages/words.tsv",
#include "words_of_every_language.inc"
    );
    return built_in;
  }();
  return words;
}

}  // namespace newsindex
