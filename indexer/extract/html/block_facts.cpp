// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/block_facts.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include <unicode/uchar.h>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/html/block_surroundings.h"
#include "indexer/extract/text/lines.h"
#include "schema/text/characters.h"

namespace newsindex {
namespace {

constexpr double kNone = -1;

// The rank of a zone: 0 for the text of articles, the highest for what is least like it.
double zone_rank(HtmlZone zone) {
  using enum HtmlZone;
  constexpr std::array kOrder{body,   lead,       none,     caption,    facts,         author,
                              teaser, credit,     related,  newsletter, advertisement, share,
                              legal,  navigation, comments, hidden};
  return static_cast<double>(std::ranges::find(kOrder, zone) - kOrder.begin());
}

double level_of_heading(const HtmlBlock& mark) {
  return is_heading(mark) ? static_cast<double>(mark.tag) - static_cast<double>(GUMBO_TAG_H1) + 1
                          : 0;
}

double logarithm(double count) { return std::log1p(count); }

double share(double part, double all) { return all > 0 ? part / all : 0; }

struct Characters {
  double all = 0;
  double digits = 0;
  double letters = 0;
  double large = 0;
  double marks = 0;  // those used in menus and lines of facts
};

Characters characters_of(std::string_view text) {
  constexpr std::array<UChar32, 8> kMarks{'|', '@', '#', 0xA9, 0xBB, 0x2022, 0x203A, 0x2192};
  Characters count;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<UChar32>(next_character(text, at));
    ++count.all;
    if (u_isdigit(c) != 0) ++count.digits;
    if (u_isalpha(c) != 0) ++count.letters;
    if (u_isupper(c) != 0) ++count.large;
    if (std::ranges::find(kMarks, c) != kMarks.end()) ++count.marks;
  }
  return count;
}

bool breaks_off(std::string_view text) {
  return text.ends_with("…") || text.ends_with("...") || text.ends_with("]");
}

class Teller {
 public:
  Teller(const HtmlTree& tree, const HtmlBody& body, const ArticleMetadata& told)
      : tree_(tree),
        body_(body),
        around_(tree, body),
        title_(folded_name(told.title)),
        told_letters_(static_cast<double>(told.text.size())) {
    for (const std::string_view word : words_of(title_)) title_words_.insert(word);
    for (const std::string& author : told.authors) authors_.push_back(folded_name(author));
    for (std::size_t i = 0; i < size(); ++i) {
      ++times_[block(i).folded];
      emphasis_.push_back(around_.emphasis(around_.element(i)));
      has_zone_ = has_zone_ || mark(i).zone == HtmlZone::body;
    }
  }

  std::vector<BlockFacts> tell() {
    std::vector<BlockFacts> all(size());
    double before = 0;
    double kept_before = 0;
    for (std::size_t i = 0; i < size(); ++i) {
      next_ = all[i].begin();
      tell_of_text(i);
      tell_of_markup(i);
      tell_of_order(i);
      tell(share(before, around_.page().letters));
      tell(share(kept_before, around_.page().kept_letters));
      tell_of_place(i);
      tell_of_page();
      tell_of_elements(i);
      tell_of_neighbour(i, -1);
      tell_of_neighbour(i, 1);
      before += around_.letters(i);
      if (around_.is_kept(i)) kept_before += around_.letters(i);
    }
    return all;
  }

 private:
  std::size_t size() const { return body_.marks.size(); }
  const PageBlock& block(std::size_t i) const { return body_.layout.blocks[i]; }
  const HtmlBlock& mark(std::size_t i) const { return body_.marks[i]; }

  void tell(double fact) { *next_++ = static_cast<float>(fact); }

  void tell_of_text(std::size_t i) {
    constexpr std::size_t kFarColon = 60;
    const PageBlock& own = block(i);
    const Characters characters = characters_of(own.text);
    tell(logarithm(around_.letters(i)));
    tell(logarithm(static_cast<double>(own.words)));
    tell(static_cast<double>(own.commas) / static_cast<double>(own.words + 1));
    tell(own.sentence ? 1 : 0);
    tell(share(characters.digits, characters.all));
    tell(share(characters.large, characters.letters));
    tell(characters.marks);
    tell(breaks_off(own.text) ? 1 : 0);
    tell(static_cast<double>(std::min(own.text.find(": "), kFarColon)));
    tell(share(characters.letters, characters.all));
    tell(words_in_title(own.folded));
    tell(times_[own.folded]);
    tell(begins_with_author_label(own.folded) ? 1 : 0);
  }

  void tell_of_markup(std::size_t i) {
    const HtmlBlock& own = mark(i);
    tell(body_.evidence.points[i]);
    tell(told_letters_ == 0 ? 1 : body_.evidence.told[i] ? 2 : 0);
    tell(own.tag == GUMBO_TAG_P ? 1 : 0);
    tell(level_of_heading(own));
    tell(own.tag == GUMBO_TAG_LI ? 1 : is_item(own) ? 2 : 0);
    tell(own.link_share);
    tell(zone_rank(own.zone));
    tell(static_cast<double>(body_.layout.kinds[i]));
    tell(emphasis_[i]);
    tell(around_.is_kept(i) ? 1 : 0);
  }

  void tell_of_order(std::size_t i) {
    const std::vector<std::size_t>& article = body_.layout.article;
    tell(article.empty() ? kFar : steps(article.front(), i));
    tell(article.empty() ? kFar : steps(article.back(), i));
    tell(body_.evidence.headline >= size() ? kFar : steps(body_.evidence.headline, i));
    tell(to_kept(i, -1));
    tell(to_kept(i, 1));
    tell(to_heading_above(i));
    tell(kept_nearby(i));
    tell(i == 0 ? 0 : std::min(around_.images_between(mark(i - 1).node + 1, mark(i).node), 5U));
  }

