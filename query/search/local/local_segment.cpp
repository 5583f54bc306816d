// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/local_segment.h"

#include "query/search/local/local_query.h"
#include "schema/fields.h"

namespace newsindex {

void LocalSegment::for_each_term(std::string_view prefix, const TermUse& use) const {
  const Terms& terms = segment_.terms();
  const Deletions& deletions = segment_.deletions();
  Postings postings;
  for (TermCursor cursor = terms.begin(prefix); cursor.next();) {
    std::uint64_t articles = cursor.entry().articles;
    if (!deletions.empty()) {
      terms.read(cursor.entry(), postings);
      deletions.remove_from(postings.docids);
      articles = postings.docids.size();
    }
    if (articles > 0 && !use(cursor.term(), articles)) return;
  }
}

std::unique_ptr<SegmentQuery> LocalSegment::start(const Plan& plan) const {
  return std::make_unique<LocalQuery>(segment_, plan);
}

std::string LocalSegment::whole_order(ArticleNumber number) const {
  return segment_.database().get_document(number).get_value(kOrderSlot);
}

}  // namespace newsindex
