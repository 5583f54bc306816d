// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/nearest_name.h"

#include <algorithm>

#include "schema/text/ascii.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostEdits = 2;

}  // namespace

std::size_t edit_distance(std::string_view from, std::string_view to) {
  const std::size_t width = to.size() + 1;
  std::vector<std::size_t> cost((from.size() + 1) * width);
  for (std::size_t i = 0; i <= from.size(); ++i) cost[i * width] = i;
  for (std::size_t j = 0; j < width; ++j) cost[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    for (std::size_t j = 1; j < width; ++j) {
      std::size_t& cell = cost[i * width + j];
      cell = std::min({cost[(i - 1) * width + j] + 1, cost[i * width + j - 1] + 1,
                       cost[(i - 1) * width + j - 1] + (from[i - 1] != to[j - 1])});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
        cell = std::min(cell, cost[(i - 2) * width + j - 2] + 1);
    }
  }
  return cost.back();
}

std::string nearest_name(std::string_view misspelt, const std::vector<std::string>& names) {
  const std::string wanted = lower(misspelt);
  std::string nearest;
  std::size_t least = std::min(kMostEdits + 1, wanted.size());
  for (const std::string& name : names) {
    const std::size_t difference =
        std::max(name.size(), wanted.size()) - std::min(name.size(), wanted.size());
    if (difference >= least) continue;
    const std::size_t distance = edit_distance(wanted, lower(name));
    if (distance >= least) continue;
    least = distance;
    nearest = name;
  }
  return nearest;
}

}  // namespace newsindex
