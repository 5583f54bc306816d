// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/trim.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_set>

#include "indexer/extract/dates/dates_names.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

class Trimmer {
 public:
  Trimmer(const HtmlTree& tree, std::size_t siblings, const std::vector<std::string>& authors,
          HtmlBody& body)
      : tree_(tree), siblings_(siblings), body_(body) {
    for (const std::string& name : authors)
      if (name.find(' ') != std::string::npos) authors_.push_back(folded_name(name));
  }

  void trim() {
    keep_dates_within();
    drop_repeated();
    drop_time_stamps();
    drop_below_related();
    drop_excerpts();
    drop_author_notes();
    drop_sign_off();
    drop_dangling_headings();
  }

 private:
  std::size_t size() const { return body_.marks.size(); }
  const PageBlock& block(std::size_t i) const { return body_.layout.blocks[i]; }
  const HtmlBlock& mark(std::size_t i) const { return body_.marks[i]; }
  BlockKind kind(std::size_t i) const { return body_.layout.kinds[i]; }

  // A date above the text is the date of the article. A date between its paragraphs is part of the
  // text: a calendar, a chronicle.
  void keep_dates_within() {
    constexpr std::size_t kFewestAbove = 3;
    std::vector<std::size_t>& article = body_.layout.article;
    if (article.size() <= kFewestAbove) return;
    const std::size_t last = article.back();
    for (std::size_t i = article[kFewestAbove - 1]; i < last; ++i)
      if (body_.cut[i] == kDateAbove) {
        body_.cut[i] = {};
        article.push_back(i);
      }
    std::ranges::sort(article);
  }

  // "21:22 Frances Watkins" above each piece of a live blog.
  void drop_time_stamps() {
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kMostWords = 5;
    const auto is_stamp = [&](std::size_t i) {
      const std::string& text = block(i).text;
      const bool plain = !is_item(mark(i)) && mark(i).tag != GUMBO_TAG_P && !block(i).sentence;
      return plain && block(i).words <= kMostWords && text.size() > 4 && is_digit(text[0]) &&
             (text[1] == ':' || text[2] == ':') && (is_digit(text[3]) || is_digit(text[4]));
    };
    std::vector<std::size_t>& article = body_.layout.article;
    if (std::ranges::count_if(article, is_stamp) < static_cast<std::ptrdiff_t>(kFewest)) return;
    std::erase_if(article, [&](std::size_t i) {
      if (is_stamp(i)) body_.cut[i] = "time of a piece";
      return is_stamp(i);
    });
  }

  // Cuts what follows "Other stories" below the article's last paragraph, unless it is too much to
  // be of other articles.
  void drop_below_related() {
    constexpr double kMost = 0.25;  // of the text
    std::vector<std::size_t>& article = body_.layout.article;
    const auto last = std::ranges::find_if(article.rbegin(), article.rend(), [&](std::size_t i) {
      return is_paragraph_in(tree_, mark(i), siblings_);
    });
    if (siblings_ == 0 || last == article.rend()) return;
    std::size_t heading = *last;
    while (heading < size() && kind(heading) != BlockKind::related) ++heading;
    const auto first = std::ranges::upper_bound(article, heading);
    if (weight_of(first, article.end()) > kMost * weight_of(article.begin(), article.end())) return;
    for (auto it = first; it != article.end(); ++it) body_.cut[*it] = "list of other articles";
    article.erase(first, article.end());
  }

  template <typename Iterator>
  double weight_of(Iterator begin, Iterator end) const {
    return std::accumulate(begin, end, 0.0, [&](double sum, std::size_t i) {
      return sum + static_cast<double>(block(i).weight);
    });
  }

  // Below the text, paragraphs that break off are the beginnings of other articles.
  void drop_excerpts() {
    constexpr std::size_t kFewest = 2;
    std::vector<std::size_t>& article = body_.layout.article;
    const auto breaks_off = [&](std::size_t i) {
      constexpr std::array<std::string_view, 4> kEnds{"…", "...", "[…]", "[...]"};
      return element_around(tree_, mark(i)) != siblings_ &&
             std::ranges::any_of(
                 kEnds, [&](std::string_view end) { return block(i).text.ends_with(end); });
    };
    std::size_t kept = article.size();
    while (kept > 1 && breaks_off(article[kept - 1])) --kept;
    if (article.size() - kept < kFewest) return;
    for (std::size_t at = kept; at < article.size(); ++at)
      body_.cut[article[at]] = "beginnings of other articles";
    article.resize(kept);
  }

  // Cuts repeated text: a caption in a gallery, a quotation pulled out of the text.
  void drop_repeated() {
    constexpr std::size_t kFewestWords = 4;
    std::unordered_set<std::string_view> said;
    std::erase_if(body_.layout.article, [&](std::size_t i) {
      const bool again = block(i).words >= kFewestWords && !is_item(mark(i)) &&
                         !said.insert(block(i).folded).second;
      if (again) body_.cut[i] = "said before";
      return again;
    });
  }

  // The last paragraphs may describe the authors: such a paragraph begins with a name.
  void drop_author_notes() {
    constexpr std::size_t kLast = 3;
    std::vector<std::size_t>& article = body_.layout.article;
    const std::size_t kept = article.size() - std::min(article.size(), kLast);
    if (kept == 0) return;
    const auto first = article.begin() + static_cast<std::ptrdiff_t>(kept);
    const auto is_note = [&](std::size_t i) {
      const bool note = std::ranges::any_of(authors_, [&](const std::string& name) {
        return block(i).folded.starts_with(name + " ");
      });
      if (note) body_.cut[i] = to_string(HtmlZone::author);
      return note;
    };
    article.erase(std::remove_if(first, article.end(), is_note), article.end());
  }

  // Cuts the initials of the author or agency below the text: "aja/PAP", "(SID)".
  void drop_sign_off() {
    constexpr std::size_t kLongest = 16;
    std::vector<std::size_t>& article = body_.layout.article;
    if (article.size() < 2) return;
    const std::string_view text = block(article.back()).text;
    const bool initials =
        text.find('/') != std::string_view::npos || (text.starts_with('(') && text.ends_with(')'));
    if (text.size() > kLongest || !initials || text.find(' ') != std::string_view::npos) return;
    body_.cut[article.back()] = "byline or breadcrumb";
    article.pop_back();
  }

  // Cuts headings with nothing kept below them: their text was cut.
  void drop_dangling_headings() {
    std::vector<std::size_t>& article = body_.layout.article;
    std::vector<std::size_t> kept;
    for (std::size_t at = 0; at < article.size(); ++at) {
      const std::size_t i = article[at];
      const bool last = at + 1 == article.size();
      const bool heads_cut = is_heading(mark(i)) && (last || heads_only_cut(i, article[at + 1]));
      if (heads_cut)
        body_.cut[i] = "heading of what was cut";
      else
        kept.push_back(i);
    }
    article = std::move(kept);
  }

  bool heads_only_cut(std::size_t i, std::size_t next) const {
    return is_heading(mark(next)) && mark(next).tag <= mark(i).tag && next > i + 1;
  }

  const HtmlTree& tree_;
  const std::size_t siblings_;
  std::vector<std::string> authors_;  // folded
  HtmlBody& body_;
};

}  // namespace

void trim_article(const HtmlTree& tree, std::size_t siblings,
                  const std::vector<std::string>& authors, HtmlBody& body) {
  Trimmer(tree, siblings, authors, body).trim();
}

}  // namespace newsindex
