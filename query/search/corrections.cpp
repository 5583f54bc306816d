// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/corrections.h"

#include <algorithm>

namespace newsindex {

std::optional<std::vector<std::string>> corrected_since(const Article& article,
                                                        std::uint64_t sequence) {
  const auto later =
      std::find_if(article.past.begin(), article.past.end(),
                   [sequence](const PastVersion& version) { return version.sequence > sequence; });
  if (later == article.past.begin()) return std::nullopt;
  std::vector<std::string> changed;
  for (auto version = later - 1; version != article.past.end(); ++version)
    for (const std::string& field : version->changed)
      if (std::find(changed.begin(), changed.end(), field) == changed.end())
        changed.push_back(field);
  return changed;
}

}  // namespace newsindex
