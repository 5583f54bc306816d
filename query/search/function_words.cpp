// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/function_words.h"

#include "query/search/word_lists.h"

namespace newsindex {
namespace {

constexpr std::string_view kAsking = "en";  // the only language with lists of such openings

}  // namespace

bool is_function_word(std::string_view folded, std::string_view language) {
  return is_in_word_list("function", language, folded);
}

std::size_t words_that_ask(const std::vector<std::string>& folded) {
  bool has_articles = false, has_verb = false;
  std::size_t count = 0;
  for (const std::string& word : folded) {
    const bool is_article = is_in_word_list("articles", kAsking, word);
    const bool is_verb = has_articles && is_in_word_list("asking", kAsking, word);
    if (!is_article && !is_verb && !is_in_word_list("between", kAsking, word)) break;
    has_articles |= is_article;
    has_verb |= is_verb;
    ++count;
  }
  return has_articles && has_verb && count < folded.size() ? count : 0;
}

}  // namespace newsindex
