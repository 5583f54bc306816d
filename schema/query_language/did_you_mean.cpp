// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/did_you_mean.h"

#include "schema/nearest_name.h"

namespace newsindex {
namespace {}  // namespace

std::string did_you_mean(std::string_view misspelt, const std::vector<std::string>& names) {
  if (misspelt.size() > kLongestMisspelling) return "";
  const std::string nearest = nearest_name(misspelt, names);
  return nearest.empty() ? "" : " (did you mean '" + nearest + "'?)";
}

}  // namespace newsindex
