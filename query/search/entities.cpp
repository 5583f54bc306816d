// SPDX-License-Identifier: GPL-3.0-or-later
// What the archive knows about its entities: counted from the lists of terms, which hold how many
// articles have each name at each level. No article is looked at but those that are shown.
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "query/search/labels.h"
#include "query/search/matches.h"
#include "query/search/plan.h"
#include "query/search/search.h"
#include "schema/document.h"
#include "schema/packed.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

using Docids = std::vector<Xapian::docid>;
using Segments = std::vector<OpenSegment>;
using Counts = std::unordered_map<std::string, std::uint64_t>;  // articles by key

const Field& field_of(EntityType type) {
  return field(entity_fields()[static_cast<std::size_t>(type)]);
}

std::vector<EntityType> types_of(const Request& request) {
  if (request.type) return {*request.type};
  return {EntityType::person, EntityType::organisation, EntityType::place};
}

// Calls use(key, term) for every level term of a field.
template <class Use>
void for_each_level_term(const Xapian::Database& database, const Field& field, Use use) {
  const std::string prefix(field.prefix);
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    const std::string text = *term;
    use(text.substr(prefix.size(), text.rfind('/') - prefix.size()), term);
  }
}

// Takes off what only hidden copies have.
void discount_hidden(const OpenSegment& open, const Field& field, Counts& counts) {
  const std::string prefix(field.prefix);
  for (const Xapian::docid docid : open.segment.hidden) {
    auto term = open.database.termlist_begin(docid);
    const auto end = open.database.termlist_end(docid);
    for (term.skip_to(prefix); term != end && (*term).starts_with(prefix); ++term) {
      const std::string text = *term;
      --counts[text.substr(prefix.size(), text.rfind('/') - prefix.size())];
    }
  }
}

Counts count_names(const Segments& segments, const Field& field) {
  Counts counts;
  for (const OpenSegment& open : segments) {
    for_each_level_term(open.database, field, [&counts](const std::string& key, const auto& term) {
      counts[key] += term.get_termfreq();
    });
    discount_hidden(open, field, counts);
  }
  std::erase_if(counts, [](const auto& each) { return each.second == 0; });
  return counts;
}

// Folded aliases by key.
using Aliases = std::unordered_map<std::string, std::vector<std::string>>;

