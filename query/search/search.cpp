// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/search.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "query/search/matches.h"
#include "query/search/plan.h"
#include "query/search/scoring.h"
#include "query/search/snippet.h"
#include "query/search/stories.h"
#include "schema/document.h"
#include "schema/fields.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

using Query = Xapian::Query;

std::int64_t end_of(Day day) {
  Published published;
  published.day = next_day(day);
  return to_unix_seconds(published);
}

// The parts of a request's ranking as queries of their own, for one set of segments.
class Ranking {
 public:
  Ranking(Planner& planner, const Request& request) : planner_(planner), request_(request) {}

  // With everything that adds to a score for this purpose.
  Query query(Purpose purpose) {
    Query all = planner_.plan(request_.query, purpose);
    for (const Node& clause : request_.prefer)
      all = Query(Query::OP_AND_MAYBE, all, planner_.plan_preference(clause, purpose));
    if (purpose == Purpose::ranking && request_.half_life_days) all = with_recency(all);
    return all;
  }

  // The filter, and recency alone.
  Query recency_only() {
    const Query all(Query::OP_SCALE_WEIGHT, planner_.plan(request_.query, Purpose::matching), 0.0);
    return request_.half_life_days ? with_recency(all) : all;
  }

 private:
  Query with_recency(const Query& query) const {
    using Days = std::chrono::duration<double, std::ratio<86400>>;
    return {Query::OP_AND_MAYBE, query,
            recency(end_of(request_.today), Days(*request_.half_life_days))};
  }

  Planner& planner_;
  const Request& request_;
};

void set_order(Xapian::Enquire& enquire, Sort sort, OldestFirst& oldest_first) {
  switch (sort) {
    case Sort::relevance: enquire.set_sort_by_relevance_then_value(kOrderSlot, true); break;
    case Sort::newest: enquire.set_sort_by_value_then_relevance(kOrderSlot, true); break;
    case Sort::oldest: enquire.set_sort_by_key_then_relevance(&oldest_first, false); break;
  }
}

std::uint64_t count_all(const Planner& planner, const Query& matching) {
  std::uint64_t total = 0;
  for (const OpenSegment& open : planner.segments())
    total += count_matches(open.database, matching);
  return total;
}

std::uint64_t count_stories(const Planner& planner, const Query& matching) {
  auto matches = matches_in(planner.segments(), matching);
  keep_one_of_each_story(matches);
  return total_of(matches);
}

// How many articles of a story match.
std::uint64_t count_copies(const Planner& planner, const std::string& story,
                           const Query& matching) {
  const Query copies(make_term(field("story").prefix, story));
  return count_all(planner, Query(Query::OP_AND, copies, matching));
}

// How many other copies of its story match, for each hit.
void count_copies(Planner& planner, const Request& request, std::vector<Hit>& hits) {
  const Query matching = planner.plan(request.query, Purpose::matching);
  for (Hit& hit : hits)
    if (!hit.article.story.empty())
      hit.copies = count_copies(planner, hit.article.story, matching) - 1;
}

// The weight of each hit under one part of the ranking, by docid.
std::map<Xapian::docid, double> weights_of(const Planner& planner, const Query& query,
                                           const std::vector<Xapian::docid>& docids) {
  std::map<Xapian::docid, double> weights;
  std::vector<Query> ids;
  for (const Xapian::docid docid : docids) {
    const Article article = decode_article(planner.database().get_document(docid).get_data());
    ids.emplace_back(id_term(article.id));
  }
  Xapian::Enquire enquire(planner.database());
  enquire.set_weighting_scheme(text_weighting());
  enquire.set_query(Query(Query::OP_FILTER, query, Query(Query::OP_OR, ids.begin(), ids.end())));
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(docids.size()));
  for (auto hit = found.begin(); hit != found.end(); ++hit) weights[*hit] = hit.get_weight();
  return weights;
}

