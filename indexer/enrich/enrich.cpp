// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/enrich.h"

#include <chrono>
#include <mutex>
#include <utility>

#include "indexer/enrich/authority.h"
#include "indexer/enrich/entity_edits.h"
#include "indexer/enrich/language.h"
#include "indexer/enrich/list_lookup.h"
#include "indexer/enrich/mentions.h"
#include "indexer/enrich/topic_rules.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

// The shipped rules, then those of the user.
std::vector<fs::path> rule_files(const EnrichSettings& settings) {
  std::vector<fs::path> files;
  if (!settings.models.empty()) {
    files.push_back(settings.models / "topic-rules.tsv");
    if (!fs::exists(files.back()))
      throw Error(ExitCode::config, "no topic rules at '" + files.back().string() +
                                        "'; is newsindex installed as a whole?");
  }
  files.insert(files.end(), settings.topic_rules.begin(), settings.topic_rules.end());
  return files;
}

Day today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

void drop_what_earlier_runs_found(Article& article) {
  const auto is_found = [](const auto& each) { return each.origin != Origin::source; };
  std::erase_if(article.topics, is_found);
  std::erase_if(article.entities, is_found);
  article.analysis = Analysis::none;
}

}  // namespace

struct Enricher::Parts {
  explicit Parts(const EnrichSettings& settings)
      : authority(Authority::read(settings.authorities)),
        edits(EntityEdits::read(settings.edits)),
        rules(TopicRules::read(rule_files(settings), today())) {}

  std::unique_ptr<ListLookup> take_lookup() const {
    const std::lock_guard lock(mutex);
    if (idle.empty()) return std::make_unique<ListLookup>(authority, rules);
    std::unique_ptr<ListLookup> lookup = std::move(idle.back());
    idle.pop_back();
    return lookup;
  }

  void give_back(std::unique_ptr<ListLookup> lookup) const {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(lookup));
  }

  const Authority authority;
  const EntityEdits edits;
  const TopicRules rules;
  mutable std::mutex mutex;
  mutable std::vector<std::unique_ptr<ListLookup>> idle;  // as many as there are threads
};

Enricher::Enricher(const EnrichSettings& settings) : parts_(std::make_unique<Parts>(settings)) {}
Enricher::~Enricher() = default;

Article Enricher::enrich(Article article) const {
  drop_what_earlier_runs_found(article);
  if (article.language.empty()) article.language = detected_language(article.title, article.body);
  std::unique_ptr<ListLookup> lookup = parts_->take_lookup();
  add_entities(lookup->read(article), article.entities, lookup->analyzer());
  find_mentions(article);
  apply_edits(parts_->edits, article.entities, lookup->analyzer());
  lookup->add_topics(article);
  if (!parts_->authority.empty() || !parts_->rules.empty()) article.analysis = Analysis::lists;
  parts_->give_back(std::move(lookup));
  return article;
}

}  // namespace newsindex
