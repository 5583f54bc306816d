// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "indexer/extract/fields/draft_fields.h"
#include "indexer/extract/markup/html_paragraphs.h"
#include "indexer/extract/markup/xml_paragraphs.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/captions.h"
#include "indexer/extract/xml/formats.h"
#include "indexer/extract/xml/newsml_g2_meta.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

// True if inline XML is running text; else it is sports results, events or the like.
bool is_prose(pugi::xml_node content) {
  constexpr std::array kRoots{"html"sv,    "body"sv,    "div"sv, "p"sv,
                              "section"sv, "article"sv, "nitf"sv};
  bool has_elements = false;
  for (const auto child : content.children()) {
    has_elements = has_elements || child.type() == pugi::node_element;
    if (std::find(kRoots.begin(), kRoots.end(), local_name(child)) != kRoots.end()) return true;
  }
  return !has_elements;
}

// Text in NITF also has fields of its own, which are used where the item has none.
std::string text_of_xml(pugi::xml_node content, Draft& draft) {
  if (const auto nitf = first_named(content, "nitf")) {
    Draft inner;
    read_nitf(nitf, inner);
    std::string text = inner.article.body;
    if (!text.empty()) fill_from(draft, std::move(inner));
    return text;
  }
  const auto body = first_named(content, "body");
  return is_prose(content) ? paragraphs_of(body ? body : content) : std::string();
}

std::string text_of_data(pugi::xml_node content) {
  if (!attribute_of(content, "encoding").empty()) return {};  // not text
  const std::string type = attribute_of(content, "contenttype");
  return type.find("html") != std::string::npos ? paragraphs_of_html(content.text().get())
                                                : paragraphs_of(content);
}

// The text of the first inline content that has some.
std::string text_in(pugi::xml_node set, Draft& draft) {
  for (const auto content : set.children()) {
    std::string text;
    if (local_name(content) == "inlineXML") text = text_of_xml(content, draft);
    if (local_name(content) == "inlineData") text = text_of_data(content);
    if (!text.empty()) return text;
  }
  return {};
}

// The kind of an item that is not text: "a picture"; empty if it is text or the kind is not given.
std::string class_of(pugi::xml_node meta) {
  constexpr std::array kClasses{"a picture"sv, "a photo"sv,      "a graphic"sv,  "a video"sv,
                                "audio"sv,     "an animation"sv, "a composite"sv};
  const std::string code = code_of(child_named(meta, "itemClass"));
  const std::string_view name = std::string_view(code).substr(code.find_last_of(":/") + 1);
  for (const std::string_view known : kClasses)
    if (!name.empty() && known.substr(known.find(' ') + 1) == name) return std::string(known);
  return {};
}

// The captions and scripts of a picture or a video if they have a sentence; else empty.
std::string captions_of(pugi::xml_node item) {
  std::string captions;
  for (const auto description : children_named(child_named(item, "contentMeta"), "description"))
    if (const std::string caption = line_of(description); !caption.empty())
      captions += (captions.empty() ? "" : "\n\n") + caption;
  return is_informative(captions) ? captions : std::string();
}

// An embargoed article is published when the embargo ends. The last change counts.
void read_g2_dates(pugi::xml_node item, pugi::xml_node meta, Draft& draft) {
  const auto content = child_named(item, "contentMeta");
  const std::string version = line_of(child_named(meta, "versionCreated"));
  add_published(draft, line_of(child_named(meta, "firstCreated")));
  add_published(draft, line_of(child_named(content, "contentCreated")));
  add_published(draft, version);
  draft.embargo = line_of(child_named(meta, "embargoed"));
  set_later(draft.modified, line_of(child_named(content, "contentModified")));
  set_later(draft.modified, version);
}

}  // namespace

void read_newsml_g2(pugi::xml_node item, Draft& draft) {
  const std::string_view kind = local_name(item);
  if (kind != "newsItem" && kind != "packageItem") {
    draft.refusal = "no news but a " + std::string(kind);
    return;
  }
  const auto meta = child_named(item, "itemMeta");
  const std::string status = code_of(child_named(meta, "pubStatus"));
  if (status.ends_with("canceled") || status.ends_with("withheld")) {
    draft.refusal = "its publication status is " + status.substr(status.find_last_of(":/") + 1);
    return;
  }
  set_id(draft, attribute_of(item, "guid"));
  set_version(draft, attribute_of(item, "version"));
  read_content_meta(item, draft);
  set_title(draft, line_of(child_named(meta, "title")));
  const auto provider = child_named(meta, "provider");
  set_source(draft, name_of(provider));
  set_source(draft, line_of(child_named(child_named(item, "rightsInfo"), "copyrightHolder")));
  read_g2_dates(item, meta, draft);
  set_language(draft, attribute_of(item, "lang"));
  set_body(draft, text_in(child_named(item, "contentSet"), draft));
  if (!draft.article.body.empty()) return;
  if (kind == "packageItem") {
    draft.refusal = "a package of other items, no text";
  } else if (const std::string other = class_of(meta); !other.empty()) {
    set_body(draft, captions_of(item));
    if (draft.article.body.empty()) draft.refusal = other + ", no text";
  }
}

}  // namespace newsindex
