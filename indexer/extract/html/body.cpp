// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/body.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/html/apply_block_model.h"
#include "indexer/extract/html/trim.h"
#include "indexer/extract/layout/breadcrumb.h"
#include "indexer/extract/layout/weights.h"
#include "indexer/extract/people/byline.h"

namespace newsindex {
namespace {

constexpr double kLinked = 0.5;  // a line with a larger share of links is in a list of links

double points_in_markup(const HtmlBlock& mark, const PageBlock& block, BlockKind kind) {
  using namespace weights;
  if (mark.zone == HtmlZone::comments) return kInComments;
  if (is_foreign(mark.zone)) return kInOtherElement;
  const bool in_body = mark.zone == HtmlZone::body;
  const double plain = points_of(block, kind);
  if (kind != BlockKind::plain) return in_body ? plain * kShareOfCostInBody : plain;
  if (mark.link_share > kLinked) return in_body ? kLinksInBody : kLinks;
  if (plain > 0) return in_body ? plain * kTimesInBody : plain;
  if (in_body) return 0;
  if (is_heading(mark)) return kHeading;
  return is_item(mark) ? std::max(plain, kItem) : plain;
}

PageRegion best_stretch(const std::vector<double>& points) {
  PageRegion best;
  PageRegion run;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (run.points <= 0) run = {i, i, 0};
    run.points += points[i];
    run.end = i + 1;
    if (run.points > best.points) best = run;
  }
  return best;
}

class Finder {
 public:
  Finder(const HtmlTree& tree, HtmlBody& body, const ArticleMetadata& told)
      : tree_(tree), body_(body), title_(folded_name(told.title)), told_(folded_name(told.text)) {}

  void find() {
    for (std::size_t i = 0; i < size(); ++i) {
      told_blocks_.push_back(is_in_told_text(block(i)));
      body_.layout.kinds.push_back(kind_of(block(i)));
      points_.push_back(points(i));
    }
    PageRegion& region = body_.layout.region;
    region = best_stretch(points_);
    if (region.points <= 0) {
      ignore_most_zones();
      region = best_stretch(points_);
    }
    body_.cut.assign(size(), "elsewhere on the page");
    if (region.points <= 0) return;
    find_container();
    headline_ = headline_above();
    siblings_ = most_siblings();
    choose();
  }

  BodyEvidence evidence() && {
    BodyEvidence evidence;
    evidence.points = std::move(points_);
    evidence.told = std::move(told_blocks_);
    evidence.headline = headline_;
    evidence.container = static_cast<std::uint32_t>(container_);
    evidence.siblings = static_cast<std::uint32_t>(siblings_);
    evidence.main_article = static_cast<std::uint32_t>(main_article_);
    return evidence;
  }

 private:
  // Drops most zones, if no article was found with them: the page, a forum or a collection, marks
  // all its text as comments or teasers.
  void ignore_most_zones() {
    for (HtmlBlock& mark : body_.marks)
      if (mark.zone != HtmlZone::navigation && mark.zone != HtmlZone::legal)
        mark.zone = HtmlZone::none;
    for (std::size_t i = 0; i < size(); ++i) points_[i] = points(i);
  }

  std::size_t size() const { return body_.marks.size(); }
  const PageBlock& block(std::size_t i) const { return body_.layout.blocks[i]; }
  const HtmlBlock& mark(std::size_t i) const { return body_.marks[i]; }
  BlockKind kind(std::size_t i) const { return body_.layout.kinds[i]; }

  bool is_in_told_text(const PageBlock& block) const {
    constexpr std::size_t kLongEnough = 30;
    return block.folded.size() >= kLongEnough && told_.find(block.folded) != std::string::npos;
  }

  bool is_told(std::size_t i) const { return told_blocks_[i]; }

  double points(std::size_t i) const {
    const double points = points_in_markup(mark(i), block(i), kind(i));
    return is_told(i) ? std::max(points, 0.0) + weights::kToldText : points;
  }

