// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/profile.h"

#include <algorithm>
#include <cmath>

#include "query/search/passages.h"
#include "schema/document.h"
#include "schema/fields.h"
#include "schema/query_language/proposal.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

constexpr double kHalfOfWeight = 4;  // a word this frequent has half of the greatest weight

void scale(Traits& traits, double by) {
  for (auto& [term, trait] : traits) trait.weight *= by;
}

void weigh(Traits& traits, const Rarity& rarity) {
  double squares = 0;
  for (auto& [term, trait] : traits) {
    trait.weight *= rarity(term);
    squares += trait.weight * trait.weight;
  }
  std::erase_if(traits, [](const auto& each) { return each.second.weight <= 0; });
  if (squares > 0) scale(traits, 1 / std::sqrt(squares));
}

void add_times(Traits& sum, const Traits& more, double times) {
  for (const auto& [term, trait] : more) {
    const auto [place, is_new] = sum.try_emplace(term, trait);
    const double before = is_new ? 0 : place->second.weight;
    place->second.weight = before + times * trait.weight;
  }
}

void add_times(Profile& sum, const std::vector<Profile>& more, double times) {
  for (const Profile& each : more) {
    const double share = times / static_cast<double>(more.size());
    add_times(sum.words, each.words, share);
    add_times(sum.names, each.names, share);
    add_times(sum.topics, each.topics, share);
  }
}

void add_shared(const Traits& a, const Traits& b, std::size_t most,
                std::vector<std::string>& clauses) {
  Traits both;
  for (const auto& [term, trait] : a) {
    const auto other = b.find(term);
    if (other == b.end() || trait.weight <= 0 || other->second.weight <= 0) continue;
    Trait& each = both[term] = trait;
    each.weight *= other->second.weight;
  }
  for (const auto& [term, trait] : by_weight(both)) {
    if (most-- == 0) return;
    clauses.push_back(clause_of(trait));
  }
}

}  // namespace

void Profiler::add_words(const std::string& text, const std::string& language, double weight,
                         Traits& words) {
  const std::string known = has_stemmer(language) ? language : std::string();
  Stemmer& stemmer = stemmers_.try_emplace(known, Stemmer(known)).first->second;
  for (const Token& token : analyzer_.analyze(text)) {
    if (token.joined || !is_word(token.term)) continue;
    Trait& word = words[std::string(stemmer.stem(token.term))];
    if (word.shown.empty()) word = {0, "text", text.substr(token.start, token.end - token.start)};
    word.weight += weight;
  }
}

Profile Profiler::profile(const Article& article) {
  Profile profile;
  const std::string body = prose_of(article.body);
  add_words(body, article.language, 1, profile.words);
  if (article.body.find(article.lead) == std::string::npos)
    add_words(article.lead, article.language, 1, profile.words);
  add_words(article.title, article.language, kTitleWeight, profile.words);
  for (auto& [stem, word] : profile.words) word.weight /= word.weight + kHalfOfWeight;
  for (const Entity& entity : article.entities) {
    const std::string_view of_type = entity_fields()[static_cast<std::size_t>(entity.type)];
    const std::string key = folded_words(analyzer_, entity.name);
    Trait& name = profile.names[level_term_prefix(field(of_type), key)];
    name = {std::max(name.weight, entity.salience / 100.0), std::string(of_type), entity.name};
  }
  for (const Topic& topic : article.topics) {
    std::string key(topic_key(topic.id));
    if (!topic.id.starts_with("medtop:")) key = folded_words(analyzer_, key);
    Trait& each = profile.topics[level_term_prefix(field("topic"), key)];
    each = {std::max(each.weight, topic.confidence / 100.0), "topic", topic.name};
  }
  return profile;
}

void weigh(Profile& profile, const Rarity& rarity) {
  weigh(profile.words, rarity);
  weigh(profile.names, rarity);
  weigh(profile.topics, rarity);
}

Profile combined(const Profile& like, const std::vector<Profile>& relevant,
                 const std::vector<Profile>& not_like) {
  Profile sum = like;
  add_times(sum, relevant, kRelevantShare);
  add_times(sum, not_like, -kNotLikeShare);
  return sum;
}

std::vector<std::pair<std::string, Trait>> by_weight(const Traits& traits) {
  std::vector<std::pair<std::string, Trait>> sorted(traits.begin(), traits.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second.weight > b.second.weight; });
  return sorted;
}

void keep_strongest(Traits& traits, std::size_t most) {
  const auto sorted = by_weight(traits);
  Traits kept;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const double weight = sorted[i].second.weight;
    const bool is_strong = (weight > 0 && i < most) || (weight < 0 && sorted.size() - i <= most);
    if (is_strong) kept.insert(sorted[i]);
  }
  traits = std::move(kept);
}

std::vector<std::string> shared_by(const Profile& a, const Profile& b) {
  constexpr std::size_t kMostWords = 8, kMostNames = 4, kMostTopics = 3;
  std::vector<std::string> clauses;
  add_shared(a.words, b.words, kMostWords, clauses);
  add_shared(a.names, b.names, kMostNames, clauses);
  add_shared(a.topics, b.topics, kMostTopics, clauses);
  return clauses;
}

std::string clause_of(const Trait& trait) {
  return trait.field == "text" ? trait.shown : clause_text(trait.field, trait.shown);
}

}  // namespace newsindex
