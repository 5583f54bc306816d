// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/markup/html_blocks.h"

#include <algorithm>
#include <array>
#include <string>

#include <unicode/uchar.h>

#include "schema/text/characters.h"

namespace newsindex {
namespace {

// True for elements that are part of a line of text.
bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_RB:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RTC:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN: return true;
    default: return false;
  }
}

bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

bool is_space(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

std::size_t letters_in(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text)
    count += static_cast<unsigned char>(c) > ' ' && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

// True if the element's style makes it a block.
bool is_shown_as_block(const HtmlNode& node) {
  const std::string_view style = node.attribute("style");
  std::size_t at = style.find("display");
  if (at == std::string_view::npos) return false;
  at = style.find_first_not_of(" :", at + std::string_view("display").size());
  if (at == std::string_view::npos) return false;
  constexpr std::array<std::string_view, 5> kBlocks{"block", "flex", "grid", "list-item", "table"};
  return std::ranges::any_of(
      kBlocks, [&](std::string_view block) { return style.substr(at).starts_with(block); });
}

// True if a text begins like a sentence, a heading or a name.
bool begins_anew(std::string_view text) {
  std::size_t at = 0;
  const auto first = static_cast<UChar32>(next_character(text, at));
  const int group = u_getIntPropertyValue(first, UCHAR_GENERAL_CATEGORY_MASK);
  return (static_cast<std::uint32_t>(group) &
          (U_GC_LU_MASK | U_GC_LT_MASK | U_GC_LO_MASK | U_GC_ND_MASK | U_GC_PI_MASK)) != 0 ||
         first == '"' || first == 0x201E;
}

// True if a text ends with a whole word. After "inter-" or "(", the next text continues it.
bool ends_whole(std::string_view text) {
  return std::string_view(" \t\r\n-/(").find(text.back()) == std::string_view::npos;
}

class Cutter {
 public:
  Cutter(const HtmlTree& tree, const std::vector<HtmlZone>& zones)
      : tree_(tree), zones_(zones), holds_blocks_(blocks_below()) {}

  std::vector<HtmlBlock> cut() && {
    for (std::size_t i = 1; i < tree_.nodes().size(); ++i) {
      while (!open_.empty() && i >= tree_[open_.back()].end) close();
      const HtmlNode& node = tree_[i];
      if (zones_[i] == HtmlZone::hidden) {
        i = node.end - 1;
        continue;
      }
      if (node.is_text())
        add_text(i);
      else
        enter(i);
    }
    while (!open_.empty()) close();
    flush();
    return std::move(blocks_);
  }

 private:
  // Marks the elements that contain blocks; an inline element that does is a block itself.
  std::vector<bool> blocks_below() const {
    std::vector<bool> below(tree_.nodes().size());
    for (std::size_t i = tree_.nodes().size(); i-- > 1;)
      if (!tree_[i].is_text() && tree_[i].tag != GUMBO_TAG_BR &&
          (!is_inline(tree_[i].tag) || below[i]))
        below[tree_[i].parent] = true;
    return below;
  }

  bool is_block(std::size_t i) const {
    const GumboTag tag = tree_[i].tag;
    if (is_cell(tag)) return holds_blocks_[i];
    return !is_inline(tag) || holds_blocks_[i] || is_shown_as_block(tree_[i]);
  }

  // The beginning of an element's text.
  std::string beginning_of(std::size_t element) const {
    constexpr std::size_t kEnough = 80;  // bytes, of two words and more
    constexpr std::size_t kMostNodes = 64;
    std::string text;
    const std::size_t end = std::min<std::size_t>(tree_[element].end, element + kMostNodes);
    for (std::size_t i = element + 1; i < end && text.size() < kEnough; ++i)
      if (tree_[i].is_text()) text += tree_[i].text;
    return text;
  }

  // True if element i directly follows a sibling, without a blank, and both have several words: the
  // style sheet separates them although the markup does not.
  bool is_apart_from_last(std::size_t i) const {
    if (last_closed_ == 0 || tree_[last_closed_].end != i || text_.empty()) return false;
    if (tree_[last_closed_].parent != tree_[i].parent || !ends_whole(text_)) return false;
    const auto has_words = [](std::string_view text) {
      return text.find(' ') != std::string_view::npos;
    };
    const std::string next = beginning_of(i);
    return !next.empty() && begins_anew(next) && has_words(next) &&
           has_words(beginning_of(last_closed_));
  }

  // <a name=...> is not a link but the target of links, and is often never closed.
  bool is_link(std::size_t i) const {
    const HtmlNode& node = tree_[i];
    const bool aim = node.attribute("href").empty() &&
                     !(node.attribute("name").empty() && node.attribute("id").empty());
    return node.tag == GUMBO_TAG_A && !aim;
  }

  void enter(std::size_t i) {
    const GumboTag tag = tree_[i].tag;
    if (tag == GUMBO_TAG_BR) {
      // An empty line ends a paragraph.
      if (last_was_break_) flush();
      last_was_break_ = true;
      text_ += ' ';
      return;
    }
    if (is_apart_from_last(i)) {
      if (tree_[last_closed_].tag == tag)
        flush();
      else
        text_ += ' ';
    }
    if (is_link(i)) ++links_;
    if (is_cell(tag)) text_ += ' ';
    if (is_block(i)) flush();
    open_.push_back(i);
  }

  void close() {
    const std::size_t i = open_.back();
    open_.pop_back();
    last_closed_ = i;
    if (is_link(i)) --links_;
    if (is_block(i)) flush();
  }

  void add_text(std::size_t i) {
    const std::string_view text = tree_[i].text;
    const bool credit_within =
        zones_[i] == HtmlZone::credit && node_ > 0 && !is_foreign(zones_[node_]);
    if (credit_within) return;
    if (!is_space(text)) {
      last_was_break_ = false;
      const std::size_t letters = letters_in(text);
      letters_ += letters;
      letters_in_zone_[static_cast<std::size_t>(zones_[i])] += letters;
      if (links_ > 0) link_letters_ += letters;
      // The style sheet separates words that the markup does not: "By<a>Jane Doe</a>".
      if (zones_[i] == HtmlZone::facts && tree_[i].parent != last_parent_) text_ += ' ';
      last_parent_ = tree_[i].parent;
      if (node_ == 0) node_ = tree_[i].parent;
    }
    text_ += text;
  }

  // The element that makes the text a block.
  std::size_t block_around(std::size_t i) const {
    while (i > 0 && !is_block(i)) i = tree_[i].parent;
    return i;
  }

  // The zone with most of the letters: a dateline or a name in a block has an element of its own.
  HtmlZone most_of_zones() const {
    const auto most = std::ranges::max_element(letters_in_zone_);
    return static_cast<HtmlZone>(most - letters_in_zone_.begin());
  }

  void flush() {
    last_was_break_ = false;
    if (letters_ > 0) {
      HtmlBlock made;
      made.block = make_block(text_);
      made.node = static_cast<std::uint32_t>(node_);
      made.tag = tree_[block_around(node_)].tag;
      made.zone = most_of_zones();
      made.link_share = static_cast<double>(link_letters_) / static_cast<double>(letters_);
      made.block.heading = made.tag >= GUMBO_TAG_H1 && made.tag <= GUMBO_TAG_H6;
      if (!made.block.text.empty()) blocks_.push_back(std::move(made));
    }
    text_.clear();
    node_ = 0;
    letters_ = 0;
    letters_in_zone_ = {};
    link_letters_ = 0;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlZone>& zones_;
  const std::vector<bool> holds_blocks_;
  std::vector<std::size_t> open_;
  std::vector<HtmlBlock> blocks_;
  std::string text_;
  std::size_t node_ = 0;
  std::size_t last_parent_ = 0;
  std::size_t last_closed_ = 0;
  std::size_t letters_ = 0;
  std::array<std::size_t, kHtmlZones> letters_in_zone_{};
  std::size_t link_letters_ = 0;
  int links_ = 0;
  bool last_was_break_ = false;
};

bool ends_sentence(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\n\"')");
  return last != std::string_view::npos &&
         std::string_view(".!?:").find(text[last]) != std::string_view::npos;
}

}  // namespace

