// SPDX-License-Identifier: GPL-3.0-or-later
// The meaning of classes and ids of HTML elements: the table indexer/extract/rules/class-names.tsv.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace newsindex {

enum class HtmlZone : std::uint8_t {
  none,
  body,        // marked as the text of an article
  lead,        // a standfirst
  hidden,      // not shown
  navigation,  // menus, breadcrumbs, headers and footers of the site
  comments,
  related,  // teasers of other articles, side columns
  share,
  newsletter,
  legal,  // cookie notices, overlays
  advertisement,
  author,  // text about the author
  facts,   // date, byline, tags of the article
  credit,  // whose picture it is
  caption,
  teaser,  // marked only as short: a standfirst, or a teaser of another article
};

inline constexpr std::size_t kHtmlZones = 16;

struct ClassName {
  HtmlZone zone;
  bool is_whole;  // matches a whole name; else one word of a name, or two adjacent words
  std::string_view language;  // ISO 639-1
  std::string_view name;      // "sr-only", "related", "read-more"
};

// All rows, in the order of the table.
const std::vector<ClassName>& class_names();

// The zone of a word, or of two words joined by "-"; `none` if they have no meaning.
HtmlZone zone_of_word(std::string_view word);

// True if this whole name means that the element is not shown.
bool is_hidden_class(std::string_view name);

}  // namespace newsindex
