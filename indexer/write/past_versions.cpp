// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/past_versions.h"

#include <algorithm>
#include <string>

namespace newsindex {
namespace {

constexpr const char* kTopics = "topics";
constexpr const char* kEntities = "entities";

std::vector<std::string> changed_fields(const Article& then, const Article& now) {
  std::vector<std::string> changed;
  const auto compare = [&](const char* field, const auto& a, const auto& b) {
    if (!(a == b)) changed.emplace_back(field);
  };
  compare("url", then.url, now.url);
  compare("title", then.title, now.title);
  compare("published", then.published, now.published);
  compare("modified", then.modified, now.modified);
  compare("language", then.language, now.language);
  compare("source", then.source, now.source);
  compare("section", then.section, now.section);
  compare("authors", then.authors, now.authors);
  compare("lead", then.lead, now.lead);
  compare("body", then.body, now.body);
  compare("keywords", then.keywords, now.keywords);
  compare(kTopics, then.topics, now.topics);
  compare(kEntities, then.entities, now.entities);
  return changed;
}

// Replaces the first two versions with the first, which also takes the changes that followed the
// second.
void join_first_two(std::vector<PastVersion>& past) {
  for (const std::string& field : past[1].changed)
    if (std::find(past[0].changed.begin(), past[0].changed.end(), field) == past[0].changed.end())
      past[0].changed.push_back(field);
  past.erase(past.begin() + 1);
}

}  // namespace

std::vector<PastVersion> past_versions(const KnownArticle& known, const Article& now) {
  std::vector<PastVersion> past = known.article.past;
  past.push_back({known.sequence, changed_fields(known.article, now)});
  if (past.size() > kMostPastVersions) join_first_two(past);
  return past;
}

bool is_only_analysed_anew(const PastVersion& past) {
  return std::all_of(past.changed.begin(), past.changed.end(), [](const std::string& field) {
    return field == kTopics || field == kEntities;
  });
}

}  // namespace newsindex
