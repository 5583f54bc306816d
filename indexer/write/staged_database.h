// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of segments that are not in the archive yet: folders as a segment's (a Xapian database and
// the files beside it). Small ones fill fast (in a large database Xapian spends its time on cache
// misses); joining then makes segments of them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "indexer/write/staging.h"
#include "schema/article.h"
#include "schema/document.h"

namespace newsindex {

// An article version, its ingest sequence, and the sketch of its body where it is at hand.
struct NewArticle {
  Article article;
  std::uint64_t sequence = 0;
  std::optional<Sketch> sketch{};
};

struct StagedDatabase {
  StagedPlace place;
  std::uint64_t articles = 0;
  std::optional<DayRange> days;  // of its dated articles
  bool is_joined = false;        // has the form of a published segment
};

// The articles that go into one small database. Bounds found by measurement: see tests/bench.
inline constexpr std::size_t kBatchArticles = 550;
inline constexpr std::size_t kBatchBytes = 4u << 20;

// Writes the articles into a new small database, in this order. `go_on` is asked for each;
// Error(interrupted) is thrown when it says no.
StagedDatabase build_batch(const std::vector<NewArticle>& articles, Staging& staging,
                           DocumentBuilder& builder, const std::function<bool()>& go_on = {});

// A folder of a segment, or a part of one, and the number of its articles.
struct SegmentPart {
  std::filesystem::path folder;
  std::uint64_t articles = 0;
};

// Joins parts, in this order, into a new folder. Does not sync. `go_on` is asked now and then;
// Error(interrupted) is thrown when it says no. REQUIRES: none has deletions.
void join_parts(const std::vector<SegmentPart>& parts, const std::filesystem::path& folder,
                const std::function<bool()>& go_on);

// How many parts one join may open: each takes a file descriptor or two.
std::size_t most_parts_to_join(std::size_t joins_at_once);

// The smallest range that holds both.
std::optional<DayRange> cover(const std::optional<DayRange>& a, const std::optional<DayRange>& b);

// Approximate bytes of an article in memory.
std::size_t size_in_memory(const Article& article);

}  // namespace newsindex
