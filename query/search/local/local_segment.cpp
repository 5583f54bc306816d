// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/local_segment.h"

#include "query/search/local/guarded_query.h"
#include "schema/fields.h"

namespace newsindex {

void LocalSegment::for_each_term(std::string_view prefix, const TermUse& use) const {
  const Deletions& deletions = segment_.deletions();
  Postings postings;
  const Terms& terms = on_segment(segment_, [&]() -> const Terms& { return segment_.terms(); });
  TermCursor cursor = on_segment(segment_, [&] { return terms.begin(prefix); });
  while (on_segment(segment_, [&] { return cursor.next(); })) {
    std::uint64_t articles = cursor.entry().articles;
    if (!deletions.empty()) {
      on_segment(segment_, [&] { terms.read(cursor.entry(), postings); });
      deletions.remove_from(postings.docids);
      articles = postings.docids.size();
    }
    if (articles > 0 && !use(cursor.term(), articles)) return;
  }
}

std::unique_ptr<SegmentQuery> LocalSegment::start(const Plan& plan,
                                                  const Deadline& deadline) const {
  return std::make_unique<GuardedQuery>(segment_, plan, deadline, bearers_);
}

Article LocalSegment::article(ArticleNumber number) const {
  Article article = on_segment(segment_, [&] { return segment_.article(number); });
  if (bearers_ == nullptr) return article;
  Analyzer analyzer;
  name_bearers(article, bearers_->get(), analyzer);
  return article;
}

std::string LocalSegment::id(ArticleNumber number) const {
  return on_segment(segment_, [&] { return segment_.id(number); });
}

std::uint64_t LocalSegment::sequence(ArticleNumber number) const {
  return on_segment(segment_, [&] { return segment_.columns().sequences()[number - 1]; });
}

std::uint64_t LocalSegment::order(ArticleNumber number) const {
  return on_segment(segment_, [&] { return segment_.columns().order_of(number); });
}

std::string LocalSegment::whole_order(ArticleNumber number) const {
  return on_segment(segment_, [&] { return segment_.order_value(number); });
}

}  // namespace newsindex
