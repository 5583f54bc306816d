// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/function_words.h"

#include <algorithm>
#include <set>

namespace newsindex {
namespace {

using Words = std::set<std::string_view>;

const Words& english() {
  static const Words words{
      "a",      "about",   "above",  "after",   "again",   "against", "all",  "also",    "am",
      "an",     "and",     "any",    "are",     "as",      "at",      "be",   "because", "been",
      "before", "being",   "below",  "between", "both",    "but",     "by",   "can",     "could",
      "did",    "do",      "does",   "doing",   "down",    "during",  "each", "few",     "for",
      "from",   "further", "had",    "has",     "have",    "having",  "he",   "her",     "here",
      "hers",   "him",     "his",    "how",     "i",       "if",      "in",   "into",    "is",
      "it",     "its",     "itself", "just",    "me",      "more",    "most", "my",      "no",
      "nor",    "not",     "now",    "of",      "off",     "on",      "once", "only",    "or",
      "other",  "our",     "out",    "over",    "own",     "same",    "she",  "should",  "so",
      "some",   "such",    "than",   "that",    "the",     "their",   "them", "then",    "there",
      "these",  "they",    "this",   "those",   "through", "to",      "too",  "under",   "until",
      "up",     "upon",    "very",   "was",     "we",      "were",    "what", "when",    "where",
      "which",  "while",   "who",    "whom",    "why",     "will",    "with", "would",   "you",
      "your"};
  return words;
}

const Words& german() {
  static const Words words{
      "aber",  "als",   "am",     "an",    "auch",  "auf",   "aus",  "bei", "bis",   "da",
      "damit", "das",   "dass",   "dem",   "den",   "der",   "des",  "die", "durch", "ein",
      "eine",  "einem", "einen",  "einer", "eines", "er",    "es",   "fur", "hat",   "hatte",
      "ich",   "ihr",   "ihre",   "im",    "in",    "ist",   "kann", "mit", "nach",  "nicht",
      "noch",  "nur",   "oder",   "ob",    "sein",  "seine", "sich", "sie", "sind",  "so",
      "uber",  "um",    "und",    "unter", "vom",   "von",   "vor",  "war", "warum", "was",
      "wer",   "wenn",  "werden", "wie",   "wird",  "wo",    "zu",   "zum", "zur",   "zwischen"};
  return words;
}

bool is_for_articles(std::string_view word) {
  static const Words words{"article",     "articles", "document", "documents",
                           "information", "story",    "stories"};
  return words.contains(word);
}

bool is_for_what_they_do(std::string_view word) {
  static const Words words{"about",     "cite",       "cites",      "concerning", "contain",
                           "contains",  "describe",   "describes",  "describing", "discuss",
                           "discusses", "discussing", "identifies", "identify",   "mention",
                           "mentions",  "mentioning", "provide",    "provides",   "regarding",
                           "report",    "reports"};
  return words.contains(word);
}

bool stands_between(std::string_view word) {
  static const Words words{"a",    "an",   "any", "all", "find",  "must", "on",    "relevant",
                           "show", "that", "the", "to",  "which", "will", "should"};
  return words.contains(word);
}

}  // namespace

bool is_function_word(std::string_view folded, std::string_view language) {
  if (language == "en") return english().contains(folded);
  return language == "de" && german().contains(folded);
}

std::size_t words_that_ask(const std::vector<std::string>& folded) {
  bool has_articles = false, has_verb = false;
  std::size_t count = 0;
  for (const std::string& word : folded) {
    const bool is_article = is_for_articles(word);
    const bool is_verb = has_articles && is_for_what_they_do(word);
    if (!is_article && !is_verb && !stands_between(word)) break;
    has_articles |= is_article;
    has_verb |= is_verb;
    ++count;
  }
  return has_articles && has_verb && count < folded.size() ? count : 0;
}

}  // namespace newsindex
