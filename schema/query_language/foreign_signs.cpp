// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/foreign_signs.h"

#include <algorithm>
#include <array>
#include <string>

#include "schema/query_language/clause_name.h"
#include "schema/query_language/in_quotes.h"
#include "schema/query_language/lexer.h"
#include "schema/query_language/scanner.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

// ! in both widths (¡ is not included, because it opens Spanish sentences), and the dashes ‐ ‑ ‒ –
// — ― − ﹘ ﹣ －.
constexpr std::array<char32_t, 12> kMinuses{'!',    0x2010, 0x2011, 0x2012, 0x2013, 0x2014,
                                            0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D, 0xFF01};

constexpr std::size_t kLeastPrefix = 3;  // letters before the * of a proposed wildcard

std::string_view part(std::string_view query, Span span) {
  return query.substr(span.start, span.end - span.start);
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string_view letters_at_front(std::string_view text) {
  Scanner scan(text);
  scan.skip_while([](char32_t c) { return is_letter(c); });
  return scan.from(0);
}

bool letter_before(std::string_view text, std::size_t at) {
  std::size_t start = at;
  while (start > 0 && (static_cast<unsigned char>(text[start - 1]) & 0xC0) == 0x80) --start;
  return start > 0 && is_letter(code_point_at(text, start - 1).code);
}

bool letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter(code_point_at(text, at).code);
}

// Proposes the first letters of the word with a star.
std::vector<Proposal> as_beginning(std::string_view text, Span word) {
  const std::string_view letters = letters_at_front(text);
  if (letters.size() < kLeastPrefix) return {};
  return {{word, std::string(letters) + "*"}};
}

constexpr std::string_view kAsItIs = "put the word in quotes to search for it as it is";

// ---- te?t, te%, te~, te^2, \bte, /te/, [Tt]e

void refuse_single_wildcard(std::string_view text, Span word) {
  const bool is_address = text.find_first_of("/.@=") != std::string_view::npos;
  for (std::size_t at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1))
    if (!is_address && letter_before(text, at) && letter_at(text, at + 1))
      fail("a ? inside a word stands for nothing here, the one wildcard is a * at the end; " +
               std::string(kAsItIs),
           {word.start + at, word.start + at + 1}, as_beginning(text, word));
  const std::size_t percent = text.find('%');
  if (percent == std::string_view::npos) return;
  if (letter_before(text, percent) || (percent == 0 && letter_at(text, 1)))
    fail("a % stands for nothing here, the one wildcard is a * at the end; " + std::string(kAsItIs),
         {word.start + percent, word.start + percent + 1}, as_beginning(text, word));
}

// word~, word~2, word^3
void refuse_suffix(std::string_view text, Span word) {
  const std::size_t sign = text.find_last_of("~^");
  if (sign == std::string_view::npos || sign == 0) return;
  const std::string_view behind = text.substr(sign + 1);
  const bool is_number_or_nothing = behind.find_first_not_of("0123456789.") == std::string::npos;
  if (!is_number_or_nothing || (text[sign] == '^' && behind.empty())) return;
  const std::string sentence = text[sign] == '~'
                                   ? "similar spellings cannot be asked for: they are proposed "
                                     "where a word is not found"
                                   : "a word has no weight of its own: --prefer makes articles "
                                     "with it come first";
  fail(sentence, {word.start + sign, word.end},
       {{{word.start, word.end}, std::string(text.substr(0, sign))}});
}

bool is_regular_expression(std::string_view text) {
  if (text.size() > 2 && text.front() == '/' && text.back() == '/') return true;
  if (text.front() == '^' && letter_at(text, 1)) return true;
  const std::size_t any = std::min(text.find(".*"), text.find(".+"));
  if (any != std::string_view::npos && any + 2 < text.size() && text.find('/') == text.npos)
    return true;
  const std::size_t open = text.find_first_of("[{");
  if (open == std::string_view::npos) return false;
  const std::size_t close = text.find_first_of("]}", open);
  if (close == std::string_view::npos) return false;
  return letter_before(text, open) || letter_at(text, close + 1);
}

