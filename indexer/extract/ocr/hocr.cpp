// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <charconv>

#include "indexer/extract/ocr/pages.h"
#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

constexpr std::array kLines{"ocr_line"sv,      "ocrx_line"sv,   "ocr_header"sv, "ocr_footer"sv,
                            "ocr_textfloat"sv, "ocr_caption"sv, "ocr_pageno"sv};
constexpr std::array kParagraphs{"ocr_par"sv, "ocr_carea"sv, "ocrx_block"sv, "ocr_title"sv,
                                 "ocr_author"sv};

template <std::size_t N>
std::string_view class_among(const HtmlNode& node, const std::array<std::string_view, N>& names) {
  if (node.is_text()) return {};
  const std::string classes = ' ' + std::string(node.attribute("class")) + ' ';
  for (const std::string_view name : names)
    if (classes.find(' ' + std::string(name) + ' ') != std::string::npos) return name;
  return {};
}

bool is_word(const HtmlNode& node) {
  constexpr std::array kWord{"ocrx_word"sv};
  return !class_among(node, kWord).empty();
}

// "x_size" or "x_fsize" of title="bbox 0 0 10 10; x_size 34.5".
double size_of(const HtmlNode& node) {
  const std::string_view title = node.is_text() ? std::string_view() : node.attribute("title");
  for (const std::string_view name : {"x_fsize "sv, "x_size "sv}) {
    const std::size_t at = title.find(name);
    if (at == std::string_view::npos) continue;
    double size = 0;
    const char* const begin = title.data() + at + name.size();
    std::from_chars(begin, title.data() + title.size(), size);
    return size;
  }
  return 0;
}

class HocrPage {
 public:
  explicit HocrPage(const HtmlTree& tree) : tree_(tree) {
    for (std::size_t i = 0; i < tree.nodes().size();) i = visit(i);
  }

  OcrPage take() { return std::move(page_); }

 private:
  // Returns the node to continue with.
  std::size_t visit(std::size_t node) {
    const HtmlNode& element = tree_[node];
    if (element.is_text()) return node + 1;
    read_language(element);
    if (const auto name = class_among(element, kParagraphs); !name.empty()) begin_block(name);
    const auto name = class_among(element, kLines);
    if (name.empty() || holds_lines(node)) {
      if (!name.empty()) begin_block(name);
      return node + 1;
    }
    add_line(node, ocr_role(name).value_or(OcrRole::text));
    return element.end;
  }

  void read_language(const HtmlNode& element) {
    if (const std::string_view told = element.attribute("lang"); !told.empty())
      page_.language = page_.language.empty() ? std::string(told) : page_.language;
  }

  bool holds_lines(std::size_t node) const {
    for (std::size_t i = node + 1; i < tree_[node].end; ++i)
      if (!class_among(tree_[i], kLines).empty()) return true;
    return false;
  }

  void begin_block(std::string_view name) {
    page_.blocks.emplace_back();
    page_.blocks.back().role = ocr_role(name).value_or(OcrRole::text);
  }

  void add_line(std::size_t node, OcrRole role) {
    std::string text = text_of_line(node);
    if (text.empty()) return;
    auto& blocks = page_.blocks;
    if (blocks.empty() || starts_new_block(role, blocks.back().role)) {
      blocks.emplace_back();
      blocks.back().role = role;
    }
    OcrBlock& block = blocks.back();
    if (block.size == 0) block.size = size_of(tree_[node]);
    block.lines.push_back(std::move(text));
  }

  // True if a line begins a new block. Lines in a heading need not have its role.
  static bool starts_new_block(OcrRole line, OcrRole block) {
    return line != block && (line != OcrRole::text || block == OcrRole::furniture);
  }

  std::string text_of_line(std::size_t line) const {
    std::string text;
    for (std::size_t i = line + 1; i < tree_[line].end;) {
      const bool word = is_word(tree_[i]);
      if (word) append_word(text, on_one_line(tidy(tree_.text_of(i))));
      i = word ? tree_[i].end : i + 1;
    }
    return text.empty() ? on_one_line(tidy(tree_.text_of(line))) : text;
  }

  const HtmlTree& tree_;
  OcrPage page_;
};

}  // namespace

OcrPage read_hocr(const HtmlTree& tree) { return HocrPage(tree).take(); }

}  // namespace newsindex
