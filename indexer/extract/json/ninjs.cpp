// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/ninjs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "indexer/extract/json/json_alternatives.h"
#include "indexer/extract/json/json_authors.h"
#include "indexer/extract/json/json_bodies.h"
#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/text/captions.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/tags.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::array kTypes{"text"sv,      "audio"sv,     "video"sv, "picture"sv, "graphic"sv,
                            "composite"sv, "component"sv, "event"sv, "planning"sv};

// The member with this name in any letter case: version 3 writes "versionCreated".
std::optional<element> field(object in, std::string_view name) {
  element found;
  if (in.at_key_case_insensitive(name).get(found) != simdjson::SUCCESS || found.is_null())
    return std::nullopt;
  return found;
}

std::string text_in(object in, std::string_view name) {
  const auto found = field(in, name);
  std::string text = found ? text_of(*found) : std::string();
  return is_no_value(text) ? std::string() : text;
}

std::string type_of(object in) {
  const auto found = field(in, "type");
  std::string type = found && found->is_string() ? text_of(*found) : std::string();
  return std::find(kTypes.begin(), kTypes.end(), type) == kTypes.end() ? std::string() : type;
}

bool names_ninjs(object in) {
  for (const std::string_view name : {"$standard"sv, "standard"sv})
    if (const auto standard = field(in, name)) {
      if (lower(text_of(*standard)).find("ninjs") != std::string::npos) return true;
    }
  return false;
}

bool is_own_name(std::string_view key) {
  constexpr std::array kNames{
      "versioncreated"sv,  "firstcreated"sv,    "contentcreated"sv,  "pubstatus"sv,
      "copyrightholder"sv, "ednote"sv,          "usageterms"sv,      "infosource"sv,
      "infosources"sv,     "bodies"sv,          "headlines"sv,       "descriptions"sv,
      "associations"sv,    "eventdetails"sv,    "plannedcoverage"sv, "representationtype"sv,
      "renditions"sv,      "copyrightnotice"sv, "embargoed"sv,       "embargoeduntil"sv};
  if (key.starts_with("body_") || key.starts_with("headline_") || key.starts_with("description_"))
    return true;
  return std::any_of(kNames.begin(), kNames.end(),
                     [key](std::string_view name) { return same_name(key, name); });
}

// --- who and where from ---

// The first of the information sources that is neither an interviewee nor an author.
std::string source_in(object in) {
  for (const std::string_view name : {"infosource"sv, "infosources"sv})
    if (const auto list = field(in, name))
      for (const std::string& source : names_with_role(*list, Role::source)) return source;
  return {};
}

std::vector<std::string> authors_in(object in, std::string_view source) {
  for (const std::string_view name : {"by"sv, "byline"sv})
    if (const auto byline = field(in, name))
      if (auto authors = authors_of(*byline, source); !authors.empty()) return authors;
  for (const std::string_view name : {"authors"sv, "author"sv})
    if (const auto list = field(in, name))
      if (auto authors = authors_of(*list, source); !authors.empty()) return authors;
  for (const std::string_view name : {"infosource"sv, "infosources"sv})
    if (const auto list = field(in, name))
      if (auto authors = names_with_role(*list, Role::author); !authors.empty()) return authors;
  return {};
}

void give_source(object in, Chosen& chosen) {
  if (chosen.has(JsonField::source)) return;
  chosen.give(JsonField::source, text_in(in, "copyrightholder"));
  if (!chosen.has(JsonField::source)) chosen.give(JsonField::source, source_in(in));
}

// --- texts ---

// Removes the headline from the body if it is repeated above the text.
std::string without_headline(std::string body, const std::string& headline) {
  const std::size_t end = body.find('\n');
  if (headline.empty() || end == std::string::npos || on_one_line(body.substr(0, end)) != headline)
    return body;
  return body.substr(std::min(body.find_first_not_of('\n', end), body.size()));
}

void give_texts(object in, Chosen& chosen) {
  chosen.give(JsonField::title, best_headline(alternatives_of(in, "headline", "headlines")));
  chosen.give(JsonField::lead,
              best_description(alternatives_of(in, "description", "descriptions")));
  const bool notes_only = chosen.given(JsonField::lead) == nullptr && field(in, "descriptions");
  if (notes_only) chosen.drop(JsonField::lead);
  const auto bodies = alternatives_of(in, "body", "bodies");
  chosen.give(JsonField::body, without_headline(best_body(bodies), chosen.text(JsonField::title)));
}

