// SPDX-License-Identifier: GPL-3.0-or-later
// For a query with few answers: what each part of it finds alone, and what may have been meant.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/advice/near_words.h"
#include "schema/archive/archive.h"
#include "schema/query_language/ast.h"

namespace newsindex {

struct PartReport {
  const Node* part = nullptr;   // in the query
  std::uint64_t articles = 0;   // that match it alone
  std::vector<NearWord> meant;  // words or names of the archive, where it matches hardly anything
};

// From fewer articles than this on, other spellings are looked for.
inline constexpr std::uint64_t kFewArticles = 3;

// The first parts of the query, at most kMostParts; other spellings for at most kMostMisspelt of
// them. The query must outlive the reports. Parts that the archive refuses are left out.
inline constexpr std::size_t kMostParts = 8;
inline constexpr std::size_t kMostMisspelt = 3;
std::vector<PartReport> report_parts(Archive& archive, const Node& query);

}  // namespace newsindex
