// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/advice/near_words.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "query/search/entity_terms.h"
#include "query/search/labels.h"
#include "schema/nearest_name.h"
#include "schema/terms.h"
#include "schema/text/to_latin.h"

namespace newsindex {
namespace {

constexpr std::size_t kLeastLetters = 4;   // of a word that can be misspelt
constexpr std::size_t kLettersForTwo = 6;  // from this length on, a misspelling can have two edits
constexpr std::size_t kLongestWord = 32;   // bytes
constexpr std::size_t kLongestName = 64;   // bytes
constexpr std::size_t kMostTerms = 100'000;  // terms that are looked at for one word
constexpr std::size_t kMostRead = 8;         // articles that are read for the spelling of a term
constexpr std::size_t kMostSpelt = 6;        // terms whose spelling is looked up

std::size_t most_edits(std::size_t letters) { return letters < kLettersForTwo ? 1 : 2; }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

// The number of edits between two words; more than `most` if there are more than `most`.
std::size_t edits_up_to(std::string_view from, std::string_view to, std::size_t most) {
  const std::size_t longer = std::max(from.size(), to.size());
  if (longer - std::min(from.size(), to.size()) > most) return most + 1;
  return edit_distance(from, to);
}

// All words one edit away: deletions, swaps, and each of 26 letters at each place.
std::vector<std::string> one_edit_away(const std::string& word) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at <= word.size(); ++at) {
    const std::string front = word.substr(0, at);
    const std::string back = word.substr(at);
    for (char letter = 'a'; letter <= 'z'; ++letter) words.push_back(front + letter + back);
    if (back.empty()) continue;
    words.push_back(front + back.substr(1));
    for (char letter = 'a'; letter <= 'z'; ++letter)
      if (letter != back[0]) words.push_back(front + letter + back.substr(1));
    if (back.size() > 1) words.push_back(front + back[1] + back[0] + back.substr(2));
  }
  return words;
}

bool comes_before(const NearWord& a, const NearWord& b) {
  if (a.edits != b.edits) return a.edits < b.edits;
  return a.articles != b.articles ? a.articles > b.articles : a.text < b.text;
}

std::size_t words_in(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

// The edits from `written` to a name, or, if `written` is one word, to the nearest word of the
// name.
std::size_t edits_of_name(std::string_view key, const std::string& written, std::size_t most) {
  if (words_in(key) == words_in(written)) return edits_up_to(written, key, most);
  if (words_in(written) != 1) return most + 1;
  std::size_t least = most + 1;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    least = std::min(least, edits_up_to(written, key.substr(at, end - at), most));
    at = end + 1;
  }
  return least;
}

// Removes words that are clearly less near, or much rarer, than the best one.
void keep_likely(std::vector<NearWord>& found) {
  constexpr std::uint64_t kMuchRarer = 20;
  if (found.empty()) return;
  const NearWord first = found.front();
  std::erase_if(found, [&first](const NearWord& each) {
    return each.edits > first.edits + 1 || each.articles * kMuchRarer < first.articles;
  });
  if (found.size() > NearWords::kMostNear) found.resize(NearWords::kMostNear);
}

}  // namespace

NearWords::NearWords(const Collection& archive, const std::vector<std::string>& languages)
    : archive_(archive) {
  for (const std::string& language : languages) stemmers_.emplace_back(language);
}

// Folds a text and transliterates it to Latin letters without accents.
std::string NearWords::latin(std::string_view written) {
  std::string folded = folded_words(analyzer_, written);
  return is_ascii(folded) ? folded : folded_words(analyzer_, to_latin(folded));
}

std::uint64_t NearWords::articles_with(const std::string& term) const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < archive_.size(); ++i)
    archive_[i].for_each_term(term, [&](std::string_view found, std::uint64_t articles) {
      if (found == term) sum += articles;
      return false;
    });
  return sum;
}

// Finds words one edit away. Their stems are looked up, because the index has no other forms.
void NearWords::add_slips(const Field& field, const std::string& word,
                          std::vector<NearWord>& found) {
  std::set<std::string> terms;
  const bool stemmed = field.matching == Matching::text;
  std::vector<std::string> candidates = one_edit_away(word);
  candidates.push_back(word);
  for (const std::string& candidate : candidates) {
    if (!stemmed) terms.insert(candidate);
    for (Stemmer& stemmer : stemmers_)
      if (stemmed) terms.insert(stemmer.fresh_stem(candidate));
  }
  for (const std::string& term : terms)
    if (const std::uint64_t articles = articles_with(make_term(field.prefix, term)); articles > 0)
      found.push_back({term, articles, 1});
}