  void tell_of_place(std::size_t i) {
    const BodyEvidence& evidence = body_.evidence;
    const std::uint32_t node = mark(i).node;
    const std::uint32_t own = around_.element(i);
    const bool inside = tree_.is_within(node, evidence.container);
    tell(inside ? 1 : 0);
    tell(evidence.main_article == 0 ? kNone : tree_.is_within(node, evidence.main_article) ? 1 : 0);
    tell(inside ? around_.depth(own) - static_cast<double>(around_.depth(evidence.container))
                : kNone);
    tell(around_.depth(node));
    // The path in the tree from the article's paragraphs to the block: up to a common element, then
    // down into branch_.
    std::uint32_t common = evidence.siblings > 0 ? evidence.siblings : evidence.container;
    const unsigned depth = around_.depth(common);
    while (common > 0 && !tree_.is_within(node, common)) common = tree_[common].parent;
    branch_ = own;
    while (branch_ > 0 && tree_[branch_].parent > common) branch_ = tree_[branch_].parent;
    tell(depth - around_.depth(common));
    tell(own > common ? around_.depth(own) - around_.depth(common) : 0);
    tell(share(around_.in_element(common).letters, around_.page().letters));
  }

  void tell_of_page() {
    const BlockSum& page = around_.page();
    tell(logarithm(page.blocks));
    tell(logarithm(page.kept_letters));
    tell(share(page.kept_letters, page.letters));
    tell(has_zone_ ? 1 : 0);
    tell(told_letters_ / std::max(1.0, page.kept_letters));
  }

  void tell_of_elements(std::size_t i) {
    const std::uint32_t parent = tree_[around_.element(i)].parent;
    tell_of_sum(around_.with_same_markup(i), i);
    tell_of_sum(around_.in_element(parent), i);
    tell_of_sum(around_.in_element(tree_[parent].parent), i);
    tell_of_sum(around_.in_element(branch_), i);
  }

  // The facts of a group of blocks. The shares of what was kept leave out block i itself.
  void tell_of_sum(const BlockSum& sum, std::size_t i) {
    const double own = around_.letters(i);
    const double kept = around_.is_kept(i) ? 1 : 0;
    const double others = sum.letters - own;
    tell(logarithm(sum.letters));
    tell(others > 0 ? (sum.kept_letters - kept * own) / others : kNone);
    tell(logarithm(sum.blocks));
    tell(sum.blocks > 1 ? (sum.kept_blocks - kept) / (sum.blocks - 1) : kNone);
    tell(share(sum.linked_letters, sum.letters));
  }

  void tell_of_neighbour(std::size_t i, int step) {
    constexpr double kBeyond = -5;  // before the first or after the last block
    const std::size_t other = i + static_cast<std::size_t>(step);
    const bool there = other < size();
    tell(there ? zone_rank(mark(other).zone) : kBeyond);
    tell(there ? static_cast<double>(body_.layout.kinds[other]) : kBeyond);
    tell(there ? logarithm(around_.letters(other)) : kBeyond);
    tell(there ? level_of_heading(mark(other)) : kBeyond);
    tell(there ? emphasis_[other] : kBeyond);
    tell(there ? mark(other).link_share : kBeyond);
  }

  double words_in_title(std::string_view folded) const {
    constexpr std::size_t kLongest = 400;  // bytes
    return folded.size() > kLongest ? 0 : share_of_words(folded, title_words_);
  }

  bool begins_with_author_label(std::string_view folded) const {
    constexpr std::size_t kShortest = 5;
    return std::ranges::any_of(authors_, [&](const std::string& name) {
      return name.size() >= kShortest && folded.find(name) != std::string_view::npos;
    });
  }

  static double steps(std::size_t from, std::size_t to) {
    constexpr double kMost = 60;
    return std::clamp(static_cast<double>(to) - static_cast<double>(from), -kMost, kMost);
  }

  // How many blocks away the next block is that the rules have chosen.
  double to_kept(std::size_t i, int step) const {
    constexpr double kMost = 40;
    double count = 1;
    for (std::size_t x = i + static_cast<std::size_t>(step); x < size() && count <= kMost;
         x += static_cast<std::size_t>(step), ++count)
      if (around_.is_kept(x)) return count;
    return -kFar;
  }

  double to_heading_above(std::size_t i) const {
    constexpr std::size_t kMost = 30;
    for (std::size_t count = 1; count < kMost && count <= i; ++count)
      if (is_heading(mark(i - count))) return static_cast<double>(count);
    return kMost;
  }

  // The share of the letters in the blocks around block i that the rules have chosen.
  double kept_nearby(std::size_t i) const {
    constexpr std::size_t kNear = 5;
    double all = 0;
    double kept = 0;
    for (std::size_t x = i > kNear ? i - kNear : 0; x < std::min(size(), i + kNear + 1); ++x) {
      if (x == i) continue;
      all += around_.letters(x);
      if (around_.is_kept(x)) kept += around_.letters(x);
    }
    return share(kept, all);
  }

  static constexpr double kFar = -99;

  const HtmlTree& tree_;
  const HtmlBody& body_;
  const BlockSurroundings around_;
  const std::string title_;
  const double told_letters_;
  std::unordered_set<std::string_view> title_words_;
  std::vector<std::string> authors_;  // folded
  std::unordered_map<std::string_view, int> times_;
  std::vector<double> emphasis_;
  bool has_zone_ = false;
  std::uint32_t branch_ = 0;
  BlockFacts::iterator next_{};
};

}  // namespace

std::vector<BlockFacts> block_facts(const HtmlTree& tree, const HtmlBody& body,
                                    const ArticleMetadata& told) {
  return Teller(tree, body, told).tell();
}

}  // namespace newsindex