void refuse_regular_expression(std::string_view text, Span word) {
  if (text.find('\\') != std::string_view::npos)
    fail("a backslash means nothing here; " + std::string(kAsItIs), word);
  if (is_regular_expression(text))
    fail(
        "regular expressions are not understood here; the beginning of a word is written as in "
        "mini*, one of several words as in (oil OR gas), and text with signs goes in quotes",
        word, as_beginning(text, word));
}

// ---- field=value, date>2020, w/5

std::string date_compared(std::string_view sign, std::string_view value) {
  const std::string date(value);
  if (sign == ">") return "after:" + date;
  if (sign == "<") return "before:" + date;
  if (sign == ">=") return "date:" + date + "..";
  if (sign == "<=") return "date:.." + date;
  return "date:" + date;
}

// The end of the value, including a phrase that follows directly, as in source="New York Times".
std::size_t end_with_phrase(std::string_view query, std::size_t end) {
  if (end >= query.size() || query[end] != '"') return end;
  const std::size_t close = query.find('"', end + 1);
  return close == std::string_view::npos ? end : close + 1;
}

void refuse_comparison(std::string_view query, std::string_view text, Span word) {
  const std::size_t sign_at = text.find_first_of("=<>!");
  if (sign_at == 0 || sign_at == std::string_view::npos) return;
  const auto name = find_clause_name(text.substr(0, sign_at));
  const std::size_t value_at = std::min(text.find_first_not_of("=<>!", sign_at), text.size());
  const std::string_view sign = text.substr(sign_at, value_at - sign_at);
  const bool is_date = name && name->reading == Reading::dates;
  const bool compares = sign.find('=') != std::string_view::npos || is_date;
  if (!name || !compares || sign == "!") return;
  const Span whole{word.start, end_with_phrase(query, word.end)};
  const std::string value(part(query, {word.start + value_at, whole.end}));
  const std::string field(text.substr(0, sign_at));
  const std::string minus = sign.front() == '!' ? "-" : "";
  const Span place{word.start, word.start + value_at};
  const std::string meant = is_date ? date_compared(sign, value) : field + ":" + value;
  fail("a field and its value have a colon between them, as in source:cnn", place,
       {{whole, minus + meant}});
}

// The distance in w/5, pre/5, near5, /5; "" when there is none.
std::string_view distance_elsewhere(std::string_view text) {
  constexpr std::array<std::string_view, 9> kSigns{"w/",    "n/",   "pre/", "near/", "near~",
                                                   "onear", "near", "adj",  "/"};
  const std::string small = lower(text);
  for (const std::string_view sign : kSigns)
    if (small.starts_with(sign) && is_number(text.substr(sign.size())))
      return text.substr(sign.size());
  return {};
}

void refuse_distance(std::string_view text, Span word) {
  const std::string_view distance = distance_elsewhere(text);
  const std::string small = lower(text);
  const bool same_part = small == "w/s" || small == "w/p" || small == "/s" || small == "/p";
  if (distance.empty() && !same_part) return;
  fail("words near each other are written as in oil NEAR/5 spill", word,
       {{word, "NEAR/" + (same_part ? "20" : std::string(distance))}});
}

// source:[a TO b]
void refuse_range_of_words(std::string_view query, std::string_view text, Span word) {
  const std::size_t open = text.find_first_of("[{");
  const std::string_view behind = query.substr(word.end);
  const std::size_t close = behind.find_first_of("]}");
  if (open == std::string_view::npos || close == std::string_view::npos ||
      !behind.starts_with(" TO "))
    return;
  fail("only dates have ranges, as in date:2020..2021; " + std::string(kAsItIs),
       {word.start + open, word.end + close + 1});
}

// ---- dates

