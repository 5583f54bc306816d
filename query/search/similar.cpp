// SPDX-License-Identifier: GPL-3.0-or-later
// Finds similar articles: the traits that distinguish the examples from the rest of the archive
// (see profile.h) are searched in all articles, words by BM25, names and topics by their levels.
#include <algorithm>
#include <cmath>
#include <set>

#include "query/search/collection.h"
#include "query/search/entity_terms.h"
#include "query/search/find_article.h"
#include "query/search/hits.h"
#include "query/search/planner.h"
#include "query/search/profile.h"
#include "query/search/scoring.h"
#include "query/search/search.h"
#include "schema/error.h"
#include "schema/sketch.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostWords = 40, kMostNames = 12, kMostTopics = 8;
constexpr std::size_t kMostMarked = 12;  // words that are marked in snippets

// What each part can add to the score of an article that has all of it.
constexpr double kWordScore = 60, kNameScore = 25, kTopicScore = 15;

// A word in fewer articles counts as if it were in this many: an odd word must not outweigh the
// subject.
constexpr std::uint64_t kRarest = 8;

// A text is a copy from this resemblance on, or if this part of the shorter text is in the other.
constexpr double kCopyResemblance = 0.5, kCopyContainment = 0.8;

using Kind = Clause::Kind;

struct Examples {
  std::vector<Article> like;  // the first is the one that was asked for
  std::vector<Article> not_like;
};

Article article_named(Archive& archive, Planner& planner, const Collection& all,
                      const std::string& name) {
  auto article = find_article(archive, planner, all, name);
  if (!article) throw Error(ExitCode::no_match, "the archive has no article '" + name + "'");
  return std::move(article->article);
}

