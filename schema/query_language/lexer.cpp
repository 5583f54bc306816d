// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/lexer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "schema/query_language/clause_name.h"
#include "schema/query_language/foreign_signs.h"
#include "schema/query_language/in_quotes.h"
#include "schema/query_language/levels.h"
#include "schema/query_language/scanner.h"

namespace newsindex {
namespace {

using Kind = QueryToken::Kind;

struct Operator {
  std::string_view sign;
  Kind kind;
};
constexpr std::array kOperators{Operator{"OR", Kind::either}, Operator{"AND", Kind::both},
                                Operator{"&&", Kind::both}, Operator{"NOT", Kind::negate}};

constexpr std::string_view kNear = "NEAR";
constexpr int kMostNames = 2;  // exact: and a field

bool in_name(char32_t code) {
  return is_letter(code) || code == '-' || code == '_' || (code >= '0' && code <= '9');
}

bool closes_operand(char32_t code) { return code == ')' || code == '|'; }

unsigned near_distance(std::string_view text, Span span) {
  if (text == kNear) return kDefaultNearDistance;
  const std::string_view digits = text.substr(kNear.size() + 1);
  unsigned distance = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, failure] = std::from_chars(digits.data(), end, distance);
  const bool is_number = failure == std::errc() && stop == end;
  if (!is_number || distance < 1 || distance > kMostNearDistance)
    fail(in_quotes(text) + " needs a number of words from 1 to " +
             std::to_string(kMostNearDistance) + ", as in oil NEAR/5 spill",
         span);
  return distance;
}

[[noreturn]] void refuse_levels(Span span) {
  fail(
      "only topics and the names of persons, organisations and places have levels to compare; "
      "to search for the text as it is, put it in quotes",
      span);
}

class Lexer {
 public:
  Lexer(std::string_view query, const QueryLimits& limits) : scan_(query), limits_(limits) {}

  std::vector<QueryToken> run() {
    while (scan_.skip_blanks()) next();
    if (!groups_.empty())
      fail("this parenthesis is never closed", {groups_.back().start, groups_.back().start + 1});
    if (tokens_.empty() && punctuation_) refuse_punctuation(*punctuation_);
    push(Kind::end, scan_.at());
    return std::move(tokens_);
  }

 private:
  struct OpenGroup {
    Reading reading;
    bool whole;  // it belongs to field:=
    std::size_t start;
    bool only_labels = true;  // it has only labels so far
  };

  Reading reading() const { return groups_.empty() ? Reading::words : groups_.back().reading; }
  bool whole() const { return !groups_.empty() && groups_.back().whole; }

  QueryToken& push(Kind kind, std::size_t start) {
    return tokens_.emplace_back(QueryToken{.kind = kind,
                                           .text = scan_.from(start),
                                           .span = scan_.span_from(start),
                                           .text_start = start});
  }

  // True when the last token is of this kind and ends at `start`.
  bool directly_behind(Kind kind, std::size_t start) const {
    return !tokens_.empty() && tokens_.back().kind == kind && tokens_.back().span.end == start;
  }

  void next() {
    const char32_t code = scan_.here();
    if (code == '(') return open(reading(), whole());
    if (code == ')') return close();
    if (code == '|') return either();
    if (code == '-') return minus();
    if (is_foreign_minus(code)) check_foreign_minus();
    if (is_quote(code)) return phrase(reading(), whole());
    if (!name_before_colon().empty()) return named();
    word(reading());
  }

  // ---- signs

  void open(Reading inside, bool whole_values) {
    const std::size_t start = scan_.at();
    scan_.step();
    groups_.push_back({inside, whole_values, start, true});
    if (groups_.size() > limits_.depth)
      fail("too many parentheses inside each other (at most " + std::to_string(limits_.depth) + ")",
           scan_.span_from(start));
    push(Kind::open, start);
  }

  void close() {
    const std::size_t start = scan_.at();
    scan_.step();
    if (groups_.empty()) fail("this parenthesis was never opened", scan_.span_from(start));
    const OpenGroup group = groups_.back();
    if (tokens_.back().kind == Kind::open)
      fail("there is nothing to search for between the parentheses", scan_.span_from(group.start));
    groups_.pop_back();
    push(Kind::close, start);
    levels_behind(group.only_labels ? Reading::labels : group.reading);
  }

  void either() {
    const std::size_t start = scan_.at();
    scan_.skip_while([](char32_t code) { return code == '|'; });
    push(Kind::either, start);
  }

