// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/wire/sgml_collections.h"

#include <algorithm>
#include <array>

#include "indexer/extract/dates/dates.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/rule_table.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

// Rows of: the letters of an id, the source, the order of the digits.
const std::vector<RuleRow<3>>& collections() {
  static const auto rows = rule_rows<3>(
#include "sgml-collections.inc"
  );
  return rows;
}

int number_of(char part, std::string_view order, std::string_view digits) {
  int number = 0;
  for (std::size_t i = 0; i < order.size(); ++i)
    if (order[i] == part) number = number * 10 + (digits[i] - '0');
  return number;
}

// The day that the digits mean in this order. Years of two digits are between 1969 and 2068.
std::optional<Published> day_in(std::string_view order, std::string_view digits,
                                std::string_view evidence) {
  constexpr int kFirstOfCentury = 69;
  int year = number_of('y', order, digits);
  if (std::ranges::count(order, 'y') == 2) year += year < kFirstOfCentury ? 2000 : 1900;
  Published published;
  published.day = std::chrono::year{year} /
                  std::chrono::month{static_cast<unsigned>(number_of('m', order, digits))} /
                  std::chrono::day{static_cast<unsigned>(number_of('d', order, digits))};
  if (!published.day.ok()) return std::nullopt;
  published.evidence = evidence;
  return published;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of("0123456789", at), text.size()) - at;
}

}  // namespace

SgmlOrigin origin_of_id(std::string_view id) {
  const auto letters =
      static_cast<std::size_t>(std::ranges::find_if_not(id, is_upper) - id.begin());
  std::size_t at = letters;
  // The language may come between letters and digits: "NYT_ENG_20050101.0001".
  while (at < id.size() && (id[at] == '_' || is_upper(id[at]))) ++at;
  if (at == id.size() || !is_digit(id[at])) return {};
  for (const auto& [known, source, digits] : collections()) {
    if (known != id.substr(0, letters)) continue;
    const std::size_t count = digits_at(id, at);
    if (digits == "-" || count != digits.size()) return {source, {}};
    return {source, day_in(digits, id.substr(at, count), id.substr(0, at + count))};
  }
  return {};
}

std::optional<Published> packed_day(std::string_view text) {
  constexpr std::size_t kDigits = 6;
  const std::size_t at = text.find_first_of("0123456789");
  if (at == text.npos || digits_at(text, at) != kDigits ||
      text.find_first_of("0123456789", at + kDigits) != text.npos)
    return std::nullopt;
  const std::string_view digits = text.substr(at, kDigits);
  return day_in("yymmdd", digits, digits);
}

std::string bare_headline(std::string_view headline) {
  constexpr std::string_view kPaper = "FT ";
  const std::size_t slash = headline.find(" / ");
  if (headline.starts_with(kPaper) && slash != headline.npos &&
      read_date(headline.substr(kPaper.size(), slash - kPaper.size())))
    headline.remove_prefix(slash + 3);
  std::string bare(headline.substr(0, headline.find(" ----")));
  for (std::size_t at = bare.find(" @ "); at != bare.npos; at = bare.find(" @ ")) bare.erase(at, 2);
  return bare;
}

std::vector<std::string> turned_names(std::string_view authors) {
  std::vector<std::string> names = parts_of(authors, ";");
  for (std::string& name : names) {
    while (name.ends_with('.') || name.ends_with(' ')) name.pop_back();
    const std::size_t comma = name.find(", ");
    if (comma != name.npos) name = name.substr(comma + 2) + ' ' + name.substr(0, comma);
  }
  return names;
}

std::string with_paragraphs(std::string text) {
  constexpr std::string_view kEnd = ";   ";
  for (std::size_t at = text.find(kEnd); at != text.npos; at = text.find(kEnd, at))
    text.replace(at, 1, "\n\n");
  return text;
}

}  // namespace newsindex