std::string main_language(const Archive& archive) {
  const auto& languages = archive.manifest().languages;
  const auto most =
      std::max_element(languages.begin(), languages.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == languages.end() ? std::string() : most->first;
}

// Turns a text into an article in the language of most articles.
Article article_of_text(const Archive& archive, const std::string& text) {
  Article article;
  article.language = main_language(archive);
  const std::size_t start = std::min(text.find_first_not_of(" \r\n\t"), text.size());
  const std::size_t end = std::min(text.find('\n', start), text.size());
  article.title = text.substr(start, end - start);
  article.body = text.substr(end);
  return article;
}

Examples examples_of(Archive& archive, Planner& planner, const Collection& all,
                     const SimilarRequest& request) {
  Examples examples;
  if (request.text)
    examples.like.push_back(article_of_text(archive, *request.text));
  else
    examples.like.push_back(article_named(archive, planner, all, request.like));
  for (const std::string& name : request.relevant)
    examples.like.push_back(article_named(archive, planner, all, name));
  for (const std::string& name : request.not_like)
    examples.not_like.push_back(article_named(archive, planner, all, name));
  return examples;
}

Clause words_clause(const std::string& term, double share) {
  Clause clause;
  clause.kind = Kind::words;
  clause.part = Part::text;
  clause.terms = {term};
  clause.share = share;
  return clause;
}

// The key of the person whose level terms begin with `prefix`; empty if it is no person's.
std::optional<std::string> person_of(std::string_view prefix) {
  const std::string_view people = field("person").prefix;
  if (!prefix.starts_with(people)) return std::nullopt;
  return std::string(prefix.substr(people.size(), prefix.rfind('/') - people.size()));
}

// How many articles of a collection have each trait, and how rare it is.
class Rarities {
 public:
  Rarities(const Collection& collection, const std::vector<Profile>& profiles, bool are_stored)
      : collection_(collection), least_(are_stored ? 2 : 1) {
    Plan plan;
    plan.query.kind = Kind::any_of;
    for (const Profile& profile : profiles)
      for (const auto& [term, word] : profile.words)
        if (numbers_.try_emplace(term, numbers_.size()).second)
          plan.query.parts.push_back(words_clause(term, 1));
    number_clauses(plan);
    statistics_ = CollectionQuery(collection, plan).statistics();
  }

  const Statistics& statistics() const { return statistics_; }
  std::uint64_t articles_with(const std::string& word) const {
    return statistics_.groups[numbers_.at(word)];
  }

  // 0 for a trait that only the example has, and for one that all articles have.
  double operator()(const std::string& term) const {
    const bool is_word = numbers_.contains(term);
    const std::uint64_t with = is_word ? articles_with(term) : articles_with_level(term);
    if (with < least_) return 0;
    const std::uint64_t all = statistics_.articles;
    const std::uint64_t counted = std::max(with, std::min(kRarest, all / kRarest));
    return std::log(static_cast<double>(all) / static_cast<double>(counted));
  }

 private:
  std::uint64_t articles_with_level(const std::string& prefix) const {
    if (const auto person = person_of(prefix))
      return articles_with_name(collection_, field("person"), *person);
    std::uint64_t sum = 0;
    collection_.for_each_term(prefix, [&sum](std::string_view, std::uint64_t articles) {
      sum += articles;
      return true;
    });
    return sum;
  }

  const Collection& collection_;
  std::uint64_t least_;
  std::map<std::string, std::size_t> numbers_;  // of the groups of words
  Statistics statistics_;
};

// The strongest traits of the examples, which are searched.
Profile wanted_profile(const Examples& examples, const Rarities& rarities,
                       std::vector<Profile> profiles) {
  for (Profile& profile : profiles) weigh(profile, std::cref(rarities));
  const auto first_not_like = profiles.begin() + static_cast<std::ptrdiff_t>(examples.like.size());
  Profile wanted = combined(profiles.front(), {profiles.begin() + 1, first_not_like},
                            {first_not_like, profiles.end()});
  keep_strongest(wanted.words, kMostWords);
  keep_strongest(wanted.names, kMostNames);
  keep_strongest(wanted.topics, kMostTopics);
  return wanted;
}

double sum_of_positive(const Traits& traits) {
  double sum = 0;
  for (const auto& [term, trait] : traits) sum += std::max(trait.weight, 0.0);
  return sum;
}

// Clauses that add to a score, and clauses that take from it.
struct Scored {
  std::vector<Clause> wanted;
  std::vector<Clause> unwanted;

  void add(Clause clause, double weight) {
    (weight > 0 ? wanted : unwanted).push_back(std::move(clause));
  }
};

void add_words(const Traits& words, const Rarities& rarities, Scored& scored) {
  // A word that an article has several times adds about two thirds of what it can add at most.
  constexpr double kUsualPart = 0.65;
  double most = 0;
  for (const auto& [term, word] : words) {
    const TextWeight weight(rarities.statistics(), {}, rarities.articles_with(term), word.weight);
    most += std::max(weight.most(), 0.0) * kUsualPart;
  }
  for (const auto& [term, word] : words)
    scored.add(words_clause(term, word.weight * kWordScore / std::max(most, 1e-9)), word.weight);
}

std::vector<LeveledTerm> terms_of(const Collection& collection, const std::string& prefix) {
  if (const auto person = person_of(prefix))
    return level_terms(collection, field("person"), *person);
  std::set<std::pair<int, std::string>> levels;
  collection.for_each_term(prefix, [&levels](std::string_view term, std::uint64_t) {
    levels.emplace(level_of_term(term), term);
    return true;
  });
  std::vector<LeveledTerm> terms;
  for (const auto& [level, term] : levels) terms.push_back({term, level});
  return terms;
}

void add_levels(const Collection& collection, const Traits& traits, Part part, double score,
                Scored& scored) {
  const double sum = std::max(sum_of_positive(traits), 1e-9);
  for (const auto& [prefix, trait] : traits) {
    Clause clause;
    clause.kind = Kind::levels;
    clause.part = part;
    clause.weight = score * trait.weight / sum;
    clause.levels = terms_of(collection, prefix);
    if (!clause.levels.empty()) scored.add(std::move(clause), trait.weight);
  }
}

Clause joined_parts(Kind kind, std::vector<Clause> parts) {
  Clause clause;
  clause.kind = parts.empty() ? Kind::nothing : kind;
  clause.parts = std::move(parts);
  return clause;
}

// The same clause without scores.
Clause only_filters(Clause clause) {
  clause.part = Part::none;
  clause.is_content = false;
  for (Clause& part : clause.parts) part = only_filters(std::move(part));
  return clause;
}

Clause clause_of_text(Kind kind, const std::string& text) {
  Clause clause;
  clause.kind = kind;
  clause.text = text;
  return clause;
}

// Matches the examples themselves and, if copies are unwanted, the other copies of their stories.
Clause examples_clause(const Examples& examples, bool without_copies) {
  std::vector<Clause> parts;
  for (const auto* each : {&examples.like, &examples.not_like})
    for (const Article& article : *each) {
      if (!article.id.empty()) parts.push_back(clause_of_text(Kind::id, article.id));
      if (without_copies && !article.story.empty())
        parts.push_back(clause_of_text(Kind::story, article.story));
    }
  return joined_parts(Kind::any_of, std::move(parts));
}

Plan plan_of(const Scored& scored, Clause filter, Clause without) {
  Plan plan;
  plan.query = joined_parts(Kind::any_of, scored.wanted);
  if (filter.kind != Kind::everything)
    plan.query =
        joined_parts(Kind::all_of, {only_filters(std::move(filter)), std::move(plan.query)});
  plan.query = joined_parts(Kind::without, {std::move(plan.query), std::move(without)});
  plan.preferences = scored.unwanted;
  number_clauses(plan);
  return plan;
}

// Recognizes copies of the examples that are not known to be of the same story.
class CopyFilter {
 public:
  explicit CopyFilter(const std::vector<Article>& examples) {
    for (const Article& article : examples)
      if (const auto sketch = sketch_of(article.body)) sketches_.push_back(*sketch);
  }

  bool is_copy(const Article& article) const {
    const auto sketch = sketches_.empty() ? std::nullopt : sketch_of(article.body);
    return sketch && std::any_of(sketches_.begin(), sketches_.end(), [&](const Sketch& each) {
             return resemblance(*sketch, each) >= kCopyResemblance ||
                    containment(*sketch, each) >= kCopyContainment;
           });
  }

 private:
  std::vector<Sketch> sketches_;
};

// The strongest words, as a query for marking snippets.
Node marked_words(const Profile& wanted) {
  Node words;
  words.kind = Node::Kind::any_of;
  for (const auto& [term, word] : by_weight(wanted.words)) {
    if (words.children.size() == kMostMarked || word.weight <= 0) break;
    Node node;
    node.kind = Node::Kind::word;
    node.text = word.shown;
    words.children.push_back(std::move(node));
  }
  return words;
}

void mark_words(const Profile& wanted, std::size_t snippet_length, std::vector<Hit>& hits) {
  Highlighter highlighter(marked_words(wanted));
  for (Hit& hit : hits) show_text(hit, highlighter, snippet_length);
}

// "gun 0.31, shooting 0.22, person:\"Adam Lanza\" 0.8".
std::string to_text(const Profile& profile) {
  std::string text;
  for (const Traits* traits : {&profile.words, &profile.names, &profile.topics})
    for (const auto& [term, trait] : by_weight(*traits)) {
      char weight[16];
      std::snprintf(weight, sizeof weight, " %.2f", trait.weight);
      text += (text.empty() ? "" : ", ") + clause_of(trait) + weight;
    }
  return text;
}

// Adds the requested hits to the answer, the best first, without copies of the examples.
void take_hits(const FirstFound& first, const Collection& collection, const SimilarRequest& request,
               const CopyFilter& copies, SearchAnswer& answer) {
  std::size_t rank = 0;
  for (const Found& found : first.found) {
    Hit hit = make_hit(found, collection, HitDetail::article, request.explain);
    if (!request.copies && copies.is_copy(hit.article)) {
      --answer.total;
      continue;
    }
    if (rank++ < request.offset) continue;
    if (answer.hits.size() == request.limit) return;
    if (answer.collapsed) hit.copies = copies_of(found.match.story, first.stories);
    answer.hits.push_back(std::move(hit));
  }
}

}  // namespace

