// SPDX-License-Identifier: GPL-3.0-or-later
// What the archive knows about its entities: counted from the lists of terms, which hold how many
// articles have each name at each level. No article is looked at but those that are shown.
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "query/search/collection.h"
#include "query/search/labels.h"
#include "query/search/planner.h"
#include "query/search/search.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

using Counts = std::unordered_map<std::string, std::uint64_t>;  // articles by key

const Field& field_of(EntityType type) {
  return field(entity_fields()[static_cast<std::size_t>(type)]);
}

std::vector<EntityType> types_of(std::optional<EntityType> only) {
  if (only) return {*only};
  return {EntityType::person, EntityType::organisation, EntityType::place};
}

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

bool has_word_beginning(std::string_view name, std::string_view beginning) {
  for (std::size_t at = name.find(beginning); at != std::string_view::npos;
       at = name.find(beginning, at + 1))
    if (at == 0 || name[at - 1] == ' ') return true;
  return false;
}

struct Candidate {
  EntityType type;
  std::string key;
  std::uint64_t articles;
  const std::vector<std::string>* aliases;  // or null
};

bool fits(const Candidate& candidate, const std::string& beginning) {
  if (beginning.empty() || has_word_beginning(candidate.key, beginning)) return true;
  return candidate.aliases != nullptr &&
         std::any_of(
             candidate.aliases->begin(), candidate.aliases->end(),
             [&](const std::string& alias) { return has_word_beginning(alias, beginning); });
}

// The articles that have a name.
Plan plan_of(const Collection& collection, const Field& field, const std::string& key) {
  Plan plan;
  plan.query.kind = Clause::Kind::levels;
  collection.for_each_term(level_term_prefix(field, key),
                           [&](std::string_view term, std::uint64_t) {
                             plan.query.levels.push_back({std::string(term), level_of_term(term)});
                             return true;
                           });
  number_clauses(plan);
  return plan;
}

std::string day_of(const std::optional<std::int64_t>& seconds) {
  if (!seconds) return {};
  const std::chrono::sys_seconds time{std::chrono::seconds(*seconds)};
  return to_iso(Day(std::chrono::floor<std::chrono::days>(time)));
}

// Fills in what only the articles tell: how the name is written, its id and country, and when.
class Details {
 public:
  explicit Details(const Collection& collection) : collection_(collection) {}