// Finds terms at most two edits away that begin with the same two bytes as the word.
void NearWords::add_terms(const Field& field, const std::string& word,
                          std::vector<NearWord>& found) {
  if (word.size() < kLettersForTwo) return;
  const std::string stem = stemmers_.empty() || field.matching != Matching::text
                               ? word
                               : stemmers_.front().fresh_stem(word);
  std::map<std::string, std::uint64_t> near;
  std::size_t looked_at = 0;
  archive_.for_each_term(std::string(field.prefix) + word.substr(0, 2),
                         [&](std::string_view term, std::uint64_t articles) {
                           const std::string_view text = term.substr(field.prefix.size());
                           if (edits_up_to(stem, text, 2) <= 2) near[std::string(text)] += articles;
                           return ++looked_at < kMostTerms;
                         });
  for (const auto& [text, articles] : near) found.push_back({text, articles, 2});
}

// The spelling of a term in articles that have it; of several forms the one most like the word.
std::string NearWords::spelling_of(const Field& field, const std::string& term,
                                   const std::string& like) {
  if (field.matching != Matching::text) return term;
  Plan plan;
  plan.query.kind = Clause::Kind::words;
  plan.query.terms = {make_term(field.prefix, term)};
  number_clauses(plan);
  std::string nearest;
  const FirstFound first =
      CollectionQuery(archive_, plan).first_matches({.sort = Sort::newest, .most = kMostRead});
  for (const Found& match : first.found) {
    const Article article = archive_[match.segment].article(match.match.number);
    look_for_form(article.title + "\n" + article.lead + "\n" + article.body, term, like, nearest);
    if (!nearest.empty() && edit_distance(like, nearest) <= 1) break;
  }
  return nearest;
}

// Sets `nearest` to the form of the term in the text that is most like the word.
void NearWords::look_for_form(const std::string& text, const std::string& term,
                              const std::string& like, std::string& nearest) {
  for (const Token& token : analyzer_.analyze(text)) {
    const std::string word(token.term);
    if (word == nearest || word.front() != term.front()) continue;
    const bool has_stem = std::any_of(stemmers_.begin(), stemmers_.end(), [&](Stemmer& stemmer) {
      return stemmer.fresh_stem(word) == term;
    });
    if (has_stem && (nearest.empty() || edit_distance(like, word) < edit_distance(like, nearest)))
      nearest = word;
  }
}

std::vector<NearWord> NearWords::best(const Field& field, const std::string& word,
                                      std::vector<NearWord> found) {
  std::sort(found.begin(), found.end(), comes_before);
  if (found.size() > kMostSpelt) found.resize(kMostSpelt);
  std::vector<NearWord> spelt;
  std::set<std::string> seen{word};
  for (NearWord& each : found) {
    each.text = spelling_of(field, each.text, word);
    if (each.text.empty() || !seen.insert(each.text).second) continue;
    each.edits = edit_distance(word, each.text);
    spelt.push_back(each);
  }
  std::sort(spelt.begin(), spelt.end(), comes_before);
  keep_likely(spelt);
  return spelt;
}

std::vector<NearWord> NearWords::words(const Field& field, std::string_view written) {
  if (written.size() > kLongestWord) return {};
  const std::string word = latin(written);
  if (word.size() < kLeastLetters || !is_ascii(word) || words_in(word) != 1) return {};
  std::vector<NearWord> found;
  add_slips(field, word, found);
  if (found.size() < kMostNear) add_terms(field, word, found);
  return best(field, word, std::move(found));
}

std::vector<NearWord> NearWords::names(const Field& field, std::string_view written) {
  if (written.size() > kLongestName) return {};
  const std::string name = latin(written);
  if (name.size() < kLeastLetters) return {};
  const std::size_t most = most_edits(name.size());
  std::map<std::string, NearWord, std::less<>> near;
  std::size_t looked_at = 0;
  archive_.for_each_term(field.prefix, [&](std::string_view term, std::uint64_t articles) {
    const std::string_view key = key_of_level_term(field, term);
    if (const auto known = near.find(key); known != near.end()) {
      known->second.articles += articles;
    } else if (const std::size_t edits = edits_of_name(key, name, most); edits <= most) {
      near.emplace(key, NearWord{std::string(key), articles, edits});
    }
    return ++looked_at < 2 * kMostTerms;
  });
  std::vector<NearWord> found;
  for (auto& [key, each] : near) {
    if (is_affected_by_short_names(archive_, field, key))
      each.articles = articles_with_name(archive_, field, key);
    if (each.articles > 0) found.push_back(std::move(each));
  }
  std::sort(found.begin(), found.end(), comes_before);
  keep_likely(found);
  return found;
}

}  // namespace newsindex
