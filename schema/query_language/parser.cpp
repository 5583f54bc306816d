// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/parser.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "schema/fields.h"
#include "schema/query_language/characters.h"
#include "schema/query_language/clause_name.h"
#include "schema/query_language/compose.h"
#include "schema/query_language/dates.h"
#include "schema/query_language/in_quotes.h"
#include "schema/query_language/languages.h"
#include "schema/query_language/lexer.h"
#include "schema/query_language/proposal.h"
#include "schema/query_language/sequences.h"
#include "schema/query_language/word_notes.h"

namespace newsindex {
namespace {

using Kind = QueryToken::Kind;

constexpr std::size_t kLeastBeforeWildcard = 2;  // letters
constexpr std::string_view kUndated = "none";

// The context of a word, phrase or group: its field and how it is read.
struct Scope {
  std::string_view field = "text";
  std::string_view edge;  // kAfter or kBefore, for dates
  bool whole = false;
  bool exact = false;
};

bool is_operator(Kind kind) {
  return kind == Kind::either || kind == Kind::both || kind == Kind::negate || kind == Kind::near ||
         kind == Kind::minus;
}

bool starts_operand(Kind kind) {
  return kind == Kind::word || kind == Kind::phrase || kind == Kind::open || kind == Kind::clause;
}

std::string as_a_word(const QueryToken& token) {
  if (token.kind == Kind::minus || token.text.front() == '|') return "";
  return "; to search for the word, put it in quotes";
}

// Removes the star from the end of a word. False when there is no star. Throws when the star is not
// at the end, or follows too few letters.
bool take_wildcard(std::string& text, std::size_t start) {
  const std::size_t star = text.find('*');
  if (star == std::string::npos) return false;
  const Span place{start + star, start + star + 1};
  if (star + 1 != text.size())
    fail(
        "a wildcard stands at the end of a word, as in mini*; put the word in quotes to search for "
        "it as it is",
        place, {{{start, start + text.size()}, text.substr(0, star) + "*"}});
  std::size_t letters = 0;
  for (std::size_t at = 0; at < star; at += code_point_at(text, at).size)
    if (is_searchable(std::string_view(text).substr(at, code_point_at(text, at).size))) ++letters;
  if (letters < kLeastBeforeWildcard)
    fail("a wildcard needs at least " + std::to_string(kLeastBeforeWildcard) +
             " letters or digits before it, as in mini*",
         place);
  text.pop_back();
  return true;
}

void refuse_wildcard(const QueryToken& token, std::string_view field) {
  if (token.kind == Kind::word && token.text.ends_with('*'))
    fail(in_quotes(field) +
             " is compared as a whole: no wildcards; put the value in quotes if it ends " +
             "with a *",
         {token.span.end - 1, token.span.end});
}

// Replaces doubled quotation marks (in a quoted value behind :=) by single ones.
std::string single_quotes(std::string_view text) {
  std::string single;
  for (std::size_t at = 0; at < text.size(); ++at) {
    single += text[at];
    if (text.substr(at, 2) == "\"\"") ++at;
  }
  return single;
}

void set_levels(Node& node, const Levels& levels) {
  if (node.kind == Node::Kind::label && node.levels == Levels{}) node.levels = levels;
  for (Node& child : node.children) set_levels(child, levels);
}

class Parser {
 public:
  Parser(std::vector<QueryToken> tokens, const ParseOptions& options)
      : tokens_(std::move(tokens)), options_(options) {}

  Node parse() {
    if (peek().kind == Kind::end) return Node{};
    return alternatives(Scope{});
  }

 private:
  const QueryToken& peek() const { return tokens_[next_]; }
  const QueryToken& take() { return tokens_[next_++]; }
  bool accept(Kind kind) {
    if (peek().kind != kind) return false;
    ++next_;
    return true;
  }

  // alternatives := sequence (OR sequence)*
  Node alternatives(const Scope& scope) {
    std::vector<Node> choices{sequence(scope)};
    while (accept(Kind::either)) choices.push_back(sequence(scope));
    return any_of(std::move(choices));
  }

