// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/docid_lists.h"

#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/in_parallel.h"

namespace newsindex {
namespace {

constexpr std::uint64_t kArticles = 2000;

Postings random_postings(std::size_t size, std::mt19937& random) {
  std::map<Docid, std::uint32_t> all;
  while (all.size() < size)
    all[static_cast<Docid>(1 + random() % kArticles)] = static_cast<std::uint32_t>(random() % 3);
  Postings postings;
  for (const auto& [docid, frequency] : all) {
    postings.docids.push_back(docid);
    postings.frequencies.push_back(frequency);
  }
  return postings;
}

// Sizes that take every path of the code: short beside long, dense, empty.
TEST(DocidLists, AgreeWithSets) {
  std::mt19937 random(1);
  for (const std::size_t first : {0u, 1u, 7u, 90u, 1500u})
    for (const std::size_t second : {0u, 1u, 5u, 100u, 1200u}) {
      const Postings a = random_postings(first, random);
      const Postings b = random_postings(second, random);
      const std::set<Docid> in_a(a.docids.begin(), a.docids.end());
      const std::set<Docid> in_b(b.docids.begin(), b.docids.end());
      DocidList both, either, only_a;
      std::set_intersection(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(),
                            std::back_inserter(both));
      std::set_union(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(),
                     std::back_inserter(either));
      std::set_difference(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(),
                          std::back_inserter(only_a));
      EXPECT_EQ(intersection(a.docids, b.docids), both);
      EXPECT_EQ(difference(a.docids, b.docids), only_a);
      EXPECT_EQ(union_of({a.docids, b.docids}, kArticles), either);
      EXPECT_EQ(kept(a, b.docids).docids, both);
    }
}

TEST(DocidLists, AddUpFrequenciesOfJoinedPostings) {
  std::mt19937 random(2);
  for (const std::vector<std::size_t>& sizes :
       {std::vector<std::size_t>{5, 4, 3}, {1500, 3}, {1500, 3, 4, 0}, {900, 800}, {0, 0}, {}}) {
    std::vector<Postings> parts;
    std::map<Docid, std::uint32_t> sums;
    for (const std::size_t size : sizes) {
      parts.push_back(random_postings(size, random));
      for (std::size_t i = 0; i < size; ++i)
        sums[parts.back().docids[i]] += parts.back().frequencies[i];
    }
    const Postings all = joined(parts, kArticles);
    ASSERT_EQ(all.docids.size(), sums.size());
    std::size_t at = 0;
    for (const auto& [docid, frequency] : sums) {
      EXPECT_EQ(all.docids[at], docid);
      EXPECT_EQ(all.frequencies[at++], frequency);
    }
  }
}

TEST(InParallel, ThrowsWhatTheFirstOfTheFailingOnesThrew) {
  for (const std::size_t threads : {1u, 4u}) {
    try {
      in_parallel(20, threads, [](std::size_t i) {
        if (i == 7 || i == 13) throw std::runtime_error(std::to_string(i));
      });
      FAIL() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "7");
    }
  }
}

}  // namespace
}  // namespace newsindex
