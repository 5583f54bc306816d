// SPDX-License-Identifier: GPL-3.0-or-later
// An HTML page as a tree, parsed as browsers do (gumbo), in one flat list: the nodes below a node
// are those behind it up to its end.
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
  std::uint32_t parent = 0;       // of the first node: itself
  std::uint32_t end = 0;          // nodes (this, end) lie in it
  std::string_view text;          // of a text node
  const GumboVector* attributes = nullptr;

  bool is_text() const { return tag == GUMBO_TAG_LAST; }
  // The value of an attribute, or empty. Names in small letters.
  std::string_view attribute(const char* name) const;
};

class HtmlTree {
 public:
  struct Limits {
    std::size_t depth = 1000;  // of elements one in the other
    std::size_t bytes = std::size_t{512} << 20;
  };

  // The tree, or why there is none: "elements are nested more than 4000 deep". `markup` must
  // outlive the tree. REQUIRES: UTF-8.
  static std::variant<HtmlTree, std::string> parse(std::string_view markup, std::size_t depth,
                                                   const Limits& limits);
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  const HtmlNode& operator[](std::size_t i) const { return nodes_[i]; }

  // The text of a node and all below it, white space as it stands.
  std::string text_of(std::size_t node) const;

  // The first element of the tag at or behind `from` and before `end`, or `end`.
  std::size_t find(GumboTag tag, std::size_t from, std::size_t end) const;

  bool is_within(std::size_t node, std::size_t ancestor) const {
    return node >= ancestor && node < nodes_[ancestor].end;
  }

 private:
  class Arena;
  explicit HtmlTree(std::unique_ptr<Arena> arena);
  void flatten(const GumboNode* root);

  std::unique_ptr<Arena> arena_;  // all that gumbo made
  std::vector<HtmlNode> nodes_;
};

}  // namespace newsindex
