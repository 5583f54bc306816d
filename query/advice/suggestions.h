// SPDX-License-Identifier: GPL-3.0-or-later
// Reports for a query with few answers: how many articles each part matches alone, and what may
// have been meant.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/advice/near_words.h"
#include "schema/archive/archive.h"
#include "schema/query_language/ast.h"

namespace newsindex {

struct PartReport {
  const Node* part = nullptr;  // a node of the query
  std::uint64_t articles = 0;  // articles that match the part alone
  // Similar words or names of the archive, if the part matches hardly anything.
  std::vector<NearWord> meant;
};

// Other spellings are looked for if a part matches fewer articles than this.
inline constexpr std::uint64_t kFewArticles = 3;

// Reports on the first parts of the query, at most kMostParts; other spellings for at most
// kMostMisspelt of them. The query must outlive the reports. Parts that the archive refuses are
// left out.
inline constexpr std::size_t kMostParts = 8;
inline constexpr std::size_t kMostMisspelt = 3;
std::vector<PartReport> report_parts(Archive& archive, const Node& query);

}  // namespace newsindex