void explain(const Planner& planner, Ranking& ranking, const std::vector<Xapian::docid>& docids,
             std::vector<Hit>& hits) {
  if (hits.empty()) return;
  auto text = weights_of(planner, ranking.query(Purpose::text), docids);
  auto topics = weights_of(planner, ranking.query(Purpose::topics), docids);
  auto entities = weights_of(planner, ranking.query(Purpose::entities), docids);
  auto recent = weights_of(planner, ranking.recency_only(), docids);
  for (std::size_t i = 0; i < hits.size(); ++i)
    hits[i].explanation =
        Explanation{text[docids[i]], topics[docids[i]], entities[docids[i]], recent[docids[i]]};
}

// Tables and runs show no text: they need no highlighting.
bool shows_text(Format format) { return format != Format::tsv && format != Format::trec; }

Hit make_hit(const Xapian::MSetIterator& found, const Request& request, Highlighter& highlighter) {
  Hit hit;
  hit.score = found.get_weight();
  hit.article = decode_article(found.get_document().get_data());
  if (!shows_text(request.format)) return hit;
  hit.title = highlighter.mark(hit.article.title, hit.article.language);
  hit.snippet = highlighter.snippet(hit.article.body, hit.article.language, request.snippet_length);
  return hit;
}

SearchAnswer empty_answer(const Archive& archive, const Request& request) {
  SearchAnswer answer;
  answer.archive = state_of(archive);
  answer.query = request.query_text;
  answer.offset = request.offset;
  return answer;
}

}  // namespace

ArchiveState state_of(const Archive& archive) {
  const Manifest& manifest = archive.manifest();
  return {manifest.uuid, manifest.revision, manifest.schema_version};
}

SearchAnswer search(Archive& archive, const Request& request) {
  Planner planner(archive, days_required(request.query));
  Ranking ranking(planner, request);
  SearchAnswer answer = empty_answer(archive, request);
  const Query ranked = ranking.query(Purpose::ranking);
  if (planner.segments().empty()) return answer;
  OldestFirst oldest_first;
  Xapian::Enquire enquire(planner.database());
  enquire.set_weighting_scheme(text_weighting());
  enquire.set_query(ranked);
  set_order(enquire, request.sort, oldest_first);
  if (request.collapse) enquire.set_collapse_key(static_cast<Xapian::valueno>(field("story").slot));
  const Xapian::MSet found = enquire.get_mset(static_cast<Xapian::doccount>(request.offset),
                                              static_cast<Xapian::doccount>(request.limit));
  const bool is_known = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  answer.collapsed = request.collapse;
  if (request.collapse)
    answer.total = count_stories(planner, planner.plan(request.query, Purpose::matching));
  else
    answer.total = is_known ? found.get_matches_estimated()
                            : count_all(planner, planner.plan(request.query, Purpose::matching));
  Highlighter highlighter(request.query);
  std::vector<Xapian::docid> docids;
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    answer.hits.push_back(make_hit(hit, request, highlighter));
    docids.push_back(*hit);
  }
  if (request.collapse) count_copies(planner, request, answer.hits);
  if (!request.explain) return answer;
  explain(planner, ranking, docids, answer.hits);
  answer.tree = to_string(request.query);
  answer.xapian = ranked.get_description();
  return answer;
}

CountAnswer count(Archive& archive, const Request& request) {
  Planner planner(archive, days_required(request.query));
  const Query matching = planner.plan(request.query, Purpose::matching);
  return {state_of(archive), request.query_text, count_all(planner, matching)};
}

ShowAnswer show(Archive& archive, const Request& request) {
  ShowAnswer answer;
  answer.archive = state_of(archive);
  Planner planner(archive);
  const Query all = planner.plan(Node{}, Purpose::matching);
  for (const std::string& id : request.ids) {
    auto article = archive.find(id);
    if (!article) {
      answer.missing.push_back(id);
      continue;
    }
    answer.copies.push_back(
        article->story.empty() ? 0 : count_copies(planner, article->story, all) - 1);
    answer.articles.push_back(std::move(*article));
  }
  return answer;
}

}  // namespace newsindex
