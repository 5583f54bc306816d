// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/markup/xml_paragraphs.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/extract/markup/html_paragraphs.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/character_references.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/printed_text.h"
#include "schema/text/ascii.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

// True for elements that hold the words of one paragraph.
bool is_paragraph(std::string_view name) {
  constexpr std::array kParagraphs{"p"sv,  "hl1"sv, "hl2"sv, "h1"sv, "h2"sv, "h3"sv,
                                   "h4"sv, "h5"sv,  "h6"sv,  "li"sv, "dt"sv, "dd"sv,
                                   "td"sv, "th"sv,  "tr"sv,  "fn"sv};
  return is_one_of(name, kParagraphs);
}

// True for elements that are not part of the text: pictures, scripts, notes, headers and footers.
bool is_left_out(std::string_view name) {
  constexpr std::array kLeftOut{"media"sv,  "media-caption"sv, "script"sv,   "style"sv,
                                "object"sv, "note"sv,          "img"sv,      "figure"sv,
                                "head"sv,   "body.head"sv,     "body.end"sv, "iframe"sv,
                                "header"sv, "footer"sv,        "nav"sv};
  return is_one_of(name, kLeftOut);
}

bool has_elements(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children())
    if (child.type() == pugi::node_element) return true;
  return false;
}

// The text without white space and no-break spaces at both ends.
std::string_view bare(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  for (;;) {
    text = trimmed(text);
    if (text.starts_with(kNoBreakSpace))
      text.remove_prefix(kNoBreakSpace.size());
    else if (text.ends_with(kNoBreakSpace))
      text.remove_suffix(kNoBreakSpace.size());
    else
      return text;
  }
}

// True if line ends and indentation are the writer's: some lines begin at the margin, others are
// indented. If all lines are indented, it is the layout of the XML.
bool is_printed(std::string_view text) {
  constexpr std::size_t kIndent = 2;
  bool at_margin = false;
  bool indented = false;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos;
       end = text.find('\n', end)) {
    const std::size_t first = text.find_first_not_of(" \t\r", ++end);
    if (first == std::string_view::npos) break;
    if (text[first] == '\n') continue;
    at_margin = at_margin || first == end;
    indented = indented || first - end >= kIndent || text[end] == '\t';
  }
  return at_margin && indented;
}

// True if more than a third of the lines have columns: gaps of two or more spaces.
bool is_table(std::string_view text) {
  constexpr std::size_t kShare = 3;
  std::size_t lines = 0;
  std::size_t rows = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = bare(text.substr(start, end - start));
    if (!line.empty()) ++lines;
    if (line.find("  ") != std::string::npos) ++rows;
    start = end + 1;
  }
  return rows * kShare > lines;
}

// The lines of preformatted text, with single spaces; an empty line ends a paragraph.
std::string kept_lines(std::string_view text) {
  std::string kept;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string line = on_one_line(bare(text.substr(start, end - start)));
    if (!line.empty() || !kept.ends_with("\n\n")) kept += line + '\n';
    start = end + 1;
  }
  return kept;
}

// Collects the paragraphs of a tree.
class Paragraphs {
 public:
  void walk(pugi::xml_node node) {
    constexpr std::size_t kDeepest = 2000;  // the reader never lets more levels through
    if (depth_ > kDeepest) return;
    ++depth_;
    for (const pugi::xml_node child : node.children()) {
      const std::string_view name = local_name(child);
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
        paragraph_ += child.value();
      else if (name == "br")
        end_line(child);
      else if (!is_left_out(name))
        enter(child, name);
    }
    --depth_;
  }

  std::string take() {
    end();
    return std::move(all_);
  }

 private:
  void enter(pugi::xml_node node, std::string_view name) {
    const bool block = is_block_element(name) && name != "td" && name != "th";
    if (block) end();
    if (name == "td" || name == "th") paragraph_ += ' ';
    const bool was_paragraph = std::exchange(in_paragraph_, in_paragraph_ || is_paragraph(name));
    walk(node);
    in_paragraph_ = was_paragraph;
    if (block) end(name == "pre");
  }

  // One <br/> in a paragraph element does not end the paragraph, two do; outside such elements,
  // each line is a paragraph.
  void end_line(pugi::xml_node line_end) {
    pugi::xml_node before = line_end.previous_sibling();
    while (before && before.type() == pugi::node_pcdata &&
           std::string_view(before.value()).find_first_not_of(kSpaces) == std::string_view::npos)
      before = before.previous_sibling();
    if (!in_paragraph_ || local_name(before) == "br")
      end();
    else
      paragraph_ += ' ';
  }

  void end(bool preformatted = false) {
    const std::string text = tidy(decoded_references(std::exchange(paragraph_, {})));
    if (is_markup(text))
      add(paragraphs_of_html(text));
    else if (preformatted || (is_printed(text) && is_table(text)))
      add(kept_lines(text));
    else
      add(is_printed(text) ? newsindex::paragraphs_of(text) : on_one_line(text));
  }

  void add(const std::string& text) {
    const std::string_view paragraph = bare(text);
    if (!paragraph.empty() && !all_.empty()) all_ += "\n\n";
    all_ += paragraph;
  }

  std::string all_;
  std::string paragraph_;
  bool in_paragraph_ = false;
  std::size_t depth_ = 0;
};

}  // namespace

std::string paragraphs_of(pugi::xml_node node) {
  if (has_elements(node)) {
    Paragraphs paragraphs;
    paragraphs.walk(node);
    return paragraphs.take();
  }
  std::string text;
  for (const pugi::xml_node child : node.children()) text += child.value();
  text = tidy(decoded_references(text));
  return is_markup(text) ? paragraphs_of_html(text) : newsindex::paragraphs_of(text);
}

}  // namespace newsindex
