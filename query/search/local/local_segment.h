// SPDX-License-Identifier: GPL-3.0-or-later
// A segment on this machine: answers from its terms and columns. All functions throw SegmentDamage
// if these are damaged.
#pragma once

#include <memory>
#include <string>

#include "query/search/segment_search.h"
#include "schema/archive/archive.h"

namespace newsindex {

class LocalSegment : public SegmentSearch {
 public:
  // Both must outlive it. Without bearers, short names are not replaced by whole names.
  explicit LocalSegment(const OpenSegment& segment, const BearersTable* bearers = nullptr)
      : segment_(segment), bearers_(bearers) {}

  std::uint64_t articles() const override { return segment_.segment().articles; }
  void for_each_term(std::string_view prefix, const TermUse& use) const override;
  std::unique_ptr<SegmentQuery> start(const Plan& plan, const Deadline& deadline) const override;
  Article article(ArticleNumber number) const override;
  std::string id(ArticleNumber number) const override;
  std::uint64_t sequence(ArticleNumber number) const override;
  std::uint64_t order(ArticleNumber number) const override;
  std::string whole_order(ArticleNumber number) const override;

 private:
  const OpenSegment& segment_;
  const BearersTable* bearers_;
};

}  // namespace newsindex
