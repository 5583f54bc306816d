// SPDX-License-Identifier: GPL-3.0-or-later
// An HTML page as a tree, parsed as browsers do (gumbo), in one flat list: a node's descendants
// follow it, up to its `end`.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gumbo.h>

namespace newsindex {

constexpr bool is_emphasis(GumboTag tag) {
  return tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_I || tag == GUMBO_TAG_EM;
}

struct HtmlNode {
  GumboTag tag = GUMBO_TAG_LAST;  // GUMBO_TAG_LAST: a text
  std::uint32_t parent = 0;       // its index; the first node is its own parent
  std::uint32_t end = 0;          // nodes (this, end) are its descendants
  std::string_view text;          // of a text node
  const GumboVector* attributes = nullptr;

  bool is_text() const { return tag == GUMBO_TAG_LAST; }
  // The value of an attribute, or empty. `name` is in lower case.
  std::string_view attribute(const char* name) const;
};

class HtmlTree {
 public:
  struct Limits {
    std::size_t depth = 1000;  // of nested elements
    std::size_t bytes = std::size_t{512} << 20;
  };

  // The tree, or the reason why there is none: "elements are nested more than 1000 deep". `depth`:
  // how deep elements are nested in `markup` (see HtmlSource). `markup` must outlive the tree.
  // REQUIRES: UTF-8.
  static std::variant<HtmlTree, std::string> parse(std::string_view markup, std::size_t depth,
                                                   const Limits& limits);
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  const HtmlNode& operator[](std::size_t i) const { return nodes_[i]; }

  // The text of a node and its descendants, with its white space.
  std::string text_of(std::size_t node) const;

  // The first element with this tag in [from, end), or `end`.
  std::size_t find(GumboTag tag, std::size_t from, std::size_t end) const;

  bool is_within(std::size_t node, std::size_t ancestor) const {
    return node >= ancestor && node < nodes_[ancestor].end;
  }

 private:
  class Arena;
  explicit HtmlTree(std::unique_ptr<Arena> arena);
  void flatten(const GumboNode* root);

  std::unique_ptr<Arena> arena_;  // all memory of gumbo
  std::vector<HtmlNode> nodes_;
};

}  // namespace newsindex
