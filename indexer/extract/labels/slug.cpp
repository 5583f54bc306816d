// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/labels/slug.h"

#include "indexer/extract/text/lines.h"

namespace newsindex {

std::string slug_of(std::string_view line) {
  constexpr std::size_t kLongestRegion = 4;
  std::string slug = on_one_line(line.substr(0, line.find_first_of(",(")));
  if (slug.starts_with("BC-") || slug.starts_with("AP-")) slug.erase(0, 3);
  if (const std::size_t region = slug.find("--"); region <= kLongestRegion)
    slug.erase(0, region + 2);
  return slug;
}

std::vector<std::string> parts_of_slug(std::string_view line) {
  return parts_of(slug_of(line), "/");
}

}  // namespace newsindex