  void minus() {
    const std::size_t start = scan_.at();
    scan_.skip_while([](char32_t code) { return code == '-'; });
    const bool alone = scan_.at_blank() || closes_operand(scan_.here());
    const bool single = scan_.at() - start == 1;
    if (alone && !single) return leave_out(start);
    if (alone)
      fail("this '-' stands alone; write it as in oil -spill to leave out articles with the word",
           scan_.span_from(start));
    if (!single)
      fail(
          "several '-' before a word mean nothing; one, as in oil -spill, leaves articles with the "
          "word out",
          scan_.span_from(start));
    push(Kind::minus, start);
  }

  // ---- phrases

  void phrase(Reading how, bool is_whole_value) {
    const std::size_t start = scan_.at();
    const char32_t opening = scan_.here();
    scan_.step();
    const std::size_t inside = scan_.at();
    skip_quoted(opening, is_whole_value);
    if (scan_.at_end()) fail("this quote is never closed", {start, inside});
    const std::string_view text = scan_.from(inside);
    scan_.step();
    check_phrase(text, start, is_whole_value ? Reading::literal : how);
    if (!is_whole_value && (how == Reading::words || how == Reading::labels))
      refuse_star_in_phrase(text, inside);
    count_words(text, start);
    note_reading(how);
    QueryToken& token = push(Kind::phrase, start);
    token.text = text;
    token.text_start = inside;
    if (how == Reading::words) refuse_suffix(token);
    levels_behind(how);
  }

  // Moves to the closing quote. In a whole value "" stands for a quotation mark.
  void skip_quoted(char32_t opening, bool is_whole_value) {
    const auto skip = [&] {
      scan_.skip_while(
          [opening](char32_t code) { return opening == '"' ? code != '"' : !is_quote(code); });
    };
    for (skip(); is_whole_value && scan_.rest().starts_with("\"\""); skip()) {
      scan_.step();
      scan_.step();
    }
  }

  void check_phrase(std::string_view text, std::size_t start, Reading how) const {
    Scanner words(text);
    if (!words.skip_blanks())
      fail("there is nothing to search for between the quotes", scan_.span_from(start));
    const bool as_written = how == Reading::literal || how == Reading::dates;
    if (!as_written && !is_searchable(text)) refuse_punctuation(scan_.span_from(start));
  }

  // Throws for a star at the end of a word, which was meant as a wildcard. Other stars (M*A*S*H)
  // are read as written.
  static void refuse_star_in_phrase(std::string_view text, std::size_t inside) {
    for (std::size_t star = text.find('*'); star != std::string_view::npos;
         star = text.find('*', star + 1)) {
      const bool begins_word = star == 0 || text[star - 1] == ' ';
      const bool ends_word = star + 1 == text.size() || text[star + 1] == ' ';
      if (ends_word && !begins_word)
        fail(
            "a wildcard does not work inside quotes; leave the * out, or write the words without "
            "quotes",
            {inside + star, inside + star + 1});
    }
  }

  // "oil spill"~5
  void refuse_suffix(const QueryToken& phrase) const {
    Span whole = phrase.span;
    std::string_view name;
    if (tokens_.size() > 1 && tokens_[tokens_.size() - 2].kind == Kind::clause &&
        tokens_[tokens_.size() - 2].span.end == whole.start) {
      const Span clause = tokens_[tokens_.size() - 2].span;
      name = scan_.text().substr(clause.start, clause.end - clause.start);
      whole.start = clause.start;
    }
    refuse_foreign_suffix(scan_.text(), whole, name, phrase.text);
  }

  // ---- clauses

  // "title" when the text here is title:..., else "".
  std::string_view name_before_colon() const {
    Scanner ahead(scan_);
    if (!is_letter(ahead.here())) return {};
    ahead.skip_while(in_name);
    return ahead.here() == ':' ? ahead.from(scan_.at()) : std::string_view();
  }

  void named() {
    const std::size_t start = scan_.at();
    const std::string_view written = name_before_colon();
    if (const auto name = find_clause_name(written)) return clause(*name, written);
    // In https:// and std::string the colon belongs to the word.
    const std::string_view behind = scan_.rest().substr(written.size() + 1);
    const bool colon_is_text = behind.starts_with("//") || behind.starts_with(":");
    if (colon_is_text || reading() != Reading::words) return word(reading());
    scan_.move_to(std::max(end_of_word(Reading::words), start + written.size() + 1));
    refuse_clause_name(written, scan_.from(start), start);
  }

  void clause(const ClauseName& name, std::string_view written) {
    const std::size_t start = scan_.at();
    scan_.move_to(start + written.size() + 1);
    const bool whole = scan_.here() == '=';
    if (whole) scan_.step();
    if (whole && !name.has_whole_values) refuse_whole_value(name, scan_.span_from(start));
    if (scan_.at_blank() || closes_operand(scan_.here())) refuse_missing_value(start);
    QueryToken& token = push(Kind::clause, start);
    token.text = name.name;
    token.whole = whole;
    if (++names_before_value_ > kMostNames)
      fail("one value takes one field", {start, start + written.size()});
    if (another_clause_follows(name)) return named();
    names_before_value_ = 0;
    value(name.name == kExact ? reading() : name.reading, whole, written);
  }

