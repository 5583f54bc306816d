// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/blocks/date_labels.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/extract/blocks/page_blocks.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/rule_table.h"

namespace newsindex {
namespace {

constexpr std::string_view kLabelTable =
#include "date-labels.inc"
    ;

struct Labels {
  std::unordered_map<std::string, DateLabel> spaced;  // one or more words with a space between
  std::vector<std::pair<std::string, DateLabel>> unspaced;  // in scripts without spaces
  std::size_t most_words = 1;
};

// True for Han, kana and Thai: nothing separates a label from the text around it.
bool is_unspaced(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return first >= 0xE3 || (first == 0xE0 && word.size() > 1 && word[1] >= '\xB8');
}

// Throws std::logic_error if a label with spaced words stands in the table twice.
Labels load_labels() {
  using enum DateLabel;
  constexpr auto kNames =
      std::to_array<std::pair<std::string_view, DateLabel>>({{"published", published},
                                                             {"modified", modified},
                                                             {"weak", weak},
                                                             {"other", other},
                                                             {"foreign", foreign},
                                                             {"itself", itself},
                                                             {"of", of}});
  Labels labels;
  for (const auto& [name, language, words] : rule_rows<3>(kLabelTable)) {
    const DateLabel label = rule_value(name, kNames);
    const std::string letters = make_block(words).letters;
    if (is_unspaced(letters)) {
      labels.unspaced.emplace_back(letters, label);
      continue;
    }
    const auto spaces = static_cast<std::size_t>(std::ranges::count(letters, ' '));
    labels.most_words = std::max(labels.most_words, spaces + 1);
    if (!labels.spaced.emplace(letters, label).second)
      throw std::logic_error("a date label that stands twice: " + letters);
  }
  return labels;
}

const Labels& labels() {
  static const Labels loaded = load_labels();
  return loaded;
}

// The longest label that the words from `first` on begin with.
DateLabel spaced_label(const std::vector<std::string_view>& words, std::size_t first) {
  const std::size_t most = std::min(labels().most_words, words.size() - first);
  for (std::size_t count = most; count > 0; --count) {
    const std::string_view last = words[first + count - 1];
    const char* end = last.data() + last.size();
    const auto found = labels().spaced.find(std::string(words[first].data(), end));
    if (found != labels().spaced.end()) return found->second;
  }
  return DateLabel::none;
}

DateLabel unspaced_label(std::string_view word) {
  if (!is_unspaced(word)) return DateLabel::none;
  for (const auto& [letters, label] : labels().unspaced)
    if (word.find(letters) != std::string_view::npos) return label;
  return DateLabel::none;
}

DateLabel label_at(const std::vector<std::string_view>& words, std::size_t i) {
  const DateLabel label = spaced_label(words, i);
  return label == DateLabel::none ? unspaced_label(words[i]) : label;
}

}  // namespace

LineLabel label_before(std::string_view before) {
  // "Published by the Hafenstadt Courier on Tuesday".
  constexpr std::size_t kMostWordsBetween = 7;
  const std::string letters = make_block(before).letters;
  const std::vector<std::string_view> words = words_of(letters);
  const std::size_t first = words.size() > kMostWordsBetween ? words.size() - kMostWordsBetween : 0;
  LineLabel line;
  bool names_article = false;
  line.of_phrase = words.size() > 1 && label_at(words, words.size() - 1) == DateLabel::of;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const DateLabel label = label_at(words, i);
    names_article = names_article || label == DateLabel::itself;
    if (label == DateLabel::other) return {DateLabel::other};
    const bool weak = label == DateLabel::weak && i == 0;
    const bool tells = label == DateLabel::published || label == DateLabel::modified || weak;
    if (!tells || i < first) continue;
    // The last label counts: "published and updated" is a change.
    line.label = weak ? DateLabel::published : label;
    line.opens = line.opens || i == 0 || names_article;
  }
  line.of_phrase = line.of_phrase && !names_article;
  return line;
}

bool is_of_the_site(std::string_view letters) {
  const std::vector<std::string_view> words = words_of(letters);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (label_at(words, i) == DateLabel::foreign) return true;
  return false;
}

}  // namespace newsindex
