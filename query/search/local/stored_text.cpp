// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/stored_text.h"

#include <algorithm>

namespace newsindex {
namespace {

bool text_has(std::string_view text, const std::vector<std::string>& words, Analyzer& analyzer) {
  std::vector<Token> plain;
  for (const Token& token : analyzer.analyze(text)) {
    if (token.joined && words.size() == 1 && token.term == words.front()) return true;
    if (!token.joined) plain.push_back(token);
  }
  const auto is_word = [](const Token& token, const std::string& word) {
    return token.term == word;
  };
  return std::search(plain.begin(), plain.end(), words.begin(), words.end(), is_word) !=
         plain.end();
}

}  // namespace

bool has_words_in_order(const Article& article, const std::vector<std::string>& words,
                        bool title_only, Analyzer& analyzer) {
  if (text_has(article.title, words, analyzer)) return true;
  return !title_only &&
         (text_has(article.body, words, analyzer) || text_has(article.lead, words, analyzer));
}

}  // namespace newsindex