  KnownEntity describe(const Candidate& candidate) {
    KnownEntity entity;
    entity.type = candidate.type;
    entity.name = candidate.key;
    entity.articles = candidate.articles;
    if (candidate.aliases != nullptr) entity.aliases = *candidate.aliases;
    const Plan plan = plan_of(collection_, field_of(candidate.type), candidate.key);
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> last;
    bool is_named = false;
    const std::vector<Extent> extents = CollectionQuery(collection_, plan).extents();
    for (std::size_t segment = 0; segment < extents.size(); ++segment) {
      const Extent& extent = extents[segment];
      if (extent.articles > 0 && !is_named)
        is_named = name_from(collection_[segment].article(extent.first), candidate.key, entity);
      if (extent.earliest) first = std::min(first.value_or(*extent.earliest), *extent.earliest);
      if (extent.latest) last = std::max(last.value_or(*extent.latest), *extent.latest);
    }
    entity.first = day_of(first);
    entity.last = day_of(last);
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

// Dunning's G² for two events in `all` articles: `a` and `b` have one each, `both` have the two.
double log_likelihood_ratio(std::uint64_t both, std::uint64_t a, std::uint64_t b,
                            std::uint64_t all) {
  const auto part = [all](std::uint64_t seen, std::uint64_t row, std::uint64_t column) {
    if (seen == 0) return 0.0;
    const double expected =
        static_cast<double>(row) * static_cast<double>(column) / static_cast<double>(all);
    return static_cast<double>(seen) * std::log(static_cast<double>(seen) / expected);
  };
  return 2 * (part(both, a, b) + part(a - both, a, all - b) + part(b - both, all - a, b) +
              part(all - a - b + both, all - a, all - b));
}

bool is_beyond_chance(std::uint64_t both, std::uint64_t a, std::uint64_t b, std::uint64_t all) {
  return static_cast<double>(both) * static_cast<double>(all) >
         static_cast<double>(a) * static_cast<double>(b);
}

// How often names stand in the matches, as they are written.
Counts names_in(CollectionQuery& query, const Field& field) {
  Counts counts;
  for (const FieldCounts& segment : query.count_values(field))
    for (const SpellingCount& each : segment.spellings)
      counts[std::string(each.spelling)] += each.articles;
  return counts;
}

std::uint64_t articles_with(const Collection& collection, const Field& field,
                            const std::string& key) {
  std::uint64_t sum = 0;
  collection.for_each_term(level_term_prefix(field, key),
                           [&sum](std::string_view, std::uint64_t articles) {
                             sum += articles;
                             return true;
                           });
  return sum;
}

// Names of the same key are one, written as it is mostly.
struct Together {
  std::string name;
  std::uint64_t most = 0;
  std::uint64_t articles = 0;
};

std::map<std::string, Together> by_key(const Counts& names, Analyzer& analyzer) {
  std::map<std::string, Together> together;
  for (const auto& [name, articles] : names) {
    Together& each = together[folded_words(analyzer, name)];
    each.articles += articles;
    const bool usual = articles > each.most || (articles == each.most && name < each.name);
    if (usual) each.name = name;
    each.most = std::max(each.most, articles);
  }
  return together;
}

bool is_asked_for(const std::vector<EntityKeys>& asked, const Field& field,
                  const std::string& key) {
  return std::any_of(asked.begin(), asked.end(), [&](const EntityKeys& each) {
    return each.field == &field && each.keys.contains(key);
  });
}

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
      const Candidate candidate{type, key, articles, also == known.end() ? nullptr : &also->second};
      if (fits(candidate, beginning)) found.push_back(candidate);
    }
  }
  answer.total = found.size();
  std::sort(found.begin(), found.end(), [&](const Candidate& a, const Candidate& b) {
    if (!request.by_name && a.articles != b.articles) return a.articles > b.articles;
    return std::tie(a.key, a.type) < std::tie(b.key, b.type);
  });
  Details details(collection);
  for (std::size_t i = request.offset; i < found.size() && answer.entities.size() < request.limit;
       ++i)
    answer.entities.push_back(details.describe(found[i]));
  return answer;
}

RelatedAnswer related(Archive& archive, const RelatedRequest& request) {
  constexpr std::uint64_t kFewest = 2;  // one article in common is no pattern
  const Collection collection(archive);
  RelatedAnswer answer{state_of(archive), request.query_text, {}, 0, {}};
  if (collection.size() == 0) return answer;
  Analyzer analyzer;
  const std::vector<EntityKeys> asked =
      entity_keys(collection, request.query, analyzer, kMostExpansions);
  for (const EntityKeys& each : asked)
    answer.names.insert(answer.names.end(), each.keys.begin(), each.keys.end());
  const Plan plan = Planner(archive, collection).plan(request.query);
  CollectionQuery query(collection, plan);
  answer.total = query.count();
  const std::uint64_t all = collection.articles();
  for (const EntityType type : types_of(request.type)) {
    const Field& of_type = field_of(type);
    for (const auto& [key, both] : by_key(names_in(query, of_type), analyzer)) {
      if (both.articles < kFewest || is_asked_for(asked, of_type, key)) continue;
      const std::uint64_t articles = articles_with(collection, of_type, key);
      if (!is_beyond_chance(both.articles, answer.total, articles, all)) continue;
      answer.related.push_back({type, both.name, both.articles, articles,
                                log_likelihood_ratio(both.articles, answer.total, articles, all)});
    }
  }
  std::sort(answer.related.begin(), answer.related.end(),
            [](const RelatedEntity& a, const RelatedEntity& b) {
              return a.score != b.score ? a.score > b.score : a.name < b.name;
            });
  if (answer.related.size() > request.limit) answer.related.resize(request.limit);
  return answer;
}

}  // namespace newsindex
