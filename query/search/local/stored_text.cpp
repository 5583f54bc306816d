// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/stored_text.h"

#include <algorithm>

#include "schema/text/paragraphs.h"

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

// A phrase must not run over the end of a paragraph.
bool a_paragraph_has(std::string_view text, const std::vector<std::string>& words,
                     Analyzer& analyzer) {
  while (true) {
    const std::size_t end = text.find(kBetweenParagraphs);
    if (text_has(text.substr(0, end), words, analyzer)) return true;
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + kBetweenParagraphs.size());
  }
}

}  // namespace

bool has_words_in_order(const Article& article, const std::vector<std::string>& words,
                        bool title_only, Analyzer& analyzer) {
  if (text_has(article.title, words, analyzer)) return true;
  return !title_only && (a_paragraph_has(article.body, words, analyzer) ||
                         a_paragraph_has(article.lead, words, analyzer));
}

}  // namespace newsindex
