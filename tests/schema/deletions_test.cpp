// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles of a segment are deleted.
#include "schema/segment/deletions.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;

constexpr std::uint64_t kArticles = 200;
const std::set<Docid> kSome{1, 2, 63, 64, 65, 128, 129, 130};

Deletions some() {
  Deletions deletions;
  for (const Docid docid : kSome) deletions.add(docid);
  return deletions;
}

TEST(Deletions, HoldWhatWasAddedAndNothingElse) {
  EXPECT_TRUE(Deletions().empty());
  EXPECT_FALSE(Deletions().contains(1));
  const Deletions deletions = some();
  EXPECT_EQ(deletions.count(), kSome.size());
  for (Docid docid = 1; docid <= 2 * kArticles; ++docid)
    EXPECT_EQ(deletions.contains(docid), kSome.contains(docid)) << docid;
}

TEST(Deletions, CountAnArticleOnce) {
  Deletions deletions = some();
  EXPECT_FALSE(deletions.add(64));
  EXPECT_EQ(deletions.count(), kSome.size());
  EXPECT_TRUE(deletions.add(66));
  EXPECT_EQ(deletions.count(), kSome.size() + 1);
}

TEST(Deletions, AreTakenOutOfAList) {
  std::vector<Docid> docids{1, 3, 64, 66, 130, 131, 199};
  some().remove_from(docids);
  EXPECT_THAT(docids, ElementsAre(3, 66, 131, 199));
  Deletions().remove_from(docids);
  EXPECT_THAT(docids, ElementsAre(3, 66, 131, 199));
}

TEST(Deletions, ComeBackFromTheirFile) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "deleted";
  some().write(path, kArticles);
  const Deletions read(path, kArticles, kSome.size());
  EXPECT_EQ(read.count(), kSome.size());
  for (Docid docid = 1; docid <= kArticles; ++docid)
    EXPECT_EQ(read.contains(docid), kSome.contains(docid)) << docid;
}

TEST(Deletions, AreRefusedWhenTheirNumberIsNotThatOfTheManifest) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "deleted";
  some().write(path, kArticles);
  EXPECT_THROW(Deletions(path, kArticles, kSome.size() - 1), Error);
  EXPECT_THROW(Deletions(path, kArticles, kSome.size() + 1), Error);
  EXPECT_THROW(Deletions(path, kArticles + 1, kSome.size()), Error);
}

}  // namespace
}  // namespace newsindex