Aliases read_aliases(const Segments& segments, const Field& field) {
  Aliases aliases;
  const std::string prefix = alias_term_prefix(field);
  for (const OpenSegment& open : segments) {
    const auto end = open.database.allterms_end(prefix);
    for (auto term = open.database.allterms_begin(prefix); term != end; ++term) {
      const std::string text = *term;
      const std::size_t slash = text.find('/', prefix.size());
      std::vector<std::string>& of_key = aliases[text.substr(slash + 1)];
      std::string alias = text.substr(prefix.size(), slash - prefix.size());
      if (std::find(of_key.begin(), of_key.end(), alias) == of_key.end())
        of_key.push_back(std::move(alias));
    }
  }
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

Docids docids_of(const OpenSegment& open, const Field& field, const std::string& key) {
  const std::string prefix = level_term_prefix(field, key);
  const std::vector<std::uint32_t>& hidden = open.segment.hidden;
  Docids docids;
  for (auto term = open.database.allterms_begin(prefix); term != open.database.allterms_end(prefix);
       ++term)
    for (auto at = open.database.postlist_begin(*term); at != open.database.postlist_end(*term);
         ++at)
      if (std::find(hidden.begin(), hidden.end(), *at) == hidden.end()) docids.push_back(*at);
  std::sort(docids.begin(), docids.end());
  return docids;
}

// Fills in what only the articles tell: how the name is written, its id and country, and when.
class Details {
 public:
  explicit Details(const Segments& segments) : segments_(segments) {}

  KnownEntity describe(const Candidate& candidate) {
    KnownEntity entity;
    entity.type = candidate.type;
    entity.name = candidate.key;
    entity.articles = candidate.articles;
    if (candidate.aliases != nullptr) entity.aliases = *candidate.aliases;
    std::string first;
    std::string last;
    bool is_named = false;
    for (const OpenSegment& open : segments_) {
      const Docids docids = docids_of(open, field_of(candidate.type), candidate.key);
      if (!docids.empty() && !is_named)
        is_named = name_from(open.database.get_document(docids.front()), candidate.key, entity);
      for_each_date(open.database, docids, [&](const std::string& order) {
        if (first.empty() || order < first) first = order;
        last = std::max(last, order);
      });
    }
    entity.first = day_of(first);
    entity.last = day_of(last);
    return entity;
  }

 private:
  template <class Use>
  static void for_each_date(const Xapian::Database& database, const Docids& docids, Use use) {
    auto value = database.valuestream_begin(kOrderSlot);
    const auto end = database.valuestream_end(kOrderSlot);
    for (const Xapian::docid docid : docids) {
      if (value == end) return;
      value.skip_to(docid);
      if (value == end) return;
      if (value.get_docid() == docid && unix_seconds_of_order_value(*value)) use(*value);
    }
  }

  static std::string day_of(const std::string& order) {
    if (order.empty()) return {};
    const std::chrono::sys_seconds time{std::chrono::seconds(*unix_seconds_of_order_value(order))};
    Published published;
    published.day = std::chrono::floor<std::chrono::days>(time);
    return to_iso(published);
  }

  bool name_from(const Xapian::Document& document, const std::string& key, KnownEntity& known) {
    for (const Entity& entity : decode_article(document.get_data()).entities) {
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

  const Segments& segments_;
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

// How often names stand in articles, as they are written.
Counts names_in(const Segments& segments, const std::vector<Docids>& docids, const Field& field) {
  Counts counts;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto slot = static_cast<Xapian::valueno>(field.slot);
    auto value = segments[i].database.valuestream_begin(slot);
    const auto end = segments[i].database.valuestream_end(slot);
    for (const Xapian::docid docid : docids[i]) {
      if (value == end) break;
      value.skip_to(docid);
      if (value == end) break;
      if (value.get_docid() != docid) continue;
      const std::string packed = *value;
      std::string_view rest = packed;
      for (std::string_view name; take_packed(rest, name);) ++counts[std::string(name)];
    }
  }
  return counts;
}

std::uint64_t articles_with(const Segments& segments, const Field& field, const std::string& key) {
  std::uint64_t articles = 0;
  for (const OpenSegment& open : segments) {
    if (!open.segment.hidden.empty()) {
      articles += docids_of(open, field, key).size();
      continue;
    }
    const std::string prefix = level_term_prefix(field, key);
    const auto end = open.database.allterms_end(prefix);
    for (auto term = open.database.allterms_begin(prefix); term != end; ++term)
      articles += term.get_termfreq();
  }
  return articles;
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

// The entity that is asked about, and the articles about it.
struct Asked {
  std::vector<EntityKeys> keys;
  std::vector<Docids> docids;  // in each segment
  std::uint64_t articles = 0;

  bool is(const Field& field, const std::string& key) const {
    return std::any_of(keys.begin(), keys.end(), [&](const EntityKeys& each) {
      return each.field == &field && each.keys.contains(key);
    });
  }
};

Asked ask(Planner& planner, const Request& request, Analyzer& analyzer) {
  Asked asked;
  asked.keys = entity_keys(planner.database(), request.query, analyzer, kMostExpansions);
  const Xapian::Query query = planner.plan(request.query, Purpose::matching);
  for (const OpenSegment& open : planner.segments()) {
    asked.docids.push_back(matching_docids(open.database, query));
    asked.articles += asked.docids.back().size();
  }
  return asked;
}

}  // namespace

EntitiesAnswer entities(Archive& archive, const Request& request) {
  const Segments segments = archive.segments();
  EntitiesAnswer answer{state_of(archive), request.query_text, 0, request.offset, {}};
  Analyzer analyzer;
  const std::string beginning = folded_words(analyzer, request.query_text);
  std::map<EntityType, Aliases> aliases;
  std::vector<Candidate> found;
  for (const EntityType type : types_of(request)) {
    const Aliases& known = aliases[type] = read_aliases(segments, field_of(type));
    for (const auto& [key, articles] : count_names(segments, field_of(type))) {
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
  Details details(segments);
  for (std::size_t i = request.offset; i < found.size() && answer.entities.size() < request.limit;
       ++i)
    answer.entities.push_back(details.describe(found[i]));
  return answer;
}

RelatedAnswer related(Archive& archive, const Request& request) {
  constexpr std::uint64_t kFewest = 2;  // one article in common is no pattern
  Planner planner(archive);
  Analyzer analyzer;
  RelatedAnswer answer{state_of(archive), request.query_text, {}, 0, {}};
  if (planner.segments().empty()) return answer;
  const Asked asked = ask(planner, request, analyzer);
  for (const EntityKeys& each : asked.keys)
    answer.names.insert(answer.names.end(), each.keys.begin(), each.keys.end());
  answer.total = asked.articles;
  std::uint64_t all = 0;
  for (const OpenSegment& open : planner.segments()) all += open.segment.articles;
  for (const EntityType type : types_of(request)) {
    const Field& of_type = field_of(type);
    const auto names = by_key(names_in(planner.segments(), asked.docids, of_type), analyzer);
    for (const auto& [key, both] : names) {
      if (both.articles < kFewest || asked.is(of_type, key)) continue;
      const std::uint64_t articles = articles_with(planner.segments(), of_type, key);
      if (!is_beyond_chance(both.articles, asked.articles, articles, all)) continue;
      answer.related.push_back(
          {type, both.name, both.articles, articles,
           log_likelihood_ratio(both.articles, asked.articles, articles, all)});
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