  // sequence := conjunction+
  Node sequence(const Scope& scope) {
    std::vector<Operand> operands;
    do {
      operands.push_back(conjunction(scope));
    } while (peek().kind != Kind::either && peek().kind != Kind::close && peek().kind != Kind::end);
    return compose(std::move(operands), options_.match);
  }

  // conjunction := operand (AND operand)*
  Operand conjunction(const Scope& scope) {
    Operand first = operand(scope);
    if (peek().kind != Kind::both) return first;
    std::vector<Operand> operands{std::move(first)};
    while (accept(Kind::both)) operands.push_back(operand(scope));
    return {compose(std::move(operands), Match::all), false};
  }

  // operand := [NOT | -] neighbours
  Operand operand(const Scope& scope) {
    const QueryToken sign = peek();
    const bool negative = accept(Kind::minus) || accept(Kind::negate);
    if (negative && (peek().kind == Kind::minus || peek().kind == Kind::negate))
      fail("two negations in a row; leave one out", {sign.span.start, peek().span.end});
    Operand result{neighbours(scope), negative};
    if (negative) result.node.span.start = sign.span.start;
    return result;
  }

  // neighbours := primary (NEAR primary)*
  Node neighbours(const Scope& scope) {
    Node first = near_operand(scope);
    if (peek().kind != Kind::near) return first;
    Node node;
    node.kind = Node::Kind::near;
    node.field = first.field;
    node.distance = peek().distance;
    node.children.push_back(std::move(first));
    while (peek().kind == Kind::near) {
      const QueryToken sign = take();
      if (sign.distance != node.distance)
        fail("all NEAR of one chain need the same distance", sign.span);
      node.children.push_back(near_operand(scope));
      if (node.children.back().field != node.field)
        fail("words near each other are in one field, as in title:(oil NEAR/5 spill)",
             node.children.back().span);
    }
    node.span = {node.children.front().span.start, node.children.back().span.end};
    return node;
  }

  // A primary. With NEAR on either side, it must be a single word.
  Node near_operand(const Scope& scope) {
    const bool behind_near = next_ > 0 && tokens_[next_ - 1].kind == Kind::near;
    const std::size_t first_token = next_;
    Node node = primary(scope);
    const bool grouped = tokens_[first_token].kind == Kind::open;
    const bool is_word = node.kind == Node::Kind::word && !grouped;
    if ((behind_near || peek().kind == Kind::near) && !is_word)
      fail("NEAR stands between single words, as in oil NEAR/5 spill", node.span);
    return node;
  }

  // primary := word | phrase | clause | ( alternatives )
  Node primary(const Scope& scope) {
    if (!starts_operand(peek().kind)) refuse_missing_operand();
    if (peek().kind == Kind::clause) return clause(scope);
    if (peek().kind == Kind::open) return group(scope);
    return leaf(scope);
  }

  [[noreturn]] void refuse_missing_operand() const {
    const QueryToken& here = peek();
    if (is_operator(here.kind))
      fail("there is nothing before " + in_quotes(here.text) + as_a_word(here), here.span);
    const QueryToken& sign = tokens_[next_ - 1];
    fail("there is nothing after " + in_quotes(sign.text) + as_a_word(sign), sign.span);
  }

  Node group(const Scope& scope) {
    const std::size_t start = take().span.start;
    Node node = alternatives(scope);
    node.span = {start, take().span.end};
    if (peek().kind == Kind::levels) set_levels(node, take().levels);
    return node;
  }

  // clause := name: [name:] value | name: group
  Node clause(const Scope& scope) {
    const std::size_t start = peek().span.start;
    Scope inner = scope;
    bool named = false;
    while (peek().kind == Kind::clause) enter(inner, take(), named);
    Node node = peek().kind == Kind::open ? group(inner) : leaf(inner);
    node.span.start = start;
    return node;
  }

  static void enter(Scope& scope, const QueryToken& name, bool& named) {
    if (name.text == kExact) {
      scope.exact = true;
      return;
    }
    if (std::exchange(named, true)) fail("one value takes one field", name.span);
    const bool edge = name.text == kAfter || name.text == kBefore;
    scope.field = edge ? "date" : name.text;
    scope.edge = edge ? name.text : std::string_view();
    scope.whole = name.whole;
  }

