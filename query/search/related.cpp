// SPDX-License-Identifier: GPL-3.0-or-later
// Entities related to an entity: names that its articles have more often than by chance.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "query/search/collection.h"
#include "query/search/entity_terms.h"
#include "query/search/labels.h"
#include "query/search/planner.h"
#include "query/search/search.h"
#include "query/search/word_lists.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

using Counts = std::unordered_map<std::string, std::uint64_t>;  // articles by name as it is written

// Dunning's G² for two events in `all` articles: `a` and `b` articles have one each, `both` have
// both.
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

// How many matches have each name, as it is written.
Counts names_in(CollectionQuery& query, const Field& field) {
  Counts counts;
  for (const FieldCounts& segment : query.count_values(field))
    for (const SpellingCount& each : segment.spellings)
      counts[std::string(each.spelling)] += each.articles;
  return counts;
}

// Names with the same key count as one, in the most frequent spelling.
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

// A name that occurs beside the one asked for.
struct Beside {
  RelatedEntity entity;
  std::string key;
};

// True for names that a page ran together, such as "nancy pelosi nancy pelosiovernight": they have
// a word of three or more bytes twice.
bool is_run_together(const std::string& key) {
  std::set<std::string_view> words;
  const std::string_view text = key;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (word.size() >= 3 && !words.insert(word).second) return true;
    at = end + 1;
  }
  return false;
}

// Recognizes names that pages print around their articles.
class PageNames {
 public:
  PageNames(Planner& planner, const Collection& collection)
      : planner_(planner), collection_(collection) {}

  // True for picture agencies, words of buttons, names that were run together, and for a source if
  // more than a third of the articles that name it are its own.
  bool has(const Beside& each) {
    if (is_in_word_list("page_name", "", each.key)) return true;
    if (is_run_together(each.key)) return true;
    return each.entity.type == EntityType::organisation && 3 * own(each) > each.entity.articles;
  }

 private:
  // The number of articles that have the name and come from a source of this name.
  std::uint64_t own(const Beside& each) {
    Node source;
    source.kind = Node::Kind::word;
    source.field = "source";
    source.text = each.key;
    Plan plan;
    plan.query.kind = Clause::Kind::all_of;
    plan.query.parts = {plan_of_name(collection_, field_of(each.entity.type), each.key).query,
                        planner_.plan(source).query};
    number_clauses(plan);
    return CollectionQuery(collection_, plan).count();
  }

  Planner& planner_;
  const Collection& collection_;
};

// The names that were asked for, in the spelling of the matches if they have them; those with the
// most articles first, names that were run together last.
std::vector<std::string> names_asked(const Collection& collection, CollectionQuery& query,
                                     const std::vector<EntityKeys>& asked, Analyzer& analyzer) {
  std::vector<std::pair<std::uint64_t, std::string>> counted;
  for (const EntityKeys& each : asked) {
    const auto written = by_key(names_in(query, *each.field), analyzer);
    for (const std::string& key : each.keys) {
      const auto found = written.find(key);
      counted.emplace_back(
          is_run_together(key) ? 0 : articles_with_name(collection, *each.field, key),
          found == written.end() ? key : found->second.name);
    }
  }
  std::stable_sort(counted.begin(), counted.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> names;
  for (auto& [articles, name] : counted)
    if (std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  return names;
}

}  // namespace

RelatedAnswer related(Archive& archive, const RelatedRequest& request) {
  constexpr std::uint64_t kFewest = 2;  // one common article is no pattern
  const Collection collection(archive);
  RelatedAnswer answer{state_of(archive), request.query_text, {}, 0, {}};
  if (collection.size() == 0) return answer;
  Analyzer analyzer;
  const std::vector<EntityKeys> asked =
      entity_keys(collection, request.query, analyzer, kMostExpansions);
  Planner planner(archive, collection);
  const Plan plan = planner.plan(request.query);
  CollectionQuery query(collection, plan);
  answer.total = query.count();
  answer.names = names_asked(collection, query, asked, analyzer);
  const std::uint64_t all = collection.articles();
  std::vector<Beside> found;
  for (const EntityType type : types_of(request.type)) {
    const Field& of_type = field_of(type);
    for (const auto& [key, both] : by_key(names_in(query, of_type), analyzer)) {
      if (both.articles < kFewest || is_asked_for(asked, of_type, key)) continue;
      const std::uint64_t articles = articles_with_name(collection, of_type, key);
      if (!is_beyond_chance(both.articles, answer.total, articles, all)) continue;
      const double score = log_likelihood_ratio(both.articles, answer.total, articles, all);
      found.push_back({{type, both.name, both.articles, articles, score, {}, {}}, key});
    }
  }
  std::sort(found.begin(), found.end(), [](const Beside& a, const Beside& b) {
    return a.entity.score != b.entity.score ? a.entity.score > b.entity.score
                                            : a.entity.name < b.entity.name;
  });
  PageNames page_names(planner, collection);
  for (Beside& each : found) {
    if (answer.related.size() == request.limit || collection.deadline().has_passed()) break;
    if (page_names.has(each)) continue;
    Plan both;
    both.query.kind = Clause::Kind::all_of;
    both.query.parts = {plan.query,
                        plan_of_name(collection, field_of(each.entity.type), each.key).query};
    number_clauses(both);
    std::tie(each.entity.first, each.entity.last) =
        first_and_last_day(CollectionQuery(collection, both).extents());
    answer.related.push_back(std::move(each.entity));
  }
  return answer;
}

}  // namespace newsindex
