// SPDX-License-Identifier: GPL-3.0-or-later
// What the archive knows about its entities. It is counted from the lists of terms, which tell how
// many articles have each name at each level. Only the articles of shown entities are read.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "query/search/collection.h"
#include "query/search/entity_terms.h"
#include "query/search/labels.h"
#include "query/search/search.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

using Counts = std::unordered_map<std::string, std::uint64_t>;  // number of articles by key

Counts count_names(const Collection& collection, const Field& field) {
  Counts counts;
  collection.for_each_term(field.prefix, [&](std::string_view term, std::uint64_t articles) {
    counts[std::string(key_of_level_term(field, term))] += articles;
    return true;
  });
  return counts;
}

// Folded aliases by key.
using Aliases = std::unordered_map<std::string, std::vector<std::string>>;

Aliases read_aliases(const Collection& collection, const Field& field) {
  Aliases aliases;
  const std::string prefix = alias_term_prefix(field);
  collection.for_each_term(prefix, [&](std::string_view term, std::uint64_t) {
    const std::size_t slash = term.find('/', prefix.size());
    std::vector<std::string>& of_key = aliases[std::string(term.substr(slash + 1))];
    const std::string_view alias = term.substr(prefix.size(), slash - prefix.size());
    if (std::find(of_key.begin(), of_key.end(), alias) == of_key.end()) of_key.emplace_back(alias);
    return true;
  });
  return aliases;
}

struct Candidate {
  EntityType type;
  std::string key;
  std::uint64_t articles;
  const std::vector<std::string>* aliases;  // or null
};

bool fits_beginning(const Candidate& candidate, const std::string& beginning) {
  if (beginning.empty() || has_word_beginning(candidate.key, beginning)) return true;
  return candidate.aliases != nullptr &&
         std::any_of(
             candidate.aliases->begin(), candidate.aliases->end(),
             [&](const std::string& alias) { return has_word_beginning(alias, beginning); });
}

// Fills in what only articles have: how the name is written, its id, country and dates.
class Details {
 public:
  explicit Details(const Collection& collection) : collection_(collection) {}

  KnownEntity describe(const Candidate& candidate) {
    KnownEntity entity;
    entity.type = candidate.type;
    entity.name = candidate.key;
    entity.articles = candidate.articles;
    if (candidate.aliases != nullptr) entity.aliases = *candidate.aliases;
    const Plan plan = plan_of_name(collection_, field_of(candidate.type), candidate.key);
    bool is_named = false;
    const std::vector<Extent> extents = CollectionQuery(collection_, plan).extents();
    for (std::size_t segment = 0; segment < extents.size(); ++segment)
      if (extents[segment].articles > 0 && !is_named)
        is_named =
            name_from(collection_[segment].article(extents[segment].first), candidate.key, entity);
    std::tie(entity.first, entity.last) = first_and_last_day(extents);
    return entity;
  }

 private:
  bool name_from(const Article& article, const std::string& key, KnownEntity& known) {
    for (const Entity& entity : article.entities) {
      if (entity.type != known.type || folded_words(analyzer_, entity.name) != key) continue;
      known.name = entity.name;
      known.id = entity.id;
      known.country = entity.country;
      for (const std::string& alias : entity.aliases) {
        const std::string folded = folded_words(analyzer_, alias);
        std::replace(known.aliases.begin(), known.aliases.end(), folded, alias);
      }
      return true;
    }
    return false;
  }

  const Collection& collection_;
  Analyzer analyzer_;
};

}  // namespace

EntitiesAnswer entities(Archive& archive, const EntitiesRequest& request) {
  const Collection collection(archive);
  EntitiesAnswer answer{state_of(archive), request.beginning, 0, request.offset, {}};
  Analyzer analyzer;
  const std::string beginning = folded_words(analyzer, request.beginning);
  std::map<EntityType, Aliases> aliases;
  std::vector<Candidate> found;
  for (const EntityType type : types_of(request.type)) {
    const Aliases& known = aliases[type] = read_aliases(collection, field_of(type));
    for (const auto& [key, articles] : count_names(collection, field_of(type))) {
      const auto also = known.find(key);
      Candidate candidate{type, key, articles, also == known.end() ? nullptr : &also->second};
      if (!fits_beginning(candidate, beginning)) continue;
      if (is_affected_by_short_names(collection, field_of(type), key))
        candidate.articles = articles_with_name(collection, field_of(type), key);
      if (candidate.articles > 0) found.push_back(std::move(candidate));
    }
  }
  answer.total = found.size();
  std::sort(found.begin(), found.end(), [&](const Candidate& a, const Candidate& b) {
    if (!request.by_name && a.articles != b.articles) return a.articles > b.articles;
    return std::tie(a.key, a.type) < std::tie(b.key, b.type);
  });
  Details details(collection);
  for (std::size_t i = request.offset; i < found.size() && answer.entities.size() < request.limit &&
                                       !archive.deadline().has_passed();
       ++i)
    answer.entities.push_back(details.describe(found[i]));
  return answer;
}

}  // namespace newsindex
