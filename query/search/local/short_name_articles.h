// SPDX-License-Identifier: GPL-3.0-or-later
// The articles of a segment in which a short name stands for a person, and the persons of articles
// under their whole names (see schema/archive/bearers.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "query/search/local/docid_lists.h"
#include "query/search/plan.h"
#include "schema/archive/archive.h"
#include "schema/fields.h"

namespace newsindex {

// Removes the articles with a short name that do not count.
void keep_meant_articles(const OpenSegment& segment, const ShortNameUse& use, DocidList& docids);

// The values of a field as they are counted: persons under their whole names, all else as in the
// columns. Ordinals are as in FacetData; higher ones are names that the segment itself does not
// have. Not thread-safe. The segment and the bearers must outlive it.
class WholeNames {
 public:
  // Leaves out the values of an article whose confidence is below `least_confidence`.
  WholeNames(const OpenSegment& segment, const Field& field, const BearersTable* bearers,
             int least_confidence = 0);

  std::uint32_t values() const {
    return static_cast<std::uint32_t>(facet_.values() + added_.size());
  }
  std::uint64_t key(std::uint32_t ordinal) const {
    return ordinal < facet_.values() ? facet_.keys[ordinal] : added_[ordinal - facet_.values()].key;
  }
  std::string_view value(std::uint32_t ordinal) const {
    return ordinal < facet_.values() ? facet_.value(ordinal)
                                     : added_[ordinal - facet_.values()].name;
  }

  // The ordinals of an article, one for each key. Valid until the next call.
  std::span<const std::uint32_t> of(Docid docid);

 private:
  struct Meaning {
    MonthRange months;
    std::uint32_t ordinal = 0;
  };
  struct Added {
    std::uint64_t key = 0;
    std::string_view name;
  };

  void learn(const Bearers& bearers);
  std::span<const std::uint32_t> sure_ones(Docid docid);
  std::uint32_t meant_by(std::uint32_t ordinal, Docid docid) const;

  FacetData facet_;
  int least_confidence_;
  std::span<const std::int32_t> days_;
  std::vector<std::uint32_t> meanings_of_;  // by ordinal: its index in meanings_ + 1, or 0
  std::vector<std::vector<Meaning>> meanings_;
  std::vector<Added> added_;
  std::vector<std::uint32_t> sure_;      // of the article last asked for
  std::vector<std::uint32_t> ordinals_;  // the same with whole names
};

}  // namespace newsindex