  // leaf := (word | phrase) [levels]
  Node leaf(const Scope& scope) {
    const QueryToken token = take();
    Node node;
    node.field = scope.field;
    node.text = scope.whole ? single_quotes(token.text) : std::string(token.text);
    node.span = token.span;
    switch (field(scope.field).matching) {
      case Matching::text:
      case Matching::words: words(node, token, scope); break;
      case Matching::exact: whole(node, token, scope); break;
      case Matching::topic:
      case Matching::entity: label(node, token, scope); break;
      case Matching::date: dates(node, token, scope); break;
      case Matching::sequence: ingested(node, token, scope); break;
    }
    return node;
  }

  static void words(Node& node, const QueryToken& token, const Scope& scope) {
    if (scope.whole) return whole(node, token, scope);
    node.exact = scope.exact;
    if (token.kind == Kind::phrase) {
      node.kind = Node::Kind::phrase;
      return;
    }
    const bool prefix = take_wildcard(node.text, token.text_start);
    node.kind = prefix ? Node::Kind::prefix : Node::Kind::word;
    if (prefix) node.exact = false;
  }

  static void whole(Node& node, const QueryToken& token, const Scope& scope) {
    refuse_exact(token, scope);
    refuse_wildcard(token, scope.field);
    node.kind = Node::Kind::whole;
    if (scope.field != "lang") return;
    node.exact = scope.whole;
    if (!node.exact || !is_language_as_stored(node.text))
      node.text = language_of_clause(node.text, token.span);
  }

  void label(Node& node, const QueryToken& token, const Scope& scope) {
    refuse_exact(token, scope);
    refuse_wildcard(token, scope.field);
    node.kind = Node::Kind::label;
    node.exact = scope.whole;
    if (peek().kind != Kind::levels) return;
    node.levels = peek().levels;
    node.span.end = take().span.end;
  }

  void dates(Node& node, const QueryToken& token, const Scope& scope) const {
    refuse_exact(token, scope);
    const std::size_t start = token.text_start;
    node.kind = Node::Kind::dates;
    node.undated = scope.edge.empty() && token.text == kUndated;
    if (node.undated) return;
    node.days = scope.edge == kAfter    ? parse_days_after(token.text, start, options_.today)
                : scope.edge == kBefore ? parse_days_before(token.text, start, options_.today)
                                        : parse_days(token.text, start, options_.today);
  }

  static void ingested(Node& node, const QueryToken& token, const Scope& scope) {
    refuse_exact(token, scope);
    node.kind = Node::Kind::ingested;
    node.sequences = parse_sequences(token.text, token.text_start);
  }

  static void refuse_exact(const QueryToken& token, const Scope& scope) {
    if (scope.exact)
      fail("'exact:' is for words and phrases; " + in_quotes(scope.field) +
               " is always taken as written",
           token.span);
  }

  std::vector<QueryToken> tokens_;
  std::size_t next_ = 0;
  ParseOptions options_;
};

}  // namespace

namespace {

std::optional<Span> first_fault(std::string_view query, const ParseOptions& options,
                                const QueryLimits& limits) {
  try {
    Parser(tokens_of(query, limits), options).parse();
    return std::nullopt;
  } catch (const QueryError& error) {
    return error.span();
  }
}

}  // namespace

ParsedQuery read_query(std::string_view query, const ParseOptions& options,
                       const QueryLimits& limits) {
  const FirstFault fault = [&](std::string_view text) {
    return first_fault(text, options, limits);
  };
  try {
    const std::vector<QueryToken> tokens = tokens_of(query, limits);
    ParsedQuery parsed{Parser(tokens, options).parse(), {}};
    parsed.notes = notes_on_words(tokens, query, fault);
    return parsed;
  } catch (const QueryError& error) {
    throw with_hint(error, query, fault);
  }
}

Node parse_query(std::string_view query, const ParseOptions& options, const QueryLimits& limits) {
  return read_query(query, options, limits).tree;
}

}  // namespace newsindex
