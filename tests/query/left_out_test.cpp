// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of an archive with a damaged segment: all of the other segments, nothing of that one.
#include <filesystem>
#include <map>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/answer/from_search.h"
#include "query/render/render.h"
#include "query/search/search.h"
#include "tests/damaged_byte.h"
#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::vector<Article>> two_segments() {
  return {{make_article("a", "2023-01-01", "Harbour", "The harbour was closed."),
           make_article("b", "2023-01-02", "Storm", "A storm closed the harbour.")},
          {make_article("c", "2023-02-01", "Reopened", "The harbour is open.")}};
}

class LeftOutTest : public ::testing::Test {
 protected:
  SearchAnswer harbour() {
    return with_archive(archive_.path(),
                        [](Archive& archive) { return search(archive, make_request("harbour")); });
  }

  std::vector<std::string> ids(const SearchAnswer& answer) {
    std::vector<std::string> ids;
    for (const Hit& hit : answer.hits) ids.push_back(hit.article.id);
    return ids;
  }

  fs::path file(const std::string& name) const { return archive_.path() / "segments/s0" / name; }

  std::map<std::string, std::string> harbour_{{"a", "The harbour was closed."},
                                              {"b", "A storm closed the harbour."},
                                              {"c", "The harbour is open."}};
  TestArchive archive_{two_segments()};
};

TEST_F(LeftOutTest, NothingIsLeftOutOfAWholeArchive) {
  EXPECT_EQ(harbour().total, 3u);
  EXPECT_THAT(harbour().archive.left_out, IsEmpty());
}

TEST_F(LeftOutTest, ASegmentWithAMissingFileIsLeftOut) {
  for (const char* name : {"columns", "terms", "copies", "xapian"}) {
    fs::rename(file(name), archive_.path() / "away");
    EXPECT_THAT(ids(harbour()), ElementsAre("c")) << name;
    EXPECT_THAT(harbour().archive.left_out, ElementsAre("s0")) << name;
    fs::rename(archive_.path() / "away", file(name));
  }
  EXPECT_EQ(harbour().total, 3u);
}

TEST_F(LeftOutTest, ASegmentThatWasCutIsLeftOut) {
  fs::resize_file(file("terms"), fs::file_size(file("terms")) - 1);
  EXPECT_THAT(ids(harbour()), ElementsAre("c"));
}

// Whichever byte is wrong, an answer has all of a segment or nothing of it.
TEST_F(LeftOutTest, DamageThatShowsInTheMiddleOfASearchLeavesTheSegmentOut) {
  std::size_t left_out = 0;
  for (const char* name : {"columns", "terms"})
    for (std::size_t at = 0; at < fs::file_size(file(name)); at += 7) {
      const DamagedByte damage(file(name), at, 0x10);
      const SearchAnswer answer = harbour();
      if (answer.archive.left_out.empty()) {
        EXPECT_EQ(answer.total, 3u) << name << " " << at;
      } else {
        ++left_out;
        EXPECT_THAT(ids(answer), ElementsAre("c")) << name << " " << at;
      }
    }
  EXPECT_GT(left_out, 20u);
}

TEST_F(LeftOutTest, AnArticleIsShownAsItWasStoredOrNotAtAll) {
  const fs::path path = file("xapian");
  std::size_t left_out = 0;
  for (std::size_t at = 8192; at < fs::file_size(path); at += 97) {
    const DamagedByte damage(path, at, 0x10);
    const SearchAnswer answer = harbour();
    if (answer.archive.left_out.empty()) {
      for (const Hit& hit : answer.hits)
        EXPECT_EQ(hit.article.body, harbour_[hit.article.id]) << at;
      EXPECT_EQ(answer.total, 3u);
    } else {
      ++left_out;
      EXPECT_THAT(ids(answer), ElementsAre("c")) << at;
    }
  }
  EXPECT_GT(left_out, 0u);
}

TEST_F(LeftOutTest, EveryKindOfAnswerNamesIt) {
  fs::remove(file("terms"));
  const QueryChoice request = make_request("harbour");
  with_archive(archive_.path(), [&](Archive& archive) {
    EXPECT_THAT(count(archive, request).archive.left_out, ElementsAre("s0"));
    EXPECT_THAT(facets(archive, {request, {"lang"}}).archive.left_out, ElementsAre("s0"));
    EXPECT_THAT(timeline(archive, {request}).archive.left_out, ElementsAre("s0"));
    EXPECT_THAT(entities(archive, {"harbour"}).archive.left_out, ElementsAre("s0"));
    EXPECT_THAT(related(archive, {make_request("org:un")}).archive.left_out, ElementsAre("s0"));
    const ShowAnswer shown = show(archive, {{"a", "c"}});
    EXPECT_THAT(shown.archive.left_out, ElementsAre("s0"));
    EXPECT_THAT(shown.missing, ElementsAre("a"));
    return 0;
  });
}

TEST_F(LeftOutTest, JsonSaysThatItIsIncomplete) {
  std::ostringstream whole;
  render(whole, to_answer(harbour()), Format::json, {});
  EXPECT_THAT(whole.str(), Not(HasSubstr("incomplete")));
  fs::remove(file("terms"));
  std::ostringstream json;
  render(json, to_answer(harbour()), Format::json, {});
  EXPECT_THAT(json.str(), HasSubstr(R"("incomplete":true,"left_out":["s0"])"));
  std::ostringstream lines;
  render(lines, to_answer(harbour()), Format::jsonl, {});
  EXPECT_THAT(lines.str(), HasSubstr(R"("incomplete":true,"left_out":["s0"])"));
}

// Marks the segment as a run does that could not read it.
TEST_F(LeftOutTest, ASegmentThatARunHasMarkedIsLeftOut) {
  Manifest manifest = read_manifest(archive_.path());
  manifest.segments[0].damage = "it was not as it was published";
  write_manifest(archive_.path(), manifest);
  EXPECT_THAT(ids(harbour()), ElementsAre("c"));
}

}  // namespace
}  // namespace newsindex
