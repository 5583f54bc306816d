// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of segments that are not in the archive yet: folders with the same layout as a segment (a
// Xapian database and our own files). Small databases are filled fast (in a large one, Xapian
// spends its time on cache misses); joining turns them into segments.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "indexer/write/staging.h"
#include "schema/article.h"
#include "schema/document.h"

namespace newsindex {

// An article version, its ingest sequence, and the sketch of its body if the caller has it.
struct NewArticle {
  Article article;
  std::uint64_t sequence = 0;
  std::optional<Sketch> sketch{};
};

struct StagedDatabase {
  StagedPlace place;
  std::uint64_t articles = 0;
  std::optional<DayRange> days;  // of the articles that have a date
  bool is_joined = false;        // has the form of a published segment
};

// Limits of one small database, found by measurement: see tests/bench.
inline constexpr std::size_t kBatchArticles = 550;
inline constexpr std::size_t kBatchBytes = 4u << 20;

// Writes the articles into a new small database, in this order. `go_on` is called for each article;
// if it returns false, throws Error(interrupted).
StagedDatabase build_batch(const std::vector<NewArticle>& articles, Staging& staging,
                           DocumentBuilder& builder, const std::function<bool()>& go_on = {});

// The folder of a segment or of a part, and the number of its articles.
struct SegmentPart {
  std::filesystem::path folder;
  std::uint64_t articles = 0;
};

// Joins parts, in this order, into a new folder. Does not sync. `go_on` is called now and then; if
// it returns false, throws Error(interrupted). REQUIRES: no part has deletions.
void join_parts(const std::vector<SegmentPart>& parts, const std::filesystem::path& folder,
                const std::function<bool()>& go_on);

// How many parts one join may open, if this many joins run at once: each part takes file
// descriptors.
std::size_t most_parts_to_join(std::size_t joins_at_once);

// The smallest range that covers both.
std::optional<DayRange> cover(const std::optional<DayRange>& a, const std::optional<DayRange>& b);

// Approximate bytes of an article in memory.
std::size_t size_in_memory(const Article& article);

}  // namespace newsindex
