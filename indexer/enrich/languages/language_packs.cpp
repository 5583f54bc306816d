// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/languages/language_packs.h"

#include <algorithm>
#include <vector>

#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

fs::path folder_of_packs(const fs::path& models) { return models / "languages"; }

fs::path base_folder(const fs::path& models) {
  return folder_of_packs(models) / std::string(kBaseLanguage);
}

std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.is_directory()) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

bool is_code(const std::string& name) {
  constexpr std::size_t kCode = 2;
  return name.size() == kCode &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Throws for a list or model that no pack has: otherwise a misspelt file name would go unnoticed.
void refuse_unknown_files(const fs::path& folder) {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const std::string kind = entry.path().extension().string();
    const bool is_known = name == "words.tsv" || name == "dictionary.tsv" ||
                          name == "names.model" ||
                          (folder.filename() == std::string(kBaseLanguage) &&
                           (name == "words.model" || name == "topics.model"));
    if (!is_known && (kind == ".tsv" || kind == ".model"))
      throw Error(ExitCode::config, "'" + entry.path().string() +
                                        "' is no file of a language; these are words.tsv, "
                                        "dictionary.tsv and names.model");
  }
}

}  // namespace

LanguagePacks::LanguagePacks(const fs::path& models)
    : clusters_(base_folder(models) / "words.model"),
      topics_(base_folder(models) / "topics.model") {
  common_words_.add_file(folder_of_packs(models) / "words.tsv");
  for (const fs::path& folder : folders_in(folder_of_packs(models))) add(folder);
}

void LanguagePacks::add(const fs::path& folder) {
  const std::string language = folder.filename().string();
  if (!is_code(language))
    throw Error(ExitCode::config, "'" + folder.string() +
                                      "' is no folder of a language; its name has to be a code of "
                                      "two letters, as in ISO 639-1");
  refuse_unknown_files(folder);
  LanguagePack& pack = packs_[language];
  pack.language = language;
  pack.words = read_name_words(folder.parent_path().parent_path(), language);
  const bool is_base = language == kBaseLanguage;
  if (!is_base) pack.dictionary.emplace(folder / "dictionary.tsv", language);
  pack.vocabulary.emplace(clusters_, is_base ? nullptr : &*pack.dictionary);
  pack.tagger.emplace(folder / "names.model", *pack.vocabulary);
}

const LanguagePack* LanguagePacks::find(std::string_view language) const {
  const auto found = packs_.find(language);
  return found == packs_.end() ? nullptr : &found->second;
}

}  // namespace newsindex
