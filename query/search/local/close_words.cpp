// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/close_words.h"

#include <algorithm>

#include "query/search/scoring.h"
#include "schema/segment/term_sections.h"

namespace newsindex {

CloseWords::CloseWords(std::vector<WordsOfGroup> words, double weight)
    : words_(std::move(words)), weight_(weight) {
  for (std::size_t word = 0; word < words_.size(); ++word)
    for (const WordCode code : words_[word].codes) {
      if (code < kFirstWord) continue;
      by_code_.emplace_back(code, word);
      last_bytes_.set(code % last_bytes_.size());
    }
}

void CloseWords::count(Occurrence occurrence) {
  for (auto before = before_.rbegin(); before != before_.rend(); ++before) {
    if (occurrence.place - before->place > kClosePlaces) break;
    if (before->word == occurrence.word || before->place == occurrence.place) continue;
    const auto [low, high] = std::minmax(before->word, occurrence.word);
    ++times_[low][high];
  }
  before_.push_back(occurrence);
}

double CloseWords::score(std::string_view article, std::uint32_t length, const Statistics& all) {
  before_.clear();
  for (auto& row : times_) row.fill(0);
  std::uint32_t place = 0;
  bool is_same = false;
  const char* const end = article.data() + article.size();
  for (const char* at = article.data(); at < end;) {
    const WordCode code = next_number(at);
    if (code == kGap) {
      place += kClosePlaces + 1;
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
  double sum = 0;
  for (std::size_t a = 0; a < words_.size(); ++a)
    for (std::size_t b = a + 1; b < words_.size(); ++b)
      sum += closeness_score(all, weight_, std::min(words_[a].rarity, words_[b].rarity),
                             times_[a][b], length);
  return sum;
}

}  // namespace newsindex
