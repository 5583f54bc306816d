// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/heading_parts.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string_view>

#include "indexer/extract/blocks/page_blocks.h"
#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/markup/html_zones.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/rule_words.h"

namespace newsindex {
namespace {

bool parts_text(GumboTag tag) {
  constexpr std::array kParts{GUMBO_TAG_SPAN, GUMBO_TAG_SMALL, GUMBO_TAG_BR,
                              GUMBO_TAG_DIV,  GUMBO_TAG_TIME,  GUMBO_TAG_P};
  return std::ranges::find(kParts, tag) != kParts.end();
}

HeadingRole role_of(const HtmlNode& node) {
  if (node.tag == GUMBO_TAG_TIME) return HeadingRole::date;
  if (zone_of(node) == HtmlZone::hidden) return HeadingRole::hidden;
  static const WordSet& kickers = page_words("kicker_class_part");
  static const WordSet& headlines = page_words("headline_class_part");
  const std::string name = folded_name(node.attribute("class"));
  if (has_part(name, kickers)) return HeadingRole::kicker;
  if (has_part(name, headlines)) return HeadingRole::headline;
  return node.attribute("itemprop") == "headline" ? HeadingRole::headline : HeadingRole::plain;
}

bool has_letter(const HtmlTree& tree, std::size_t node) {
  return !make_block(on_one_line(tidy(tree.text_of(node)))).letters.empty();
}

// The heading, or the one element in it that holds all of its text.
std::size_t innermost(const HtmlTree& tree, std::size_t heading) {
  constexpr int kLevels = 8;
  for (int level = 0; level < kLevels; ++level) {
    std::size_t only = 0;
    std::size_t children = 0;
    for (std::size_t i = heading + 1; i < tree[heading].end; i = tree[i].end)
      if (has_letter(tree, i)) only = i, ++children;
    if (children != 1 || tree[only].is_text()) return heading;
    heading = only;
  }
  return heading;
}

// The number of links with letters among the nodes [begin, end); nullopt if there are letters
// outside of links.
std::optional<std::size_t> links_only(const HtmlTree& tree, std::size_t begin, std::size_t end) {
  std::size_t links = 0;
  for (std::size_t i = begin; i < end;) {
    const bool link = tree[i].tag == GUMBO_TAG_A;
    const bool letters = (link || tree[i].is_text()) && has_letter(tree, i);
    if (letters && !link) return std::nullopt;
    if (letters) ++links;
    i = link ? tree[i].end : i + 1;
  }
  return links;
}

}  // namespace

std::vector<HeadingPart> heading_parts(const HtmlTree& tree, std::size_t heading) {
  std::vector<HeadingPart> parts;
  const std::size_t whole = innermost(tree, heading);
  bool open = false;
  for (std::size_t i = whole + 1; i < tree[whole].end; i = tree[i].end) {
    const bool apart = parts_text(tree[i].tag) || (parts.empty() && is_emphasis(tree[i].tag));
    const PageBlock text = make_block(on_one_line(tidy(tree.text_of(i))));
    if (apart) open = false;
    if (text.letters.empty()) continue;
    if (!open) parts.push_back({{}, apart ? role_of(tree[i]) : HeadingRole::plain});
    std::string& part = parts.back().text;
    part += (part.empty() ? "" : " ") + text.text;
    open = !apart;
  }
  return parts;
}

bool ends_breadcrumb(const HtmlTree& tree, std::size_t heading) {
  constexpr int kLevels = 4;
  bool listed = false;
  std::size_t node = heading;
  for (int level = 0; level < kLevels && node > 0; ++level) {
    listed = listed || tree[node].tag == GUMBO_TAG_LI;
    node = tree[node].parent;
    const auto before = links_only(tree, node + 1, heading);
    const auto behind = links_only(tree, tree[heading].end, tree[node].end);
    if (!before || !behind || *behind > 0) return false;
    if (*before > 0) return listed || *before > 1;
  }
  return false;
}

std::string joined_parts(const std::vector<HeadingPart>& parts, std::size_t first,
                         std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) text += (text.empty() ? "" : " ") + parts[i].text;
  return text;
}

std::vector<HeadingPart> parts_of_headline(std::vector<HeadingPart> parts) {
  const auto has_role = [](HeadingRole role) {
    return [role](const HeadingPart& part) { return part.role == role; };
  };
  std::erase_if(parts, has_role(HeadingRole::hidden));
  if (std::ranges::any_of(parts, has_role(HeadingRole::headline))) {
    std::erase_if(parts, std::not_fn(has_role(HeadingRole::headline)));
    return parts;
  }
  if (std::ranges::none_of(parts, has_role(HeadingRole::plain))) return parts;
  std::erase_if(parts, has_role(HeadingRole::date));
  const auto first = std::ranges::find_if_not(parts, has_role(HeadingRole::kicker));
  if (first != parts.end()) parts.erase(parts.begin(), first);
  return parts;
}

}  // namespace newsindex
