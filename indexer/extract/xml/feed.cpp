// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "indexer/extract/fields/draft_fields.h"
#include "indexer/extract/labels/subject_codes.h"
#include "indexer/extract/markup/html_paragraphs.h"
#include "indexer/extract/markup/shortcodes.h"
#include "indexer/extract/markup/xml_paragraphs.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/xml/feed_elements.h"
#include "indexer/extract/xml/formats.h"
#include "indexer/extract/xml/wordpress.h"

namespace newsindex {
namespace {

// The text of a node that holds text, HTML as text, or XHTML.
std::string running_text(pugi::xml_node node) {
  if (attribute_of(node, "type") == "xhtml") return paragraphs_of(node);
  const std::string type = attribute_of(node, "type");
  for (const auto child : node.children())
    if (child.type() == pugi::node_element) return paragraphs_of(node);
  std::string text;
  for (const auto child : node.children()) text += child.value();
  if (node.parent().child("wp:post_type")) text = displayed_by_wordpress(text);
  return paragraphs_of_html(without_shortcodes(text));
}

std::string line_of_html(pugi::xml_node node) {
  std::string text = running_text(node);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// Makes "Jane Doe" of "jane@example.org (Jane Doe)", the form of RSS 2.0.
std::string without_address(const std::string& author) {
  const std::size_t open = author.find('(');
  const bool addressed = author.find('@') < open && author.ends_with(')');
  return open != std::string::npos && addressed ? author.substr(open + 1, author.size() - open - 2)
                                                : author;
}

// True for a list: no spaces after commas. A name may have a comma, too: "Bosnia, Herzegovina".
bool is_list(const std::string& category) {
  const std::size_t comma = category.find(',');
  return comma != std::string::npos && category.find(", ") == std::string::npos;
}

void read_feed_authors(pugi::xml_node item, Draft& draft) {
  for (const auto author : children_named(item, "author")) {
    if (is_of_module(author)) continue;
    const auto name = child_named(author, "name");
    add_byline(draft, name ? line_of(name) : without_address(line_of(author)));
  }
  if (!draft.bylines.empty()) return;
  for (const auto creator : children_named(item, "creator")) add_byline(draft, line_of(creator));
}

void add_category(const std::string& category, Draft& draft) {
  if (is_list(category))
    add_keywords(draft, category, ",");
  else
    add_keyword(draft, category);
}

void read_categories(pugi::xml_node item, Draft& draft) {
  for (const auto category : children_named(item, "category")) {
    const std::string label = attribute_of(category, "label");
    const std::string term = attribute_of(category, "term");
    const std::string topic = topic_of_code(line_of(category));
    if (!topic.empty())
      add_topic(draft, topic);
    else
      add_category(!label.empty() ? label : !term.empty() ? term : line_of(category), draft);
  }
  for (const auto subject : children_named(item, "subject"))
    add_keywords(draft, line_of(subject), ",");
  for (const auto keywords : children_named(item, "keywords"))  // from media: and itunes:
    add_keywords(draft, line_of(keywords), ",");
}

}  // namespace

void read_feed_item(pugi::xml_node item, pugi::xml_node feed, Draft& draft) {
  draft.refusal = refusal_by_wordpress(item);
  const auto channel = child_named(feed, "channel") ? child_named(feed, "channel") : feed;
  set_id(draft, line_of(feed_element(item, "guid")));
  set_id(draft, line_of(feed_element(item, "id")));
  set_url(draft, link_of(item, channel));
  if (draft.article.url.empty()) set_url(draft, attribute_of(item, "about"));
  set_title(draft, line_of_html(feed_element(item, "title")));
  for (const char* date :
       {"pubDate", "published", "date", "issued", "created", "updated", "modified"})
    add_published(draft, line_of(feed_element(item, date)));
  for (const char* date : {"updated", "modified"})
    set_modified(draft, line_of(feed_element(item, date)));
  read_feed_authors(item, draft);
  read_categories(item, draft);
  for (const char* body : {"encoded", "content", "body", "description", "summary"})
    if (const auto node = feed_element(item, body)) set_body(draft, running_text(node));
  for (const char* lead : {"description", "summary"})
    if (const auto node = feed_element(item, lead)) set_lead(draft, line_of_html(node));
  const auto source = feed_element(item, "source");
  const auto source_title = child_named(source, "title");
  const std::string source_name = line_of(source_title ? source_title : source);
  if (source_name.find("://") == std::string::npos) set_source(draft, source_name);
  set_source(draft, line_of_html(feed_element(channel, "title")));
  set_language(draft, line_of(feed_element(item, "language")));
  set_language(draft, line_of(feed_element(channel, "language")));
  set_language(draft, attribute_of(item, "lang"));
  set_language(draft, attribute_of(feed, "lang"));
}

}  // namespace newsindex