// The caption of a picture or a recording is its body.
void give_caption(object in, Chosen& chosen) {
  const std::string type = type_of(in);
  const std::string caption = chosen.text(JsonField::lead);
  const bool captioned =
      type == "picture" || type == "graphic" || type == "video" || type == "audio";
  if (captioned && is_informative(caption)) chosen.give(JsonField::body, caption);
}

// --- packages ---

struct Association {
  std::string name;
  object content;
};

std::vector<Association> associations_of(object in) {
  std::vector<Association> found;
  const auto all = field(in, "associations");
  object named;
  simdjson::dom::array list;
  object content;
  if (all && all->get(named) == simdjson::SUCCESS) {
    for (const auto& [name, value] : named)
      if (value.get(content) == simdjson::SUCCESS) found.push_back({std::string(name), content});
  } else if (all && all->get(list) == simdjson::SUCCESS) {
    for (const element value : list)
      if (value.get(content) == simdjson::SUCCESS)
        found.push_back({text_in(content, "name"), content});
  }
  return found;
}

// The articles in a package.
std::vector<Association> texts_in(object package) {
  std::vector<Association> texts = associations_of(package);
  std::erase_if(texts, [](const Association& one) {
    const std::string type = type_of(one.content);
    return (!type.empty() && type != "text") || !ninjs_refusal(one.content).empty() ||
           alternatives_of(one.content, "body", "bodies").empty();
  });
  return texts;
}

std::string take_text_of_package(object package, const UnderstandOptions& options, Chosen& chosen) {
  std::vector<Association> texts = texts_in(package);
  if (texts.size() > 1) {
    const std::size_t all = texts.size();
    std::erase_if(texts, [](const Association& one) { return !one.name.starts_with("main"); });
    if (texts.size() != 1)
      return "a package of " + std::to_string(all) + " articles, no text of its own";
  }
  if (texts.empty()) return {};
  Chosen inner(texts.front().content, options);
  give_ninjs_fields(texts.front().content, options, inner);
  chosen.complete(inner);
  return {};
}

}  // namespace

bool is_ninjs(object in) {
  if (names_ninjs(in)) return true;
  const auto is_text = [in](std::string_view name) {
    element value;
    return in.at_key(name).get(value) == simdjson::SUCCESS && value.is_string();
  };
  if (!is_text("uri") && !is_text("guid")) return false;
  if (!type_of(in).empty()) return true;
  return std::any_of(in.begin(), in.end(),
                     [](const auto& member) { return is_own_name(member.key); });
}

std::string ninjs_refusal(object in) {
  const std::string status = text_in(in, "pubstatus");
  for (const std::string_view dead : {"canceled"sv, "cancelled"sv, "withheld"sv})
    if (same_name(status.substr(status.find_last_of(":/") + 1), dead))
      return "its publication status is " + std::string(dead);
  const std::string type = type_of(in);
  if (type == "event" || (type.empty() && field(in, "eventdetails"))) return "no news but an event";
  if (type == "planning" || (type.empty() && field(in, "plannedcoverage")))
    return "no news but a plan of coverage";
  return {};
}

std::string give_ninjs_fields(object in, const UnderstandOptions& options, Chosen& chosen) {
  give_texts(in, chosen);
  give_source(in, chosen);
  chosen.give_list(JsonField::authors, authors_in(in, chosen.text(JsonField::source)));
  if (!chosen.has(JsonField::modified))
    chosen.give(JsonField::modified, text_in(in, "versioncreated"));
  if (chosen.has(JsonField::body)) return {};
  give_caption(in, chosen);
  return chosen.has(JsonField::body) ? std::string() : take_text_of_package(in, options, chosen);
}

std::string ninjs_embargo(object in) {
  std::string until = text_in(in, "embargoed");
  return until.empty() ? text_in(in, "embargoeduntil") : until;
}

std::string missing_text(object in, const Article& article) {
  if (!article.body.empty() || !article.lead.empty()) return {};
  const std::string type = type_of(in);
  if (type == "composite") return article.title.empty() ? "a package of other items, no text" : "";
  const bool text = type.empty() || type == "text" || type == "component";
  if (!text) return "a " + (type == "audio" ? "recording" : type) + ", no text";
  const auto renditions = field(in, "renditions");
  object linked;
  simdjson::dom::array list;
  const bool has_links =
      renditions && ((renditions->get(linked) == simdjson::SUCCESS && linked.size() > 0) ||
                     (renditions->get(list) == simdjson::SUCCESS && list.size() > 0));
  return has_links ? "its text is only linked (renditions)" : "";
}

}  // namespace newsindex
