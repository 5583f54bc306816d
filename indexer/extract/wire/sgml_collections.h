// SPDX-License-Identifier: GPL-3.0-or-later
// What ids and dates of newswire collections (TREC, AQUAINT, Gigaword) tell by their letters and
// digits: "AP880212-0001", "LA010189-0001", "NYT_ENG_20050101.0001", "910514".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/published.h"

namespace newsindex {

struct SgmlOrigin {
  std::string_view source;       // empty where the letters are of no collection we know
  std::optional<Published> day;  // with evidence
};
SgmlOrigin origin_of_id(std::string_view id);

// "910514", "= 870324": a date element that has six digits and no other.
std::optional<Published> packed_day(std::string_view text);

// The headline alone: "FT  14 MAY 91 / Plans for a canal", "Law: @ Court Weighs Case ---- By Ann
// Lee".
std::string bare_headline(std::string_view headline);

// "Lee, Ann." as "Ann Lee"; a magazine writes its authors so, between semicolons.
std::vector<std::string> turned_names(std::string_view authors);

// Paragraphs of which some papers print the ends as semicolons and a gap: "It rained.;    It
// stopped."
std::string with_paragraphs(std::string text);

}  // namespace newsindex
