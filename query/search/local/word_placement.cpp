// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/word_placement.h"

#include <algorithm>

#include "query/search/scoring.h"
#include "schema/segment/term_sections.h"

namespace newsindex {

WordPlacement::WordPlacement(std::vector<WordsOfGroup> words, const Weights& weights)
    : words_(std::move(words)), weights_(weights) {
  for (std::size_t word = 0; word < words_.size(); ++word)
    for (const WordCode code : words_[word].codes) {
      if (code < kFirstWord) continue;
      by_code_.emplace_back(code, word);
      last_bytes_.set(code % last_bytes_.size());
    }
}

void WordPlacement::count(Occurrence occurrence) {
  for (auto before = before_.rbegin(); before != before_.rend(); ++before) {
    if (occurrence.place - before->place > kClosePlaces) break;
    if (before->word == occurrence.word || before->place == occurrence.place) continue;
    const auto [low, high] = std::minmax(before->word, occurrence.word);
    ++times_[low][high];
  }
  before_.push_back(occurrence);
}

double WordPlacement::closeness(std::uint32_t length, const Statistics& all) const {
  double sum = 0;
  for (std::size_t a = 0; a < words_.size(); ++a)
    for (std::size_t b = a + 1; b < words_.size(); ++b)
      sum += closeness_score(all, weights_.closeness, std::min(words_[a].rarity, words_[b].rarity),
                             times_[a][b], length);
  return sum;
}

double WordPlacement::lead() const {
  double sum = 0;
  std::bitset<kMostCloseWords> seen;
  for (const Occurrence& each : before_) {
    if (seen.test(each.word)) continue;
    seen.set(each.word);
    sum += lead_score(weights_.lead, words_[each.word].rarity, each.place);
    if (seen.count() == words_.size()) break;
  }
  return sum;
}

Placement WordPlacement::score(std::string_view article, std::uint32_t length,
                               const Statistics& all) {
  before_.clear();
  for (auto& row : times_) row.fill(0);
  std::uint32_t place = 0;
  bool is_same = false;
  bool is_title = true;
  const char* const end = article.data() + article.size();
  for (const char* at = article.data(); at < end;) {
    const WordCode code = next_number(at);
    if (code == kGap) {
      if (is_title) place += kClosePlaces + 1;
      is_title = false;
    } else if (code == kSamePlace) {
      is_same = true;
    } else {
      if (!is_same) ++place;
      is_same = false;
      if (!last_bytes_.test(code % last_bytes_.size())) continue;
      for (const auto& [wanted, word] : by_code_)
        if (wanted == code) count({place, word});
    }
  }
  return {closeness(length, all), lead()};
}

}  // namespace newsindex