  // Finds the deepest element that holds most of the stretch's text.
  void find_container() {
    constexpr double kMost = 0.8;
    const PageRegion& region = body_.layout.region;
    std::vector<double> weights(tree_.nodes().size());
    double all = 0;
    for (std::size_t i = region.begin; i < region.end; ++i) {
      if (points_[i] <= 0) continue;
      const auto weight = static_cast<double>(block(i).weight);
      all += weight;
      for (std::size_t node = mark(i).node; node > 0; node = tree_[node].parent)
        weights[node] += weight;
    }
    container_ = 0;
    for (std::size_t node = 1; node < weights.size(); ++node)
      if (tree_[node].parent == container_ && weights[node] >= kMost * all) container_ = node;
    for (std::size_t node = 1; node < weights.size(); ++node)
      if (tree_[node].tag == GUMBO_TAG_ARTICLE && is_main(node, weights[node] / all))
        main_article_ = node;
    if (main_article_ > 0 && tree_.is_within(main_article_, container_)) container_ = main_article_;
    // A paragraph does not hold other blocks.
    if (tree_[container_].tag == GUMBO_TAG_P && container_ > 0)
      container_ = tree_[container_].parent;
  }

  // True if an <article> is the main one of the page: it has most of the text, or less but an <h1>.
  bool is_main(std::size_t node, double share) const {
    constexpr double kMain = 0.6;
    constexpr double kMainWithHeadline = 0.3;
    const std::size_t end = tree_[node].end;
    const bool has_headline = tree_.find(GUMBO_TAG_H1, node, end) < end;
    return share >= (has_headline ? kMainWithHeadline : kMain);
  }

  // The nearest <article> around a node, or 0.
  std::size_t article_around(std::size_t node) const {
    while (node > 0 && tree_[node].tag != GUMBO_TAG_ARTICLE) node = tree_[node].parent;
    return node;
  }

  // True if a block stands in an <article> that neither contains the main one nor lies in it.
  bool is_of_another_article(std::size_t i) const {
    const std::size_t article = article_around(mark(i).node);
    return article > 0 && main_article_ > 0 && !tree_.is_within(main_article_, article) &&
           !tree_.is_within(article, main_article_);
  }

  // True if a block is in a part of the main article that has a heading, a sentence and no links,
  // however short: an answer, a result.
  bool is_in_part(std::size_t i) const {
    if (main_article_ == 0 || i < body_.layout.region.begin || is_foreign(mark(i).zone))
      return false;
    const std::size_t part = element_around(tree_, mark(i));
    if (part == main_article_ || !tree_.is_within(part, main_article_)) return false;
    const std::size_t end = tree_[part].end;
    const bool has_heading = is_heading(mark(i))
                                 ? i + 1 < size() && mark(i + 1).node < end
                                 : i > 0 && is_heading(mark(i - 1)) && mark(i - 1).node > part;
    const bool says =
        is_heading(mark(i)) ? block(i + 1 < size() ? i + 1 : i).sentence : block(i).sentence;
    return has_heading && says && tree_.find(GUMBO_TAG_A, part, end) >= end;
  }

  void choose() {
    PageLayout& layout = body_.layout;
    const PageRegion region = layout.region;
    bool in_list = false;
    bool commented = false;
    for (std::size_t i = 0; i < size(); ++i) {
      const bool in_part = is_in_part(i);
      const bool inside = in_part || tree_.is_within(mark(i).node, container_);
      const bool paragraph = is_paragraph(block(i), kind(i)) && mark(i).link_share <= kLinked;
      if (inside && kind(i) == BlockKind::comments && i >= region.end) commented = true;
      const bool linked = mark(i).link_share > 0 || mark(i).tag == GUMBO_TAG_LI;
      in_list = kind(i) == BlockKind::related ||
                (in_list && linked && !paragraph && !is_heading(mark(i)));
      if (commented) {
        body_.cut[i] = "comments";
        continue;
      }
      const std::string_view why = reason_against(
          i, in_part || (i >= region.begin && i < region.end), inside, paragraph, in_list);
      body_.cut[i] = why;
      if (why.empty()) layout.article.push_back(i);
    }
  }

  // The last block above the stretch that is an <h1>, or a heading with the title from the
  // metadata; size() if there is none.
  std::size_t headline_above() const {
    constexpr std::size_t kMostBetween = 28;
    const std::size_t text = body_.layout.region.begin;
    for (std::size_t i = text; i-- > 0 && text - i <= kMostBetween;)
      if (mark(i).tag == GUMBO_TAG_H1 || (is_heading(mark(i)) && block(i).folded == title_))
        return i;
    return size();
  }

  // True for a standfirst: it stands between the headline and the text, often in its own element.
  bool is_standfirst(std::size_t i, bool paragraph) const {
    constexpr std::size_t kFewestWords = 6;
    constexpr std::size_t kFewestOfHeading = 10;
    if (i >= body_.layout.region.begin || i <= headline_ || headline_ == size()) return false;
    if (mark(i).link_share > kLinked) return false;
    if (paragraph) return true;
    if (is_heading(mark(i))) return block(i).words >= kFewestOfHeading;
    const bool says = mark(i).zone == HtmlZone::lead || block(i).sentence || is_item(mark(i));
    return says && block(i).words >= kFewestWords;
  }

