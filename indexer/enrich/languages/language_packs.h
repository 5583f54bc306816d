// SPDX-License-Identifier: GPL-3.0-or-later
// What newsindex knows of each language: a folder of files, so that a language is added without
// touching the program. README.md beside the folders says what the files are.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/enrich/languages/dictionary.h"
#include "indexer/enrich/languages/name_words.h"
#include "indexer/enrich/languages/vocabulary.h"
#include "indexer/enrich/names/tagger.h"
#include "indexer/enrich/topics/classifier.h"
#include "indexer/enrich/word_clusters.h"

namespace newsindex {

// The language of the clusters and topics, in which dictionaries and the lists of places and
// organisations are.
inline constexpr std::string_view kBaseLanguage = "en";

struct LanguagePack {
  std::string language;
  NameWords words;  // its own, and those of every language
  std::optional<Dictionary> dictionary;
  std::optional<Vocabulary> vocabulary;
  std::optional<NameTagger> tagger;
};

// Thread-safe.
class LanguagePacks {
 public:
  // Reads all folders in `languages` of the folder of the models. Throws Error(config) naming the
  // file, and the line of a list, that is missing or wrong.
  explicit LanguagePacks(const std::filesystem::path& models);

  // The pack of a language, or null.
  const LanguagePack* find(std::string_view language) const;

  const LanguagePack& base() const { return *find(kBaseLanguage); }
  // Words that names are read by in every language.
  const NameWords& common_words() const { return common_words_; }
  const TopicClassifier& topics() const { return topics_; }

 private:
  void add(const std::filesystem::path& folder);

  NameWords common_words_;
  WordClusters clusters_;
  TopicClassifier topics_;
  std::map<std::string, LanguagePack, std::less<>> packs_;
};

}  // namespace newsindex
