// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the source and the day from ids and dates of newswire collections (TREC, AQUAINT,
// Gigaword): "AP880212-0001", "LA010189-0001", "NYT_ENG_20050101.0001", "910514".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/published.h"

namespace newsindex {

struct SgmlOrigin {
  std::string_view source;       // empty if the letters belong to no collection that we know
  std::optional<Published> day;  // with evidence
};
SgmlOrigin origin_of_id(std::string_view id);

// "910514", "= 870324": the day of a date element that has exactly six digits.
std::optional<Published> packed_day(std::string_view text);

// The headline without the paper and date before it or the byline after it: "FT  14 MAY 91 / Plans
// for a canal", "Law: @ Court Weighs Case ---- By Ann Lee".
std::string bare_headline(std::string_view headline);

// "Lee, Ann." as "Ann Lee". Some magazines write authors in this form, between semicolons.
std::vector<std::string> turned_names(std::string_view authors);

// Separates paragraphs where some papers print their ends as a semicolon and a gap:
// "It rained.;    It stopped."
std::string with_paragraphs(std::string text);

}  // namespace newsindex
