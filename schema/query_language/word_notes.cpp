// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/word_notes.h"

#include <algorithm>
#include <array>
#include <string>

namespace newsindex {
namespace {

using Kind = QueryToken::Kind;

constexpr std::size_t kLongestSuggestion = 200;  // bytes

// A word that would be an operator in capitals.
struct LikeOperator {
  std::string_view word;
  std::string_view sign;
  bool takes_two;  // something to search for stands on both sides
};
constexpr std::array kLikeOperators{
    LikeOperator{"or", "OR", true}, LikeOperator{"and", "AND", true},
    LikeOperator{"not", "NOT", false}, LikeOperator{"near", "NEAR", true}};

bool ends_operand(Kind kind) {
  return kind == Kind::word || kind == Kind::phrase || kind == Kind::close || kind == Kind::levels;
}

bool begins_operand(Kind kind) {
  return kind == Kind::word || kind == Kind::phrase || kind == Kind::open || kind == Kind::clause ||
         kind == Kind::minus;
}

// The places where the word stands like the operator.
std::vector<Span> places_of(const LikeOperator& word, const std::vector<QueryToken>& tokens) {
  std::vector<Span> places;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const bool first = i == 0 || !ends_operand(tokens[i - 1].kind);
    if (tokens[i].kind != Kind::word || tokens[i].text != word.word) continue;
    if (i > 0 && tokens[i - 1].kind == Kind::clause) continue;
    if ((!first || !word.takes_two) && begins_operand(tokens[i + 1].kind))
      places.push_back(tokens[i].span);
  }
  return places;
}

// The query with the operator at these places; "" if that does not parse or the query is too long.
std::string with_sign(std::string_view query, const std::vector<Span>& places,
                      std::string_view sign, const FirstFault& fault) {
  if (query.size() > kLongestSuggestion) return "";
  std::string changed(query);
  for (auto place = places.rbegin(); place != places.rend(); ++place)
    changed.replace(place->start, place->end - place->start, sign);
  return fault(changed) ? "" : changed;
}

void add_operators(std::vector<QueryNote>& notes, const std::vector<QueryToken>& tokens,
                   std::string_view query, const FirstFault& fault) {
  for (const LikeOperator& word : kLikeOperators) {
    const std::vector<Span> places = places_of(word, tokens);
    if (places.empty()) continue;
    const std::string sentence = "did you mean " + std::string(word.sign) + "? '" +
                                 std::string(word.word) +
                                 "' in small letters is a word like others";
    notes.push_back({sentence, places.front(), with_sign(query, places, word.sign, fault)});
  }
}

void add_plus(std::vector<QueryNote>& notes, const std::vector<QueryToken>& tokens) {
  const auto plus = std::find_if(tokens.begin(), tokens.end(), [](const QueryToken& token) {
    return token.kind == Kind::word && token.text.size() > 1 && token.text.front() == '+';
  });
  if (plus == tokens.end()) return;
  notes.push_back({"a + before a word changes nothing: words are all required, but for --match any",
                   plus->span, ""});
}

}  // namespace

std::vector<QueryNote> notes_on_words(const std::vector<QueryToken>& tokens, std::string_view query,
                                      const FirstFault& fault) {
  std::vector<QueryNote> notes;
  add_operators(notes, tokens, query, fault);
  add_plus(notes, tokens);
  std::stable_sort(notes.begin(), notes.end(), [](const QueryNote& a, const QueryNote& b) {
    return a.span.start < b.span.start;
  });
  return notes;
}

std::string to_text(const QueryNote& note) {
  return note.suggestion.empty() ? note.sentence : note.sentence + "; write " + note.suggestion;
}

}  // namespace newsindex
