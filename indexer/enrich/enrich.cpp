// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/enrich.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <utility>

#include "indexer/enrich/entities/mentions.h"
#include "indexer/enrich/entities/salience.h"
#include "indexer/enrich/lists/authority.h"
#include "indexer/enrich/lists/entity_edits.h"
#include "indexer/enrich/lists/list_lookup.h"
#include "indexer/enrich/lists/topic_rules.h"
#include "indexer/enrich/text_models.h"
#include "indexer/language/language.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

fs::path shipped(const fs::path& file, const char* what) {
  if (!fs::exists(file))
    throw Error(ExitCode::config, "no " + std::string(what) + " at '" + file.string() +
                                      "'; is newsindex installed as a whole?");
  return file;
}

std::vector<fs::path> well_known_files(const EnrichSettings& settings) {
  if (settings.models.empty() || !settings.uses_well_known) return {};
  return {shipped(settings.models / kWellKnown, "list of the well known")};
}

// The shipped rules, then the user's.
std::vector<fs::path> rule_files(const EnrichSettings& settings) {
  std::vector<fs::path> files;
  if (!settings.models.empty())
    files.push_back(shipped(settings.models / "topic-rules.tsv", "topic rules"));
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

// The language to read the text in. For a long text the detected language wins over that of the
// record, because some collections give one language for all their articles.
std::string language_of_text(const Article& article) {
  constexpr std::size_t kLong = 300;
  const bool is_long = article.title.size() + article.body.size() >= kLong;
  if (!article.language.empty() && !is_long) return article.language;
  std::string detected = detected_language(article.title, article.body);
  return detected.empty() ? article.language : detected;
}

// The working state of one thread. It caches words from article to article.
struct Tools {
  std::unique_ptr<ListLookup> lists;
  std::unique_ptr<TextModels::Memory> memory;  // null without models
};

// Adds the topics that are not in `topics` yet.
void add_topics(std::vector<Topic> found, std::vector<Topic>& topics) {
  const auto has = [&topics](const Topic& topic) {
    return std::any_of(topics.begin(), topics.end(),
                       [&topic](const Topic& other) { return other.id == topic.id; });
  };
  for (Topic& topic : found)
    if (!has(topic)) topics.push_back(std::move(topic));
}

void order_topics(std::vector<Topic>& topics) {
  std::stable_sort(topics.begin(), topics.end(), [](const Topic& a, const Topic& b) {
    const bool a_source = a.origin == Origin::source;
    const bool b_source = b.origin == Origin::source;
    if (a_source != b_source) return a_source;
    return !a_source && a.confidence > b.confidence;
  });
}

}  // namespace

struct Enricher::Parts {
  explicit Parts(const EnrichSettings& settings)
      : authority(Authority::read(settings.authorities)),
        edits(EntityEdits::read(settings.edits)),
        rules(TopicRules::read(rule_files(settings), today())),
        well_known(Authority::read(well_known_files(settings))),
        models(settings.models.empty() ? nullptr : std::make_unique<TextModels>(settings.models)) {}

  Tools take_tools() const {
    const std::lock_guard lock(mutex);
    if (idle.empty())
      return {std::make_unique<ListLookup>(authority, well_known, rules),
              models == nullptr ? nullptr : std::make_unique<TextModels::Memory>()};
    Tools tools = std::move(idle.back());
    idle.pop_back();
    return tools;
  }

  void give_back(Tools tools) const {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(tools));
  }

  // Adds entities: first the source's, then the authority's, then the models'. Earlier ones win.
  void add_entities_to(Article& article, std::string_view language, Tools& tools) const {
    if (models != nullptr)
      for (Entity& entity : article.entities) models->canonize(entity);
    add_entities(tools.lists->read(article), article.entities, tools.lists->analyzer());
    find_mentions(article);
    if (models != nullptr) {
      Analyzer& analyzer = tools.lists->analyzer();
      auto found = reads(language) ? models->find_entities(article, language, article.entities,
                                                           *tools.memory, analyzer)
                                   : models->find_places(article, language, analyzer);
      tools.lists->recognise(article, models->words_of(language), found);
      tools.lists->add_unseen(reads(language) ? Unseen::people_in_full : Unseen::all,
                              article.entities, found);
      add_entities(std::move(found), article.entities, tools.lists->analyzer());
    }
    apply_edits(edits, article.entities, tools.lists->analyzer());
    rate_entities(article);
  }

  void add_topics_to(Article& article, std::string_view language, Tools& tools) const {
    std::vector<Topic> found;
    if (reads(language)) found = models->find_topics(*tools.memory);
    add_topics(std::move(found), article.topics);
    tools.lists->add_topics(article);
    order_topics(article.topics);
  }

  bool reads(std::string_view language) const {
    return models != nullptr && models->know_language(language);
  }

  Analysis analysis_by(std::string_view language) const {
    if (reads(language)) return Analysis::models;
    const bool has_lists = models != nullptr || !authority.empty() || !rules.empty();
    return has_lists ? Analysis::lists : Analysis::none;
  }

  const Authority authority;
  const EntityEdits edits;
  const TopicRules rules;
  const Authority well_known;
  const std::unique_ptr<const TextModels> models;
  mutable std::mutex mutex;
  mutable std::vector<Tools> idle;  // not in use; at most one per thread
};

Enricher::Enricher(const EnrichSettings& settings) : parts_(std::make_unique<Parts>(settings)) {}
Enricher::~Enricher() = default;

Article Enricher::enrich(Article article) const {
  drop_what_earlier_runs_found(article);
  const std::string language = language_of_text(article);
  if (article.language.empty()) article.language = language;
  Tools tools = parts_->take_tools();
  parts_->add_entities_to(article, language, tools);
  parts_->add_topics_to(article, language, tools);
  article.analysis = parts_->analysis_by(language);
  parts_->give_back(std::move(tools));
  return article;
}

}  // namespace newsindex
