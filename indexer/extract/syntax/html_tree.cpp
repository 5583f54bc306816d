// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/syntax/html_tree.h"

#include <csetjmp>
#include <cstdlib>

namespace newsindex {

// Memory that is freed all at once. gumbo cannot be told to stop, and it destroys its trees by
// recursion. So we leave it by a longjmp if it needs too much memory, and never destroy its nodes
// one by one.
class HtmlTree::Arena {
 public:
  explicit Arena(std::size_t limit) : limit_(limit) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    for (void* block : blocks_) std::free(block);
  }

  // Never returns null: jumps to `out` if there is no memory left.
  void* get(std::size_t bytes) {
    constexpr std::size_t kAlign = 16;
    constexpr std::size_t kBlock = std::size_t{1} << 18;
    bytes = (bytes + kAlign - 1) / kAlign * kAlign;
    if (bytes > left_) {
      const std::size_t size = std::max(bytes, kBlock);
      void* const block = total_ + size > limit_ ? nullptr : std::malloc(size);
      if (block == nullptr) std::longjmp(out, 1);
      blocks_.push_back(block);
      total_ += size;
      next_ = static_cast<char*>(block);
      left_ = size;
    }
    void* const memory = next_;
    next_ += bytes;
    left_ -= bytes;
    return memory;
  }

  std::jmp_buf out;

 private:
  std::size_t limit_;
  std::size_t total_ = 0;
  std::size_t left_ = 0;
  char* next_ = nullptr;
  std::vector<void*> blocks_;
};

std::string_view HtmlNode::attribute(const char* name) const {
  if (attributes == nullptr) return {};
  const GumboAttribute* found = gumbo_get_attribute(attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

HtmlTree::HtmlTree(std::unique_ptr<Arena> arena) : arena_(std::move(arena)) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

std::variant<HtmlTree, std::string> HtmlTree::parse(std::string_view markup, std::size_t depth,
                                                    const Limits& limits) {
  if (depth > limits.depth)
    return "elements are nested more than " + std::to_string(limits.depth) + " deep";
  HtmlTree tree(std::make_unique<Arena>(limits.bytes));
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = tree.arena_.get();
  options.allocator = [](void* arena, std::size_t bytes) {
    return static_cast<Arena*>(arena)->get(bytes);
  };
  options.deallocator = [](void*, void*) {};
  const GumboOutput* output = nullptr;
  if (setjmp(tree.arena_->out) != 0)
    return "its tree needs more than " + std::to_string(limits.bytes >> 20) + " MB";
  output = gumbo_parse_with_options(&options, markup.data(), markup.size());
  tree.flatten(output->root);
  return tree;
}

void HtmlTree::flatten(const GumboNode* root) {
  struct Open {
    const GumboVector* children;
    unsigned next;
    std::uint32_t node;
  };
  std::vector<Open> stack;
  const auto add = [&](const GumboNode* node) {
    HtmlNode flat;
    flat.parent = stack.empty() ? 0 : stack.back().node;
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
      flat.tag = node->v.element.tag;
      flat.attributes = &node->v.element.attributes;
      stack.push_back({&node->v.element.children, 0, static_cast<std::uint32_t>(nodes_.size())});
    } else if (node->type != GUMBO_NODE_COMMENT) {
      flat.text = node->v.text.text;
    } else {
      return;
    }
    flat.end = static_cast<std::uint32_t>(nodes_.size()) + 1;
    nodes_.push_back(flat);
  };
  add(root);
  while (!stack.empty()) {
    Open& open = stack.back();
    if (open.next < open.children->length) {
      add(static_cast<const GumboNode*>(open.children->data[open.next++]));
      continue;
    }
    nodes_[open.node].end = static_cast<std::uint32_t>(nodes_.size());
    stack.pop_back();
  }
}

std::string HtmlTree::text_of(std::size_t node) const {
  std::string text;
  for (std::size_t i = node; i < nodes_[node].end; ++i) text += nodes_[i].text;
  return text;
}

std::size_t HtmlTree::find(GumboTag tag, std::size_t from, std::size_t end) const {
  while (from < end && nodes_[from].tag != tag) ++from;
  return from;
}

}  // namespace newsindex
