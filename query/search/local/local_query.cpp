// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/local_query.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "query/search/local/selection.h"
#include "query/search/local/word_placement.h"
#include "query/search/match_order.h"
#include "query/search/scoring.h"
#include "schema/fields.h"

namespace newsindex {

LocalQuery::LocalQuery(const OpenSegment& segment, const Plan& plan, const Deadline& deadline,
                       const BearersTable* bearers)
    : segment_(segment),
      plan_(plan),
      deadline_(deadline),
      bearers_(bearers),
      matcher_(segment, plan, deadline) {}

DocidSpan LocalQuery::matched() {
  if (matched_) return *matched_;
  matched_ = matcher_.match(plan_.query);
  if (!segment_.deletions().empty()) {
    living_.assign(matched_->begin(), matched_->end());
    segment_.deletions().remove_from(living_);
    matched_ = living_;
  }
  return *matched_;
}

Statistics LocalQuery::statistics() {
  Statistics statistics{segment_.segment().documents, segment_.columns().total_length(), {}};
  statistics.groups.resize(plan_.groups);
  if (deadline_.has_passed()) return statistics;
  add_statistics(plan_.query, statistics);
  for (const Clause& clause : plan_.preferences) add_statistics(clause, statistics);
  return statistics;
}

void LocalQuery::add_statistics(const Clause& clause, Statistics& statistics) {
  if (clause.part != Part::none)
    for (std::size_t i = 0; i < groups_of(clause); ++i)
      statistics.groups[clause.group + i] = matcher_.group(clause.group + i).articles();
  for (const Clause& part : clause.parts) add_statistics(part, statistics);
}

std::uint64_t LocalQuery::count() {
  if (!matched_ && segment_.deletions().empty()) {
    if (plan_.query.kind == Clause::Kind::everything) return segment_.segment().articles;
    if (plan_.query.kind == Clause::Kind::words)
      return matcher_.group(plan_.query.group).articles();
  }
  return matched().size();
}

void LocalQuery::match_preferences(DocidSpan docids) {
  for (const Clause& clause : plan_.preferences) matcher_.match_among(clause, docids);
}

std::uint64_t LocalQuery::order(Docid docid) {
  constexpr std::size_t kManyForOne = 200;
  if (matched().size() * kManyForOne < segment_.segment().documents)
    return segment_.columns().order_of(docid);
  if (orders_.empty()) orders_ = segment_.columns().order();
  return orders_[docid - 1];
}

bool LocalQuery::comes_before(const Ranked& a, const Ranked& b, Sort sort) {
  if (sort == Sort::relevance && a.score != b.score) return a.score > b.score;
  if (a.docid == b.docid) return false;
  if (const int by_order = compare_orders(order(a.docid), order(b.docid), sort); by_order != 0)
    return by_order < 0;
  const auto whole_order = [this](Docid docid) {
    return segment_.database().get_document(docid).get_value(kOrderSlot);
  };
  const int by_whole = compare_whole_orders(whole_order(a.docid), whole_order(b.docid), sort);
  return by_whole != 0 ? by_whole < 0 : a.docid < b.docid;
}

Matches LocalQuery::first_matches(const Statistics& all, const Wanted& wanted) {
  Matches matches{matched().size(), {}, {}};
  if (matches.total == 0) return matches;
  const Scorer scorer(plan_, matcher_, all);
  std::vector<Ranked> ranked;
  if (wanted.sort == Sort::relevance && wanted.most > 0 && scorer.scores()) {
    match_preferences(matched());
    ScoreSums sums(matched(), segment_.segment().documents);
    scorer.add_all(sums);
    ranked = wanted.one_of_a_story ? rank_stories(&sums, wanted) : rank(&sums, wanted);
  } else if (wanted.most > 0) {
    ranked = wanted.one_of_a_story ? rank_stories(nullptr, wanted) : rank(nullptr, wanted);
    score_dated(scorer, ranked);
  }
  for (const Ranked& each : ranked) matches.first.push_back({each.score, 0, each.docid, {}});
  if (wanted.explained) explain(scorer, matches.first);
  if (wanted.one_of_a_story || wanted.with_story) name_stories(matches.first);
  if (wanted.one_of_a_story) count_stories(matches);
  return matches;
}

std::vector<LocalQuery::Ranked> LocalQuery::rank(const ScoreSums* sums, const Wanted& wanted) {
  const auto before = [&](const Ranked& a, const Ranked& b) {
    return comes_before(a, b, wanted.sort);
  };
  FirstOf<Ranked, decltype(before)> first(wanted.most, before);
  const DocidSpan docids = matched();
  for (std::size_t i = 0; i < docids.size(); ++i) {
    const double score = sums != nullptr ? (*sums)[i] : 0;
    const Ranked* last = first.last();
    if (last == nullptr || score >= last->score) first.offer({score, docids[i]});
  }
  return first.take();
}

std::vector<LocalQuery::Ranked> LocalQuery::rank_stories(const ScoreSums* sums,
                                                         const Wanted& wanted) {
  const auto before = [&](const Ranked& a, const Ranked& b) {
    return comes_before(a, b, wanted.sort);
  };
  const auto stories = segment_.columns().stories();
  const DocidSpan docids = matched();
  FirstOf<Ranked, decltype(before)> first(wanted.most, before);
  std::unordered_map<std::uint64_t, Ranked> best;
  for (std::size_t i = 0; i < docids.size(); ++i) {
    const Ranked each{sums != nullptr ? (*sums)[i] : 0, docids[i]};
    const std::uint64_t story = stories[docids[i] - 1];
    if (story == 0) {
      first.offer(each);
      continue;
    }
    const auto [place, is_new] = best.try_emplace(story, each);
    if (!is_new && before(each, place->second)) place->second = each;
  }
  for (const auto& [story, each] : best) first.offer(each);
  return first.take();
}

// When sorting by date, only the articles that are shown need a score.
void LocalQuery::score_dated(const Scorer& scorer, std::vector<Ranked>& ranked) {
  DocidList docids;
  for (const Ranked& each : ranked) docids.push_back(each.docid);
  std::sort(docids.begin(), docids.end());
  match_preferences(docids);
  ScoreSums sums(docids, segment_.segment().documents);
  scorer.add_all(sums);
  for (Ranked& each : ranked)
    each.score = sums[static_cast<std::size_t>(
        std::lower_bound(docids.begin(), docids.end(), each.docid) - docids.begin())];
}

void LocalQuery::explain(const Scorer& scorer, std::vector<ScoredMatch>& matches) {
  DocidList docids;
  for (const ScoredMatch& match : matches) docids.push_back(match.number);
  std::sort(docids.begin(), docids.end());
  const std::uint64_t articles = segment_.segment().documents;
  ScoreSums text(docids, articles), topic(docids, articles), entity(docids, articles),
      recency(docids, articles), feedback(docids, articles);
  scorer.add_part(Part::text, text);
  scorer.add_part(Part::topic, topic);
  scorer.add_part(Part::entity, entity);
  scorer.add_recency(recency);
  scorer.add_part(Part::feedback, feedback);
  for (ScoredMatch& match : matches) {
    const auto i = static_cast<std::size_t>(
        std::lower_bound(docids.begin(), docids.end(), match.number) - docids.begin());
    match.explanation = {text[i], topic[i], entity[i], recency[i], 0, 0, feedback[i]};
  }
}

std::vector<Placement> LocalQuery::placement(const Statistics& all,
                                             std::span<const ArticleNumber> numbers) {
  std::vector<WordsOfGroup> words;
  for (const std::size_t group : plan_.close)
    words.push_back({matcher_.group(group).codes(), rarity(all, all.groups[group])});
  WordPlacement placement(std::move(words), plan_.weights);
  std::vector<Placement> scores;
  for (const ArticleNumber number : numbers)
    scores.push_back(placement.score(segment_.terms().encoded_words(number),
                                     segment_.columns().length_of(number), all));
  return scores;
}

void LocalQuery::name_stories(std::vector<ScoredMatch>& matches) {
  const auto stories = segment_.columns().stories();
  for (ScoredMatch& match : matches) match.story = stories[match.number - 1];
}

void LocalQuery::count_stories(Matches& matches) {
  const auto stories = segment_.columns().stories();
  std::vector<std::uint64_t> all;
  for (const Docid docid : matched())
    if (stories[docid - 1] != 0) all.push_back(stories[docid - 1]);
  std::sort(all.begin(), all.end());
  for (const std::uint64_t story : all) {
    if (matches.stories.empty() || matches.stories.back().story != story)
      matches.stories.push_back({story, 0});
    ++matches.stories.back().articles;
  }
}

}  // namespace newsindex