  [[noreturn]] void refuse_missing_value(std::size_t start) {
    const std::string name(scan_.from(start));
    const Span span = scan_.span_from(start);
    scan_.skip_blanks();
    const Span blanks{start, scan_.at()};
    if (is_quote(scan_.here())) fail_with(name, span, blanks, name);
    const std::size_t value = scan_.at();
    scan_.move_to(end_of_word(Reading::words));
    fail_with(name, span, {start, scan_.at()}, name + std::string(scan_.from(value)));
  }

  [[noreturn]] static void fail_with(const std::string& name, Span span, Span replaced,
                                     const std::string& text) {
    std::vector<Proposal> proposals;
    if (text != name) proposals.push_back({replaced, text});
    throw QueryError(in_quotes(name) + " needs a value directly behind it", span, proposals);
  }

  // True in exact:title:"..." and title:exact:"...". In title:foo:bar and topic:medtop:1 the second
  // colon is text.
  bool another_clause_follows(const ClauseName& name) const {
    const std::string_view inner = name_before_colon();
    if (inner.empty() || name.reading == Reading::literal) return false;
    return name.name == kExact || find_clause_name(inner).has_value();
  }

  void value(Reading how, bool is_whole, std::string_view written) {
    if (scan_.here() == '(') return open(how, is_whole);
    if (is_quote(scan_.here())) return phrase(how, is_whole);
    if (is_foreign_minus(scan_.here()) && how != Reading::literal) check_foreign_minus();
    if (scan_.here() == '-' && how != Reading::literal)
      fail("the '-' belongs before the field, as in -" + std::string(written) + ":word",
           {scan_.at(), scan_.at() + 1});
    const std::size_t start = scan_.at();
    word(how);
    if (how == Reading::dates) refuse_foreign_range(scan_.text(), {start, scan_.at()});
  }

  // ---- words

  // Throws for !word, or a typographic dash before a word. A dash that stands alone is punctuation.
  void check_foreign_minus() {
    const std::size_t sign = scan_.at();
    Scanner ahead(scan_);
    ahead.step();
    const std::size_t behind = ahead.at();
    const bool before_word = is_letter(ahead.here()) || ahead.at_digit();
    if (ahead.at_end() || !(before_word || is_quote(ahead.here()) || ahead.here() == '(')) return;
    const std::size_t start =
        directly_behind(Kind::clause, sign) ? tokens_.back().span.start : sign;
    scan_.move_to(behind);
    std::size_t end = end_of_word(Reading::words);
    if (is_quote(scan_.here())) {
      ahead.step();
      ahead.skip_while([](char32_t code) { return !is_quote(code); });
      ahead.step();
      end = ahead.at();
    }
    refuse_foreign_minus(scan_.text(), start, {sign, behind}, end);
  }

  bool behind_operand() const {
    if (tokens_.empty()) return false;
    const Kind last = tokens_.back().kind;
    return last == Kind::word || last == Kind::phrase || last == Kind::close;
  }

  void word(Reading how) {
    const std::size_t start = scan_.at();
    scan_.move_to(end_of_word(how));
    const std::string_view text = scan_.from(start);
    if (!directly_behind(Kind::clause, start) && is_operator(text, start)) return;
    if (how == Reading::words && text.find("://") == std::string_view::npos)
      refuse_foreign_word(scan_.text(), scan_.span_from(start), behind_operand());
    if (how == Reading::labels) return label(start);
    if (how == Reading::words) {
      if (const auto threshold = find_threshold(text))
        refuse_levels(scan_.span_from(start + *threshold));
      if (!is_searchable(text) && text.find('*') == std::string_view::npos) return leave_out(start);
    }
    count_words(text, start);
    note_reading(how);
    push(Kind::word, start);
  }

  // The position where the word that begins here ends. Addresses and ids may contain | and balanced
  // parentheses.
  std::size_t end_of_word(Reading how) const {
    const std::string_view name = name_before_colon();
    const bool address = !name.empty() && scan_.rest().substr(name.size()).starts_with("://");
    const bool literal = how == Reading::literal || address;
    Scanner ahead(scan_);
    std::size_t depth = 0;
    ahead.skip_while([&depth, literal](char32_t code) {
      if (is_blank(code) || is_quote(code)) return false;
      if (!literal) return code != '(' && !closes_operand(code);
      if (code == '(') ++depth;
      return code != ')' || depth-- > 0;
    });
    return ahead.at();
  }

