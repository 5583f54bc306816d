// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/layout/breadcrumb.h"

#include <algorithm>
#include <array>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/rule_words.h"
#include "schema/text/ascii.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

constexpr std::string_view kEdges = " \t:";

constexpr std::size_t kMostParts = 7;
constexpr std::size_t kLongestSection = 40;

constexpr std::array<std::string_view, 15> kMarks{" » ", " > ",  " › ", " / ", " | ",
                                                  " · ", " :: ", " - ", " – ", " — ",
                                                  " → ", " // ", " ► ", " • ", " │ "};

std::vector<std::string_view> trimmed_parts(std::string_view text,
                                            std::span<const std::string_view> marks) {
  std::vector<std::string_view> parts = cut_at(text, marks);
  for (std::string_view& part : parts) part = trimmed(part, kEdges);
  return parts;
}

// Splits a line only at the mark that it has most of, so that a dash within the headline stays.
std::vector<std::string_view> crumbs_of(std::string_view line) {
  std::vector<std::string_view> most{trimmed(line, kEdges)};
  for (const std::string_view mark : kMarks) {
    if (line.find(mark) == std::string_view::npos) continue;
    auto parts = trimmed_parts(line, std::array{mark});
    if (parts.size() > most.size()) most = std::move(parts);
  }
  return most;
}

// A long headline may be cut short at the end of a breadcrumb.
bool is_headline(std::string_view part, std::string_view headline) {
  if (headline.empty() || part.empty()) return false;
  for (const std::string_view dots : {"...", "…"}) {
    if (part.ends_with(dots)) {
      part = trimmed(part.substr(0, part.size() - dots.size()), kEdges);
      return part.size() >= 10 && folded_name(headline).starts_with(folded_name(part));
    }
  }
  return folded_name(part) == folded_name(headline);
}

// A mark between words of a script without spaces: "标题-新华网", "蔡健雅_百度百科".
bool parts_unspaced(std::string_view text, std::size_t at) {
  const auto is_east_asian = [](char c) { return static_cast<unsigned char>(c) >= 0xE3; };
  const bool mark = text[at] == '-' || text[at] == '_' || text[at] == '|';
  return mark && at >= 3 && is_east_asian(text[at - 3]) && is_east_asian(text[at + 1]);
}

// The dash of a range: "14. - 20. January", "2 – 1".
bool are_range(std::string_view before, std::string_view behind) {
  if (before.empty() || behind.empty() || !is_digit(behind.front())) return false;
  const std::string_view mark = trimmed({before.data() + before.size(), behind.data()}, kEdges);
  if (before.ends_with('.')) before.remove_suffix(1);
  return !before.empty() && is_digit(before.back()) && (mark == "-" || mark == "–" || mark == "—");
}

}  // namespace

bool is_start(std::string_view part) {
  static const WordSet& starts = page_words("start");
  return starts.contains(folded_name(part));
}

std::vector<std::string_view> title_parts(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::string_view part : trimmed_parts(text, kMarks)) {
    if (!parts.empty() && are_range(parts.back(), part)) {
      parts.back() = {parts.back().data(), part.data() + part.size()};
      continue;
    }
    for (std::size_t at = 1; at + 1 < part.size(); ++at)
      if (parts_unspaced(part, at)) {
        parts.push_back(part.substr(0, at));
        part.remove_prefix(at + 1);
        at = 0;
      }
    parts.push_back(part);
  }
  return parts;
}

std::string without_marks_of_path(std::string title) {
  for (const std::string_view mark : kMarks) {
    if (title.starts_with(mark.substr(1))) title.erase(0, mark.size() - 1);
    if (title.ends_with(mark.substr(0, mark.size() - 1)))
      title.resize(title.size() - mark.size() + 1);
  }
  return title;
}

bool is_breadcrumb(std::string_view line, std::string_view headline) {
  const auto crumbs = crumbs_of(line);
  if (crumbs.size() < 2 || crumbs.size() > kMostParts) return false;
  if (is_start(crumbs.front())) return true;
  // "Headline | Site" and "Site - Headline" are titles of pages.
  return crumbs.size() > 2 && is_headline(crumbs.back(), headline);
}

std::vector<std::string> breadcrumb_sections(std::string_view line, std::string_view headline) {
  static const WordSet& no_sections = page_words("no_section");
  std::vector<std::string> sections;
  if (!is_breadcrumb(line, headline)) return sections;
  for (const std::string_view part : crumbs_of(line)) {
    if (part.empty() || part.size() > kLongestSection || is_start(part) ||
        no_sections.contains(folded_name(part)) || is_headline(part, headline)) {
      continue;
    }
    if (std::ranges::find(sections, part) == sections.end()) sections.emplace_back(part);
  }
  return sections;
}

std::vector<std::string> section_line(std::string_view line) {
  constexpr std::array<std::string_view, 5> kSectionMarks{" » ", " > ", " › ", " / ", " → "};
  const auto parts = trimmed_parts(line, kSectionMarks);
  const bool few = parts.size() >= 2 && parts.size() <= 3;
  const bool brief = std::ranges::all_of(parts, [](std::string_view part) {
    return !part.empty() && part.size() <= kLongestSection && !part.ends_with('.');
  });
  if (!few || !brief) return {};
  return {parts.begin(), parts.end()};
}

}  // namespace newsindex
