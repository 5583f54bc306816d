// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive stores about the past versions of an article.
#include "indexer/write/past_versions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/write/maintain.h"
#include "indexer/write/update.h"
#include "schema/archive/archive.h"
#include "tests/indexer/json_line.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PastVersions : public ::testing::Test {
 protected:
  PastVersions() {
    request_.archive = folder_.path() / "archive";
    request_.run.threads = 1;
  }

  void update(const std::string& text, const std::string& name = "news.jsonl") {
    request_.sources = {folder_.write(name, text)};
    update_archive(request_, {});
  }

  Article stored() const { return Archive(request_.archive).find("1").value(); }

  std::uint64_t sequence() const {
    Archive archive(request_.archive);
    for (const OpenSegment* open : archive.segments())
      if (const auto docid = open->find("1")) return open->columns().sequences()[*docid - 1];
    return 0;
  }

  TemporaryFolder folder_;
  UpdateRequest request_;
};

TEST_F(PastVersions, TellWhichFieldsWereCorrected) {
  update(line("1", "One.") + line("2", "Two."));
  EXPECT_THAT(stored().past, IsEmpty());
  const std::uint64_t first = sequence();
  update(line("1", "Uno.") + line("2", "Two."));
  EXPECT_THAT(stored().past, ElementsAre(PastVersion{first, {"body"}}));
  const std::uint64_t second = sequence();
  EXPECT_GT(second, first);
  update(line("1", "Uno.", R"(,"section":"Sport")") + line("2", "Two."));
  EXPECT_THAT(stored().past,
              ElementsAre(PastVersion{first, {"body"}}, PastVersion{second, {"section"}}));
  compact_archive(request_.archive, request_.run);
  EXPECT_EQ(stored().past.size(), 2u) << "a merge keeps them";
}

TEST_F(PastVersions, AnArticleThatIsOnlyAnalysedAnewIsNoNews) {
  update(line("1", "Kyodo said so."));
  const std::uint64_t first = sequence();
  request_.enrich.authorities = {
      folder_.write("names.tsv", "Kyodo News\torg\tKyodo\tQ1151041\tJP\n")};
  request_.again = true;
  update(line("1", "Kyodo said so."));
  EXPECT_EQ(stored().entities.size(), 1u);
  EXPECT_EQ(sequence(), first);
  EXPECT_THAT(stored().past, IsEmpty());
}

TEST_F(PastVersions, AnArticleThatMovesToAnotherFileIsNoNews) {
  update(line("1", "One."), "news/old.jsonl");
  const std::uint64_t first = sequence();
  std::filesystem::remove(folder_.path() / "news/old.jsonl");
  folder_.write("news/new.jsonl", line("1", "One."));
  request_.prune = true;
  request_.sources = {(folder_.path() / "news").string()};
  update_archive(request_, {});
  EXPECT_TRUE(stored().origin.path.ends_with("new.jsonl"));
  EXPECT_EQ(sequence(), first);
}

TEST_F(PastVersions, OfManyTheOldestAreJoined) {
  const Article then;
  Article now;
  now.title = "Title";
  KnownArticle known;
  for (std::uint64_t sequence = 1; sequence <= 12; ++sequence) {
    known.sequence = sequence;
    known.article.past = past_versions(known, sequence == 1 ? now : then);
  }
  const auto& past = known.article.past;
  ASSERT_EQ(past.size(), kMostPastVersions);
  EXPECT_EQ(past.front(), (PastVersion{1, {"title"}}));
  EXPECT_EQ(past.back().sequence, 12u);
}

}  // namespace
}  // namespace newsindex
