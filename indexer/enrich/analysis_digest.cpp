// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/analysis_digest.h"

#include <algorithm>

#include "schema/digest.h"
#include "schema/segment/mapped_file.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

void add_file(const fs::path& path, Digest& digest) {
  const MappedFile file(path);
  digest.add(std::to_string(file.bytes().size()) + "\n");
  digest.add(file.bytes());
}

// The shipped models and lists that these settings use.
std::vector<fs::path> files_of(const EnrichSettings& settings) {
  std::vector<fs::path> files;
  if (settings.models.empty()) return files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(settings.models)) {
    const std::string kind = entry.path().extension().string();
    const bool is_left_out = !settings.uses_well_known && entry.path().filename() == kWellKnown;
    if ((kind == ".model" || kind == ".tsv") && !is_left_out) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::string analysis_digest(const EnrichSettings& settings) {
  Digest digest;
  for (const auto* files : {&settings.authorities, &settings.edits, &settings.topic_rules}) {
    digest.add(std::to_string(files->size()) + "\n");
    for (const fs::path& file : *files) add_file(file, digest);
  }
  for (const fs::path& file : files_of(settings)) {
    digest.add(file.lexically_relative(settings.models).string() + "\n");
    add_file(file, digest);
  }
  return hex_digits(digest.value());
}

}  // namespace newsindex
