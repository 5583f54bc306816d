// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/xml/wordpress.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/extract/syntax/xml_text.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

}  // namespace

std::string refusal_by_wordpress(pugi::xml_node item) {
  constexpr std::array kNoArticles{"attachment"sv,   "nav_menu_item"sv,    "revision"sv,
                                   "custom_css"sv,   "oembed_cache"sv,     "customize_changeset"sv,
                                   "user_request"sv, "elementor_library"sv};
  constexpr std::array kUnpublished{"trash"sv, "auto-draft"sv, "draft"sv, "pending"sv};
  const std::string type = line_of(item.child("wp:post_type"));
  const std::string status = line_of(item.child("wp:status"));
  if (is_one_of(type, kNoArticles) || type.starts_with("wp_"))
    return "no article but a WordPress item of the type " + type;
  if (is_one_of(status, kUnpublished)) return "not published: its status is " + status;
  return {};
}

}  // namespace newsindex
