// SPDX-License-Identifier: GPL-3.0-or-later
// Enriches an article: finds its language, entities and topics. Only --entity-edits may overrule
// the source.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "schema/article.h"

namespace newsindex {

// Which models and lists to use.
struct EnrichSettings {
  std::filesystem::path models;                    // folder of the shipped models and lists
  std::vector<std::filesystem::path> authorities;  // --authority: names that win over the models
  std::vector<std::filesystem::path> edits;        // --entity-edits: merge, kill, retype
  std::vector<std::filesystem::path> topic_rules;  // --topic-rules, read after the shipped ones
  bool uses_well_known = true;  // use the list of well-known entities; --no-known: false
};

// The file name of the shipped list of well-known entities, in the models folder.
inline constexpr const char* kWellKnown = "well-known.tsv";

// The models and lists that articles are enriched with, loaded once. Thread-safe.
class Enricher {
 public:
  // Throws Error(config) if a model is missing or damaged, Error(no_input) if a file named in the
  // settings does not exist, Error(io) if it cannot be read, and Error(bad_data) with file and line
  // if a line is wrong.
  explicit Enricher(const EnrichSettings& settings);
  ~Enricher();

  // Sets the language if the source names none (CLD2 on title and body; short or mixed text stays
  // unknown), finds entities and topics in the text, and finds the mentions of the source's
  // entities. Results of an earlier run (every origin except `source`) are dropped and computed
  // again.
  Article enrich(Article article) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace newsindex
