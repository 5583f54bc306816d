// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/advice/suggestions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "query/advice/leaves.h"
#include "query/search/collection.h"
#include "query/search/planner.h"
#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostLanguages = 3;

// Languages with a stemmer, those with the most articles first.
std::vector<std::string> main_languages(const Archive& archive) {
  std::vector<std::pair<std::uint64_t, std::string>> by_size;
  for (const auto& [language, articles] : archive.manifest().languages)
    if (articles > 0 && has_stemmer(language)) by_size.emplace_back(articles, language);
  std::sort(by_size.rbegin(), by_size.rend());
  std::vector<std::string> languages;
  for (const auto& [articles, language] : by_size)
    if (languages.size() < kMostLanguages) languages.push_back(language);
  if (languages.empty()) languages.emplace_back();
  return languages;
}

std::vector<NearWord> meant_by(const Node& part, NearWords& near) {
  const Field& known = field(part.field);
  switch (part.kind) {
    case Node::Kind::word: return near.words(known, part.text);
    case Node::Kind::label: break;
    default: return {};
  }
  if (part.field == "topic") return {};
  if (part.field != "entity") return near.names(known, part.text);
  std::vector<NearWord> all;
  for (const std::string_view name : entity_fields())
    for (NearWord& each : near.names(field(name), part.text)) all.push_back(std::move(each));
  if (all.size() > NearWords::kMostNear) all.resize(NearWords::kMostNear);
  return all;
}

// If some articles have a word, it is hardly misspelt, unless very many have a word one edit away.
bool is_likelier(const NearWord& near, std::uint64_t articles) {
  constexpr std::uint64_t kMuchMore = 20;
  return articles == 0 || (near.edits <= 1 && near.articles >= kMuchMore * articles);
}

std::optional<std::uint64_t> count_of(Planner& planner, const Collection& collection,
                                      const Node& part) {
  try {
    const Plan plan = planner.plan(part);
    return CollectionQuery(collection, plan).count();
  } catch (const QueryError&) {
    return std::nullopt;
  }
}

}  // namespace

std::vector<PartReport> report_parts(Archive& archive, const Node& query) {
  const Collection collection(archive);
  Planner planner(archive, collection);
  NearWords near(collection, main_languages(archive));
  std::vector<PartReport> reports;
  std::size_t misspelt = 0;
  for (const Node* part : leaves_of(query)) {
    if (reports.size() == kMostParts) break;
    const auto articles = count_of(planner, collection, *part);
    if (!articles) continue;
    PartReport& report = reports.emplace_back(PartReport{part, *articles, {}});
    if (*articles >= kFewArticles || misspelt == kMostMisspelt) continue;
    ++misspelt;
    for (NearWord& each : meant_by(*part, near))
      if (is_likelier(each, *articles)) report.meant.push_back(std::move(each));
  }
  return reports;
}

}  // namespace newsindex
