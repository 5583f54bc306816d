// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/text/printed_text.h"

#include <algorithm>
#include <array>

#include "indexer/extract/text/character_references.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/tags.h"

namespace newsindex {
namespace {

constexpr std::size_t kShortestWrapped = 40;  // bytes; a shorter line was not wrapped at the width
constexpr std::size_t kLongestWrapped = 120;  // a longer line is a paragraph by itself
constexpr std::size_t kParagraphIndent = 2;   // columns more than the common indentation
constexpr std::size_t kTab = 8;

bool ends_paragraph(std::string_view name) {
  constexpr std::array<std::string_view, 10> kNames{"p",  "br", "tr", "div", "table",
                                                    "li", "h1", "h2", "h3",  "h4"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [name](std::string_view other) { return same_name(name, other); });
}

struct Line {
  std::string_view text;  // without indentation and trailing spaces
  std::size_t indent = 0;
};

Line measured(std::string_view line) {
  std::size_t indent = 0;
  std::size_t at = 0;
  for (; at < line.size() && (line[at] == ' ' || line[at] == '\t'); ++at)
    indent += line[at] == '\t' ? kTab : 1;
  line.remove_prefix(at);
  return {line.substr(0, line.find_last_not_of(" \t\r") + 1), indent};
}

template <typename Each>
void for_each_line(std::string_view text, Each each) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    each(measured(text.substr(start, end - start)));
    start = end + 1;
  }
}

// The indentation that all lines share.
std::size_t common_indent(std::string_view text) {
  std::size_t least = std::string_view::npos;
  for_each_line(text, [&least](const Line& line) {
    if (!line.text.empty()) least = std::min(least, line.indent);
  });
  return least;
}

// True for a word split at a hyphen ("anti-", newline, "inflation"), false for a dash.
bool ends_in_hyphen(std::string_view line) {
  if (line.size() < 2 || line.back() != '-') return false;
  const char before = line[line.size() - 2];
  return before != ' ' && before != '-';
}

class Joiner {
 public:
  explicit Joiner(std::size_t base) : base_(base) {}

  void add(const Line& line) {
    if (line.text.empty()) {
      open_ = false;
      return;
    }
    out_ += out_.empty() ? "" : separator(line);
    out_ += line.text;
    previous_ = line.text;
    open_ = true;
  }

  std::string take() { return std::move(out_); }

 private:
  std::string_view separator(const Line& line) const {
    const std::size_t indent = line.indent - base_;
    if (!open_ || indent >= kParagraphIndent || previous_.size() > kLongestWrapped) return "\n\n";
    const bool wrapped = previous_.size() >= kShortestWrapped;
    if (indent > 0 || !wrapped) return "\n";
    return ends_in_hyphen(previous_) ? "" : " ";
  }

  std::size_t base_;
  std::string out_;
  std::string_view previous_;
  bool open_ = false;
};

}  // namespace

std::string without_markup(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t special = std::min(raw.find_first_of("&<", at), raw.size());
    append_printable(raw.substr(at, special - at), out);
    at = special;
    if (at == raw.size()) break;
    if (raw[at] == '&') {
      at += read_reference(raw.substr(at), out);
    } else if (const Tag tag = next_tag(raw, at); tag && tag.start == at) {
      if (ends_paragraph(tag.name)) out += "\n\n";
      at = tag.end;
    } else {
      out += raw[at++];
    }
  }
  return out;
}

std::string line_without_markup(std::string_view raw) { return on_one_line(without_markup(raw)); }

std::string paragraphs_of(std::string_view printed) {
  Joiner joiner(common_indent(printed));
  for_each_line(printed, [&joiner](const Line& line) { joiner.add(line); });
  return joiner.take();
}

}  // namespace newsindex
