// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/layout/page_front.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/text/rule_table.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

constexpr std::string_view kBlanks = " \t\r\v\f";

constexpr std::size_t kLongestKey = 30;

constexpr std::string_view kTable =
#include "front-keys.inc"
    ;

using Keys = std::unordered_map<std::string_view, FrontKey>;

Keys load_keys() {
  using enum FrontKey;
  constexpr auto kNames =
      std::to_array<std::pair<std::string_view, FrontKey>>({{"title", title},
                                                            {"published", published},
                                                            {"modified", modified},
                                                            {"authors", authors},
                                                            {"source", source},
                                                            {"section", section},
                                                            {"keywords", keywords},
                                                            {"url", url},
                                                            {"language", language},
                                                            {"lead", lead}});
  Keys keys;
  for (const auto& [field, language_of_key, key] : rule_rows<3>(kTable))
    keys.emplace(key, rule_value(field, kNames));
  return keys;
}

std::string_view without_quotes(std::string_view text) {
  const bool quoted = text.size() >= 2 && text.front() == text.back() &&
                      (text.front() == '"' || text.front() == '\'');
  return quoted ? text.substr(1, text.size() - 2) : text;
}

// Removes the first line of the text and returns it.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = trimmed(text.substr(0, end), kBlanks);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

FrontKey key_named(std::string_view name) {
  if (name.size() > kLongestKey) return FrontKey::none;
  static const Keys keys = load_keys();
  const auto found = keys.find(folded_name(name));
  return found == keys.end() ? FrontKey::none : found->second;
}

struct Line {
  FrontKey key;
  std::string_view value;
};

// Empty for a line that is not "key: value".
std::optional<Line> read_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > kLongestKey) return std::nullopt;
  if (line.substr(colon).starts_with("://")) return std::nullopt;
  return Line{key_named(trimmed(line.substr(0, colon), kBlanks)),
              without_quotes(trimmed(line.substr(colon + 1), kBlanks))};
}

void keep(const Line& line, PageFront& front) {
  if (line.key != FrontKey::none && !line.value.empty())
    front.fields.emplace_back(line.key, line.value);
}

bool is_fence(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of('-') == line.npos;
}

// Reads the lines between "---" and "---"; nullopt if one of the two is missing.
std::optional<PageFront> fenced(std::string_view page) {
  std::string_view rest = page;
  if (!is_fence(take_line(rest))) return std::nullopt;
  PageFront front;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (is_fence(line)) {
      front.rest = rest;
      return front;
    }
    if (const auto field = read_line(line)) keep(*field, front);
  }
  return std::nullopt;
}

// Reads the lines before the first one without a known key.
PageFront unfenced(std::string_view page) {
  PageFront front{{}, page};
  std::string_view rest = page;
  std::size_t known = 0;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) continue;
    const auto field = read_line(line);
    if (!field || field->key == FrontKey::none) break;
    keep(*field, front);
    ++known;
    front.rest = rest;
  }
  const bool titled = !front.fields.empty() && front.fields.front().first == FrontKey::title;
  return known >= 2 || titled ? front : PageFront{{}, page};
}

}  // namespace

PageFront read_front(std::string_view page) {
  const std::size_t first = page.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {{}, page};
  const std::string_view text = page.substr(first);
  if (auto front = fenced(text)) return *std::move(front);
  PageFront front = unfenced(text);
  if (front.fields.empty()) front.rest = page;
  return front;
}

std::vector<std::string> front_list(std::string_view value) {
  value = trimmed(value, kBlanks);
  if (value.starts_with('[') && value.ends_with(']')) value = value.substr(1, value.size() - 2);
  std::vector<std::string> entries;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find_first_of(",;|"), value.size());
    const std::string_view entry = without_quotes(trimmed(value.substr(0, end), kBlanks));
    if (!entry.empty() && std::ranges::find(entries, entry) == entries.end()) {
      entries.emplace_back(entry);
    }
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return entries;
}

}  // namespace newsindex