  // Adds the token for OR, AND, NOT or NEAR/5; false for other words.
  bool is_operator(std::string_view text, std::size_t start) {
    for (const Operator& known : kOperators) {
      if (text != known.sign) continue;
      push(known.kind, start);
      return true;
    }
    if (text != kNear && !text.starts_with("NEAR/")) return false;
    push(Kind::near, start).distance = near_distance(text, scan_.span_from(start));
    return true;
  }

  // Reads a name or topic without quotes, up to its threshold.
  void label(std::size_t start) {
    const std::size_t sign = scan_.from(start).find_first_of("<>=");
    if (sign == 0) fail("there is no name or topic before the threshold", scan_.span_from(start));
    if (sign != std::string_view::npos) scan_.move_to(start + sign);
    const std::string_view text = scan_.from(start);
    if (!is_searchable(text)) refuse_punctuation(scan_.span_from(start));
    count_words(text, start);
    push(Kind::word, start);
    levels_behind(Reading::labels);
  }

  // ---- thresholds

  // Reads a threshold behind a value or group: directly behind it, or after blanks when a digit
  // follows the sign and the sign is not "=".
  void levels_behind(Reading how) {
    const std::size_t before = scan_.at();
    scan_.skip_blanks();
    const std::size_t start = scan_.at();
    const std::string_view sign = scan_.rest().substr(0, comparison_size(scan_.rest()));
    scan_.move_to(start + sign.size());
    scan_.skip_blanks();
    const bool apart_is_enough = scan_.at_digit() && sign != "=";
    if (sign.empty() || (start != before && !apart_is_enough)) return scan_.move_to(before);
    const std::size_t number = scan_.at();
    scan_.move_to(end_of_word(Reading::words));
    const Span span = scan_.span_from(start);
    if (how != Reading::labels) refuse_levels(span);
    push(Kind::levels, start).levels = parse_levels(sign, scan_.from(number), span);
  }

  // ---- punctuation, limits

  // Leaves out punctuation between words, but throws if it follows a minus or a field name.
  void leave_out(std::size_t start) {
    refuse_apart(start);
    if (comparison_size(scan_.from(start)) == 2) refuse_levels(scan_.span_from(start));
    if (directly_behind(Kind::minus, start) || directly_behind(Kind::clause, start))
      refuse_punctuation(scan_.span_from(start));
    if (!punctuation_) punctuation_ = scan_.span_from(start);
  }

  // Throws for title : flood and source = CNN.
  void refuse_apart(std::size_t start) const {
    const std::string_view sign = scan_.from(start);
    if ((sign != ":" && sign != "=" && sign != "==" && sign != ":=") || tokens_.empty()) return;
    const QueryToken& name = tokens_.back();
    const bool is_small = name.text.front() >= 'a' && name.text.front() <= 'z';
    if (name.kind != Kind::word || !is_small || !find_clause_name(name.text)) return;
    Scanner ahead(scan_);
    if (!ahead.skip_blanks()) return;
    const std::size_t value = ahead.at();
    ahead.skip_while([](char32_t code) { return !is_blank(code); });
    throw QueryError("a field, its colon and its value stand together, as in source:cnn",
                     {name.span.start, scan_.at()},
                     {{{name.span.start, ahead.at()},
                       std::string(name.text) + ":" + std::string(ahead.from(value))}});
  }

  [[noreturn]] void refuse_punctuation(Span span) const {
    fail(in_quotes(scan_.text().substr(span.start, span.end - span.start)) +
             " has no letter or digit to search for",
         span);
  }

  // Called for each word and phrase: if it is not a label, the groups around it do not consist only
  // of labels.
  void note_reading(Reading how) {
    if (how == Reading::labels) return;
    for (OpenGroup& group : groups_) group.only_labels = false;
  }

  void count_words(std::string_view text, std::size_t start) {
    words_ += 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
    if (words_ > limits_.words)
      fail("the query has too many words (at most " + std::to_string(limits_.words) + ")",
           scan_.span_from(start));
  }

  Scanner scan_;
  QueryLimits limits_;
  std::size_t words_ = 0;
  int names_before_value_ = 0;
  std::optional<Span> punctuation_;  // the first punctuation that was left out
  std::vector<OpenGroup> groups_;
  std::vector<QueryToken> tokens_;
};

}  // namespace

std::vector<QueryToken> tokens_of(std::string_view query, const QueryLimits& limits) {
  if (query.size() > limits.bytes)
    fail("the query is too long (" + std::to_string(query.size()) + " bytes; at most " +
             std::to_string(limits.bytes) + ")",
         {limits.bytes, query.size()});
  if (const auto at = first_malformed(query))
    fail("the query is not valid UTF-8 at byte " + std::to_string(*at), {*at, *at + 1});
  return Lexer(query, limits).run();
}

}  // namespace newsindex