// Skips blanks, one of the words that stand between two dates, and blanks; npos when there is no
// such word.
std::size_t behind_until(std::string_view query, std::size_t at) {
  constexpr std::array<std::string_view, 9> kUntil{"to", "until", "till",   "through", "-",
                                                   "..", "and",   "\u2013", "\u2014"};
  Scanner scan(query);
  scan.move_to(at);
  scan.skip_blanks();
  const std::size_t start = scan.at();
  scan.skip_while([](char32_t code) { return !is_blank(code); });
  if (std::find(kUntil.begin(), kUntil.end(), lower(scan.from(start))) == kUntil.end())
    return std::string_view::npos;
  scan.skip_blanks();
  return scan.at();
}

std::string_view date_at(std::string_view query, std::size_t at) {
  Scanner scan(query);
  scan.move_to(at);
  scan.skip_while([](char32_t code) {
    return (code >= '0' && code <= '9') || code == '-' || code == '/' || code == '.';
  });
  return scan.from(at);
}

}  // namespace

bool is_foreign_minus(char32_t code) {
  return std::find(kMinuses.begin(), kMinuses.end(), code) != kMinuses.end();
}

void refuse_foreign_minus(std::string_view query, std::size_t start, Span sign, std::size_t end) {
  const std::string meant = "-" + std::string(part(query, {start, sign.start})) +
                            std::string(part(query, {sign.end, end}));
  const bool is_dash = query[sign.start] != '!';
  fail(in_quotes(part(query, sign)) + (is_dash ? " is a dash, which leaves" : " leaves") +
           " nothing out here",
       sign, {{{start, end}, meant}, {sign, "-"}});
}

void refuse_foreign_word(std::string_view query, Span word, bool next_to_operand) {
  const std::string_view text = part(query, word);
  if (text.empty()) return;
  refuse_comparison(query, text, word);
  if (next_to_operand) refuse_distance(text, word);
  refuse_range_of_words(query, text, word);
  refuse_regular_expression(text, word);
  refuse_single_wildcard(text, word);
  refuse_suffix(text, word);
}

void refuse_foreign_suffix(std::string_view query, Span whole, std::string_view field,
                           std::string_view inside) {
  Scanner scan(query);
  scan.move_to(whole.end);
  if (scan.here() != '~' && scan.here() != '^') return;
  const bool is_near = scan.here() == '~';
  scan.step();
  scan.skip_while([](char32_t code) { return (code >= '0' && code <= '9') || code == '.'; });
  const std::string_view number = scan.from(whole.end + 1);
  const Span span = scan.span_from(whole.end);
  const Span replaced{whole.start, span.end};
  if (!is_near)
    fail("a phrase has no weight of its own: --prefer makes articles with it come first", span,
         {{replaced, std::string(part(query, whole))}});
  std::string chain;
  Scanner words(inside);
  while (words.skip_blanks()) {
    const std::size_t start = words.at();
    words.skip_while([](char32_t code) { return !is_blank(code); });
    const std::string near = is_number(number) ? " NEAR/" + std::string(number) + " " : " NEAR ";
    chain += (chain.empty() ? "" : near) + std::string(words.from(start));
  }
  if (!field.empty()) chain = std::string(field) + "(" + chain + ")";
  fail("words near each other are written as in oil NEAR/5 spill", span, {{replaced, chain}});
}

void refuse_foreign_range(std::string_view query, Span value) {
  const std::string_view text = part(query, value);
  const bool in_brackets = !text.empty() && (text.front() == '[' || text.front() == '{');
  const std::size_t first_at = value.start + (in_brackets ? 1 : 0);
  const std::size_t last_at = behind_until(query, value.end);
  if (last_at == std::string_view::npos) return;
  const std::string_view last = date_at(query, last_at);
  if (!is_number(last.substr(0, 4)) || last.size() < 4) return;
  std::size_t end = last_at + last.size();
  if (in_brackets && end < query.size() && (query[end] == ']' || query[end] == '}')) ++end;
  const std::string first(part(query, {first_at, value.end}));
  fail("a range of dates is written as in date:2023-04-01..2023-04-07", {value.start, end},
       {{{value.start, end}, first + ".." + std::string(last), "; write date:"}});
}

}  // namespace newsindex