  // A <p> beside those of the stretch.
  bool is_sibling(std::size_t i) const {
    return (block(i).words > 1 || block(i).sentence) && is_paragraph_in(tree_, mark(i), siblings_);
  }

  // The element in which most of the paragraphs of the stretch stand.
  std::size_t most_siblings() const {
    std::unordered_map<std::size_t, std::size_t> weights;
    std::size_t most = 0;
    for (std::size_t i = body_.layout.region.begin; i < body_.layout.region.end; ++i)
      if (mark(i).tag == GUMBO_TAG_P && points_[i] > 0) {
        std::size_t& weight = weights[element_around(tree_, mark(i))];
        weight += block(i).weight;
        if (weight > weights[most]) most = element_around(tree_, mark(i));
      }
    return most;
  }

  // The last words of an article are often a short sentence.
  bool is_sentence_beside(std::size_t i) const {
    constexpr std::size_t kNear = 3;
    constexpr std::size_t kFewestWords = 3;
    const PageRegion& region = body_.layout.region;
    return i >= region.end && i < region.end + kNear && block(i).sentence &&
           block(i).words >= kFewestWords && mark(i).link_share <= kLinked;
  }

  // Why a block is not in the article; empty if it is.
  std::string_view reason_against(std::size_t i, bool in_stretch, bool inside, bool paragraph,
                                  bool in_list) const {
    if (is_foreign(mark(i).zone) && !is_told(i)) return to_string(mark(i).zone);
    if (!inside && !in_stretch && !is_standfirst(i, paragraph)) return "elsewhere on the page";
    if (is_of_another_article(i)) return "another article";
    if (is_told(i)) return {};
    if (kind(i) != BlockKind::plain) return "boilerplate by its words";
    if (block(i).letters.empty() && (!is_item(mark(i)) || block(i).words == 0)) return "no words";
    if (block(i).folded == title_ || mark(i).tag == GUMBO_TAG_H1) return "headline";
    if (in_list) return "list of other articles";
    if (mark(i).link_share > kLinked && !paragraph) {
      const bool long_enough = mark(i).zone == HtmlZone::body && block(i).words >= 8;
      if (!long_enough || mark(i).link_share > 0.8) return "links";
    }
    if (mark(i).zone == HtmlZone::caption && !paragraph) return "short caption";
    if (!in_stretch && is_sentence_beside(i)) return {};
    if (!in_stretch && !paragraph && !is_standfirst(i, paragraph) && !is_item(mark(i)) &&
        !is_heading(mark(i)) && mark(i).zone != HtmlZone::lead && mark(i).zone != HtmlZone::body &&
        !is_sibling(i))
      return "short line beside the article";
    const bool heading_within = in_stretch && is_heading(mark(i)) && mark(i).tag != GUMBO_TAG_H1;
    if (!inside && !paragraph && !heading_within && !is_standfirst(i, paragraph))
      return "short line outside the article";
    if (!paragraph && is_date_line(block(i))) return kDateAbove;
    if (!paragraph &&
        (is_breadcrumb(block(i).text, title_) || !byline_authors(block(i).text).empty()))
      return "byline or breadcrumb";
    return {};
  }

  const HtmlTree& tree_;
  HtmlBody& body_;
  const std::string title_;
  const std::string told_;
  std::vector<double> points_;
  std::vector<bool> told_blocks_;
  std::size_t container_ = 0;
  std::size_t headline_ = 0;      // the block, or size()
  std::size_t siblings_ = 0;      // the element around the paragraphs
  std::size_t main_article_ = 0;  // the innermost <article> that holds most of the text, or 0
};

}  // namespace

HtmlBody find_body(const HtmlTree& tree, std::vector<HtmlBlock> blocks, const ArticleMetadata& told,
                   const BlockModel* model) {
  HtmlBody body;
  for (HtmlBlock& mark : blocks) body.layout.blocks.push_back(std::move(mark.block));
  body.marks = std::move(blocks);
  Finder finder(tree, body, told);
  finder.find();
  body.evidence = std::move(finder).evidence();
  trim_article(tree, body.evidence.siblings, told.authors, body);
  if (model != nullptr) apply_block_model(tree, told, *model, body);
  return body;
}

}  // namespace newsindex
