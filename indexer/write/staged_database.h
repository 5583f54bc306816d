// SPDX-License-Identifier: GPL-3.0-or-later
// Databases of articles that are not part of the archive yet. Small ones fill fast (in a large one
// Xapian spends its time on cache misses); compaction then joins them into segments.
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
};

// The articles that go into one small database. Bounds found by measurement: see tests/bench.
inline constexpr std::size_t kBatchArticles = 550;
inline constexpr std::size_t kBatchBytes = 4u << 20;

// Writes the articles into a new small database, in this order.
StagedDatabase build_batch(const std::vector<NewArticle>& articles, Staging& staging,
                           DocumentBuilder& builder);

// Joins databases, in this order, into one at `path`, durably when it is to last. Throws
// Error(interrupted) soon after `go_on`, which is asked a few times, has said no.
void join_databases(const std::vector<std::filesystem::path>& databases,
                    const std::filesystem::path& path, const std::function<bool()>& go_on = {});

// How many databases one join may open: each takes about six file descriptors.
std::size_t most_databases_to_join(std::size_t joins_at_once);

// The smallest range that holds both.
std::optional<DayRange> cover(const std::optional<DayRange>& a, const std::optional<DayRange>& b);

// Approximate bytes of an article in memory.
std::size_t size_in_memory(const Article& article);

}  // namespace newsindex
