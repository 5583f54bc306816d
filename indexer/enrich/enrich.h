// SPDX-License-Identifier: GPL-3.0-or-later
// What we find out about an article beyond what its record says. Nothing here overrules the source.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "schema/article.h"

namespace newsindex {

// What to look with.
struct EnrichSettings {
  std::filesystem::path models;                    // folder of the shipped models and lists
  std::vector<std::filesystem::path> authorities;  // --authority: names that win over the model
  std::vector<std::filesystem::path> edits;        // --entity-edits: merge, kill, retype
  std::vector<std::filesystem::path> topic_rules;  // --topic-rules, after the shipped ones
  bool knows_the_well_known = true;                // not with --no-known
};

// The name of the shipped list of the well known, in the folder of the models.
inline constexpr const char* kWellKnown = "well-known.tsv";

// Everything that articles are enriched with, loaded once. Thread-safe.
class Enricher {
 public:
  // Throws Error(config) when a model is missing or damaged, Error(no_input) when a file of the
  // settings does not exist, and Error(bad_data) naming file and line when one cannot be read.
  explicit Enricher(const EnrichSettings& settings);
  ~Enricher();

  // Fills the language where the source names none (CLD2 on title and body; short or mixed text
  // stays unknown), finds entities and topics in the text, and gives those of the source their
  // mentions. What an earlier run found (every origin but the source's) is found anew.
  Article enrich(Article article) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace newsindex
