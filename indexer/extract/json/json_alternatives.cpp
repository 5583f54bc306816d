// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_alternatives.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/extract/markup/field_text.h"
#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;
using simdjson::dom::element;

std::string lower_text(std::optional<element> value) {
  return value ? lower(text_of(*value)) : std::string();
}

template <std::size_t N>
bool has_any(std::string_view role, const std::array<std::string_view, N>& parts) {
  return std::any_of(parts.begin(), parts.end(), [role](std::string_view part) {
    return role.find(part) != std::string_view::npos;
  });
}

template <std::size_t N>
bool is_any(std::string_view role, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), role) != names.end();
}

void add_list(element list, std::vector<Alternative>& out) {
  simdjson::dom::array values;
  if (list.get(values) != simdjson::SUCCESS) return;
  for (const element value : values) {
    std::string_view text;
    const auto found = member(value, {"value", "text"});
    if (!found || found->get(text) != simdjson::SUCCESS || is_no_value(text)) continue;
    const auto type = member(value, {"contenttype", "contentType", "content_type", "mimetype"});
    out.push_back({lower_text(member(value, {"role"})), lower_text(type), text});
  }
}

constexpr int kNever = 100;

int rank_of_headline(std::string_view role) {
  constexpr std::array kMain{"main"sv, "headline"sv, "title"sv, "hl1"sv, "primary"sv};
  constexpr std::array kOtherLines{"sub"sv, "kicker"sv, "deck"sv, "dek"sv, "over"sv,
                                   "seo"sv, "short"sv,  "alt"sv,  "note"sv};
  if (is_any(role, kMain)) return 0;
  if (role.empty()) return 1;
  return has_any(role, kOtherLines) ? 3 : 2;
}

int rank_of_description(std::string_view role) {
  constexpr std::array kNotes{"credit"sv,      "writer"sv,  "note"sv,    "copyright"sv,
                              "byline"sv,      "rights"sv,  "usage"sv,   "source"sv,
                              "instruction"sv, "keyword"sv, "contact"sv, "author"sv};
  constexpr std::array kLeads{"lead"sv,       "summary"sv, "abstract"sv, "main"sv,
                              "standfirst"sv, "intro"sv,   "deck"sv};
  if (has_any(role, kNotes)) return kNever;
  if (is_any(role, kLeads)) return 0;
  if (role.empty() || role == "text" || role == "plain") return 1;
  if (has_any(role, std::array{"caption"sv})) return 2;
  return is_role_of_a_form(role) ? 3 : 4;
}

std::string best_by(int (*rank)(std::string_view), const std::vector<Alternative>& texts) {
  const Alternative* best = nullptr;
  for (const Alternative& text : texts)
    if (rank(text.role) != kNever && (best == nullptr || rank(text.role) < rank(best->role)))
      best = &text;
  if (best == nullptr) return {};
  const bool html = best->content_type.find("html") != std::string::npos;
  return tidy(text_of_field(best->text, html));
}

}  // namespace

bool is_role_of_a_form(std::string_view role) {
  constexpr std::array kForms{"html"sv, "text"sv, "nitf"sv,     "newsml"sv, "xml"sv,
                              "rich"sv, "main"sv, "markdown"sv, "plain"sv};
  constexpr std::array kWhole{""sv, "body"sv, "full"sv, "story"sv, "article"sv, "content"sv};
  return is_any(role, kWhole) || has_any(role, kForms);
}

std::vector<Alternative> alternatives_of(simdjson::dom::object object, std::string_view one,
                                         std::string_view list) {
  std::vector<Alternative> found;
  for (const auto& [key, value] : object) {
    const std::string name = lower(key);
    std::string_view text;
    if (name == list) add_list(value, found);
    const bool begins = name.starts_with(one);
    const bool fits = begins && (name.size() == one.size() || name[one.size()] == '_');
    if (!fits || value.get(text) != simdjson::SUCCESS || is_no_value(text)) continue;
    found.push_back({name.substr(std::min(one.size() + 1, name.size())), {}, text});
  }
  return found;
}

std::string best_headline(const std::vector<Alternative>& headlines) {
  return on_one_line(best_by(rank_of_headline, headlines));
}

std::string best_description(const std::vector<Alternative>& descriptions) {
  return best_by(rank_of_description, descriptions);
}

}  // namespace newsindex
