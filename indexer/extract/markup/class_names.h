// SPDX-License-Identifier: GPL-3.0-or-later
// What the classes and ids of HTML elements name: the table indexer/extract/rules/class-names.tsv.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace newsindex {

enum class HtmlZone : std::uint8_t {
  none,
  body,        // says that it is the text of an article
  lead,        // a standfirst
  hidden,      // not shown
  navigation,  // menus, breadcrumbs, headers and footers of the site
  comments,
  related,  // teasers of other articles, side columns
  share,
  newsletter,
  legal,  // cookie notices, overlays
  advertisement,
  author,  // who the author is
  facts,   // date, byline, tags of the article
  credit,  // whose picture it is
  caption,
  teaser,  // says only that it is short: a standfirst, or of another article
};

inline constexpr std::size_t kHtmlZones = 16;

struct ClassName {
  HtmlZone zone;
  bool is_whole;              // a whole name; else a word of names, or two that stand side by side
  std::string_view language;  // ISO 639-1
  std::string_view name;      // "sr-only", "related", "read-more"
};

// In the order of the table.
const std::vector<ClassName>& class_names();

// The zone of a word, or of two with "-" between; `none` for those that say nothing.
HtmlZone zone_of_word(std::string_view word);

// Whether a whole name says that the element is not shown.
bool is_hidden_class(std::string_view name);

}  // namespace newsindex
