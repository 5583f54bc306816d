// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/xml/feed_elements.h"

#include <algorithm>
#include <array>

#include "indexer/extract/syntax/xml_text.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

bool is_absolute(std::string_view address) { return address.find("://") != std::string_view::npos; }

// Resolves `link` against `base`, which is absolute.
std::string resolved(const std::string& link, const std::string& base) {
  const std::size_t scheme_end = base.find("://");
  const std::size_t host_end = std::min(base.find('/', scheme_end + 3), base.size());
  if (link.starts_with("//")) return base.substr(0, scheme_end + 1) + link;
  if (link.starts_with('/')) return base.substr(0, host_end) + link;
  const std::string path = base.substr(0, base.find_first_of("?#"));
  const std::size_t folder = path.rfind('/');
  return (folder >= host_end && folder != std::string::npos ? path.substr(0, folder) : path) + "/" +
         link;
}

// The nearest xml:base that is absolute, or empty.
std::string base_of(pugi::xml_node node) {
  for (; node; node = node.parent())
    if (const std::string base = node.attribute("xml:base").value(); is_absolute(base)) return base;
  return {};
}

std::string raw_link_of(pugi::xml_node item) {
  for (const auto link : children_named(item, "link")) {
    if (is_of_module(link)) continue;
    const std::string address = attribute_of(link, "href");
    const std::string relation = attribute_of(link, "rel");
    if (!address.empty() && (relation.empty() || relation == "alternate")) return address;
    if (address.empty() && !line_of(link).empty()) return line_of(link);
  }
  const auto guid = feed_element(item, "guid");
  const std::string text = line_of(guid);
  const bool is_link =
      attribute_of(guid, "isPermaLink") != "false" && text.find("://") != std::string::npos;
  return is_link ? text : std::string();
}

}  // namespace

bool is_of_module(pugi::xml_node node) {
  constexpr std::array kModules{"media"sv, "itunes"sv, "georss"sv,          "slash"sv,     "wfw"sv,
                                "thr"sv,   "sy"sv,     "feedburner"sv,      "podcast"sv,   "g"sv,
                                "image"sv, "cc"sv,     "creativeCommons"sv, "googleplay"sv};
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon != std::string_view::npos &&
         std::find(kModules.begin(), kModules.end(), name.substr(0, colon)) != kModules.end();
}

pugi::xml_node feed_element(pugi::xml_node node, std::string_view name) {
  for (const auto child : children_named(node, name))
    if (!is_of_module(child)) return child;
  return {};
}

std::string link_of(pugi::xml_node item, pugi::xml_node channel) {
  const std::string link = raw_link_of(item);
  if (link.empty() || is_absolute(link) || link.find(':') < link.find('/')) return link;
  std::string base = base_of(item);
  if (base.empty()) base = raw_link_of(channel);
  return is_absolute(base) ? resolved(link, base) : link;
}

}  // namespace newsindex