SearchAnswer similar(Archive& archive, const SimilarRequest& request) {
  constexpr std::size_t kMostCopies = 50;  // copies to expect among the best hits
  const Collection collection(archive);
  Planner planner(archive, collection);
  SearchAnswer answer;
  answer.archive = state_of(archive);
  answer.query = request.query_text;
  answer.offset = request.offset;
  answer.collapsed = !request.copies;
  answer.detail = request.detail;
  const Examples examples = examples_of(archive, planner, collection, request);
  Profiler profiler;
  std::vector<Profile> profiles;
  for (const Article& article : examples.like) profiles.push_back(profiler.profile(article));
  for (const Article& article : examples.not_like) profiles.push_back(profiler.profile(article));
  const Rarities rarities(collection, profiles, !request.text);
  const Profile wanted = wanted_profile(examples, rarities, std::move(profiles));
  Scored scored;
  add_words(wanted.words, rarities, scored);
  add_levels(collection, wanted.names, Part::entity, kNameScore, scored);
  add_levels(collection, wanted.topics, Part::topic, kTopicScore, scored);
  const Plan plan = plan_of(scored, planner.plan(request.query).query,
                            examples_clause(examples, !request.copies));
  const FirstFound first =
      CollectionQuery(collection, plan)
          .first_matches({Sort::relevance, request.offset + request.limit + kMostCopies,
                          answer.collapsed, request.explain});
  answer.total = first.total;
  take_hits(first, collection, request, CopyFilter(examples.like), answer);
  if (request.detail == HitDetail::text) mark_words(wanted, request.snippet_length, answer.hits);
  if (!request.explain) return answer;
  for (Hit& hit : answer.hits) hit.shared = shared_by(wanted, profiler.profile(hit.article));
  answer.tells_what_is_shared = true;
  answer.tree = to_text(wanted);
  return answer;
}

}  // namespace newsindex