bool is_heading(const HtmlBlock& mark) {
  return mark.tag >= GUMBO_TAG_H1 && mark.tag <= GUMBO_TAG_H6;
}

bool is_item(const HtmlBlock& mark) {
  return mark.tag == GUMBO_TAG_LI || mark.tag == GUMBO_TAG_TR || mark.tag == GUMBO_TAG_DD ||
         mark.tag == GUMBO_TAG_DT || mark.tag == GUMBO_TAG_TABLE;
}

std::size_t element_of_block(const HtmlTree& tree, const HtmlBlock& mark) {
  std::size_t node = mark.node;
  while (node > 0 && tree[node].tag != mark.tag) node = tree[node].parent;
  return node;
}

std::size_t element_around(const HtmlTree& tree, const HtmlBlock& mark) {
  return tree[element_of_block(tree, mark)].parent;
}

bool is_paragraph_in(const HtmlTree& tree, const HtmlBlock& mark, std::size_t element) {
  return mark.tag == GUMBO_TAG_P && element_around(tree, mark) == element;
}

std::vector<std::uint32_t> running_text(const HtmlTree& tree) {
  constexpr std::size_t kFewest = 50;  // letters of a paragraph
  std::vector<std::uint32_t> weights(tree.nodes().size());
  for (std::size_t i = 1; i < weights.size(); ++i) {
    const HtmlNode& node = tree[i];
    const GumboTag above = tree[node.parent].tag;
    if (!node.is_text() || above == GUMBO_TAG_A || above == GUMBO_TAG_TITLE) continue;
    const std::size_t letters = letters_in(node.text);
    if (letters >= kFewest || (letters >= kFewest / 2 && ends_sentence(node.text)))
      weights[i] = static_cast<std::uint32_t>(letters);
  }
  for (std::size_t i = weights.size(); i-- > 1;) weights[tree[i].parent] += weights[i];
  return weights;
}

std::vector<HtmlBlock> cut_into_blocks(const HtmlTree& tree, const std::vector<HtmlZone>& zones) {
  return Cutter(tree, zones).cut();
}

}  // namespace newsindex
