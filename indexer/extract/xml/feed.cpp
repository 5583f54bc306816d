// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "indexer/extract/xml/formats.h"
#include "indexer/extract/xml/xml_text.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

// Modules whose elements have the names of the feed's own and mean something else.
bool is_of_module(pugi::xml_node node) {
  constexpr std::array kModules{"media"sv, "itunes"sv, "georss"sv,          "slash"sv,     "wfw"sv,
                                "thr"sv,   "sy"sv,     "feedburner"sv,      "podcast"sv,   "g"sv,
                                "image"sv, "cc"sv,     "creativeCommons"sv, "googleplay"sv};
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon != std::string_view::npos &&
         std::find(kModules.begin(), kModules.end(), name.substr(0, colon)) != kModules.end();
}

pugi::xml_node element(pugi::xml_node node, std::string_view name) {
  for (const auto child : children_named(node, name))
    if (!is_of_module(child)) return child;
  return {};
}

// Text, HTML in a text, or XHTML.
std::string running_text(pugi::xml_node node) {
  if (attribute_of(node, "type") == "xhtml") return paragraphs_of(node);
  const std::string type = attribute_of(node, "type");
  for (const auto child : node.children())
    if (child.type() == pugi::node_element) return paragraphs_of(node);
  std::string text;
  for (const auto child : node.children()) text += child.value();
  return paragraphs_of_html(text);
}

std::string line_of_html(pugi::xml_node node) {
  std::string text = running_text(node);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string link_of(pugi::xml_node item) {
  for (const auto link : children_named(item, "link")) {
    if (is_of_module(link)) continue;
    const std::string address = attribute_of(link, "href");
    const std::string relation = attribute_of(link, "rel");
    if (!address.empty() && (relation.empty() || relation == "alternate")) return address;
    if (address.empty() && !line_of(link).empty()) return line_of(link);
  }
  const auto guid = element(item, "guid");
  const std::string text = line_of(guid);
  const bool is_link =
      attribute_of(guid, "isPermaLink") != "false" && text.find("://") != std::string::npos;
  return is_link ? text : std::string();
}

void read_authors(pugi::xml_node item, FieldValues& out) {
  for (const auto author : children_named(item, "author")) {
    if (is_of_module(author)) continue;
    const auto name = child_named(author, "name");
    out.add("authors", line_of(name ? name : author));
  }
  if (out.has("authors")) return;
  for (const auto creator : children_named(item, "creator")) out.add("authors", line_of(creator));
}

void read_categories(pugi::xml_node item, FieldValues& out) {
  for (const auto category : children_named(item, "category")) {
    const std::string label = attribute_of(category, "label");
    const std::string term = attribute_of(category, "term");
    const std::string topic = topic_of_code(line_of(category));
    if (!topic.empty())
      out.add("topics", topic);
    else
      out.add("keywords", !label.empty() ? label : !term.empty() ? term : line_of(category));
  }
  for (const auto subject : children_named(item, "subject")) out.add("keywords", line_of(subject));
}

}  // namespace

void read_feed_item(pugi::xml_node item, pugi::xml_node feed, FieldValues& out) {
  const auto channel = child_named(feed, "channel") ? child_named(feed, "channel") : feed;
  out.set("id", line_of(element(item, "guid")));
  out.set("id", line_of(element(item, "id")));
  out.set("url", link_of(item));
  if (!out.has("url")) out.set("url", attribute_of(item, "about"));
  out.set("title", line_of_html(element(item, "title")));
  for (const char* date :
       {"pubDate", "published", "date", "issued", "created", "updated", "modified"})
    out.set("published", line_of(element(item, date)));
  for (const char* date : {"updated", "modified"})
    out.set("modified", line_of(element(item, date)));
  read_authors(item, out);
  read_categories(item, out);
  for (const char* body : {"encoded", "content", "body", "description", "summary"})
    if (const auto node = element(item, body)) out.set("body", running_text(node));
  for (const char* lead : {"description", "summary"})
    if (const auto node = element(item, lead)) out.set("lead", line_of_html(node));
  const auto source = element(item, "source");
  const auto source_title = child_named(source, "title");
  out.set("source", line_of(source_title ? source_title : source));
  out.set("source", line_of_html(element(channel, "title")));
  out.set("language", line_of(element(item, "language")));
  out.set("language", line_of(element(channel, "language")));
  out.set("language", attribute_of(item, "lang"));
  out.set("language", attribute_of(feed, "lang"));
}

}  // namespace newsindex
