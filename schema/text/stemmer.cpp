// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/stemmer.h"

#include <algorithm>
#include <array>

namespace newsindex {
namespace {

// ISO 639-1 codes of the languages that Xapian has a Snowball stemmer for.
constexpr std::array<std::string_view, 26> kStemmedLanguages{
    "ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id",
    "it", "lt", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sv", "ta", "tr"};

constexpr std::size_t kMostCached = 32'768;  // about 4 MB

bool is_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

Xapian::Stem make_stem(std::string_view language) {
  if (!has_stemmer(language)) return Xapian::Stem();
  return Xapian::Stem(std::string(language), true);
}

}  // namespace

bool has_stemmer(std::string_view language) {
  const bool listed = std::find(kStemmedLanguages.begin(), kStemmedLanguages.end(), language) !=
                      kStemmedLanguages.end();
  return listed;
}

Stemmer::Stemmer(std::string_view language)
    : stem_(make_stem(language)), active_(has_stemmer(language)) {}

const std::string& Stemmer::stem(std::string_view word) {
  key_.assign(word);
  if (!active_ || !is_letters(word)) return key_;
  if (const auto found = cache_.find(key_); found != cache_.end()) return found->second;
  if (cache_.size() >= kMostCached) cache_.clear();
  return cache_.emplace(key_, stem_(key_)).first->second;
}

std::string Stemmer::fresh_stem(std::string_view word) const {
  std::string stem(word);
  return active_ && is_letters(word) ? stem_(stem) : stem;
}

}  // namespace newsindex
