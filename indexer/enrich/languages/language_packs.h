// SPDX-License-Identifier: GPL-3.0-or-later
// What newsindex knows of each language: a folder of files, so that a language can be added without
// changing the program. README.md beside the folders explains the files.
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

// The language of the clusters and of the topic model, of the lists of places and organisations,
// and into which dictionaries translate.
inline constexpr std::string_view kBaseLanguage = "en";

struct LanguagePack {
  std::string language;
  NameWords words;  // its own, and those common to all languages
  std::optional<Dictionary> dictionary;
  std::optional<Vocabulary> vocabulary;
  std::optional<NameTagger> tagger;
};

// Thread-safe.
class LanguagePacks {
 public:
  // Reads all folders in `languages` in the models folder. Throws Error(config) naming the file
  // that is missing or wrong, and the line if it is a list.
  explicit LanguagePacks(const std::filesystem::path& models);

  // The pack of a language, or null.
  const LanguagePack* find(std::string_view language) const;

  const LanguagePack& base() const { return *find(kBaseLanguage); }
  // The words for reading names that are common to all languages.
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
