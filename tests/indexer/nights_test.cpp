// SPDX-License-Identifier: GPL-3.0-or-later
// An archive does not depend on how its sources arrived: night by night, all at once, or in steps.
#include <algorithm>
#include <chrono>
#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/write/run_sources.h"
#include "indexer/write/update.h"
#include "schema/archive/archive.h"
#include "tests/indexer/json_line.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Nights : public ::testing::Test {
 protected:
  // Writes a file and sets the time of its last change.
  void write(const std::string& name, const std::string& text, int moment) const {
    const std::string path = folder_.write("news/" + name, text);
    fs::last_write_time(path, fs::file_time_type(std::chrono::seconds(1'000'000 + moment)));
  }

  RunReport update(const std::string& archive, const std::string& sources = "news") {
    request_.archive = folder_.path() / archive;
    request_.run.threads = 1;
    request_.sources = {(folder_.path() / sources).string()};
    return update_archive(request_, {});
  }

  // The notes of an update about its sources.
  std::vector<std::string> notes_of_update() {
    std::vector<std::string> notes;
    request_.on_note = [&](const std::string& note) { notes.push_back(note); };
    update("archive");
    request_.on_note = {};
    return notes;
  }

  // Like `articles`, but without the number of the record in its source.
  std::map<std::string, std::string> bodies(const std::string& name) const {
    auto all = articles(name);
    for (auto& [id, article] : all) article = article.substr(0, article.rfind(' ')) + ")";
    return all;
  }

  // All articles of an archive, by id: the body, the name of the source file and the number of the
  // record.
  std::map<std::string, std::string> articles(const std::string& name) const {
    std::map<std::string, std::string> all;
    Archive archive(folder_.path() / name);
    std::uint64_t count = 0;
    for (const OpenSegment* open : archive.segments())
      for (Docid docid = 1; docid <= open->segment().documents; ++docid) {
        if (open->deletions().contains(docid)) continue;
        const Article article = open->article(docid);
        all[article.id] = article.body + " (" + fs::path(article.origin.path).filename().string() +
                          " " + std::to_string(article.origin.record) + ")";
        ++count;
      }
    EXPECT_EQ(all.size(), count) << "an article is there twice";
    EXPECT_EQ(count, archive.manifest().articles());
    return all;
  }

  TemporaryFolder folder_;
  UpdateRequest request_;
};

// Files that grow, are rewritten or touched, or repeat and correct what other files said. Some
// records have a version number or a time of change, most have none.
TEST_F(Nights, ThirtyNightsOneRunAndARunInStepsGiveTheSameArticles) {
  for (const unsigned seed : {1u, 2u, 3u, 4u}) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned end) { return static_cast<int>(random() % end); };
    std::map<std::string, std::string> texts;
    const auto some_line = [&](int night) {
      const std::string id = std::to_string(below(60));
      std::string more;
      if (below(4) == 0) more = R"(,"version":)" + std::to_string(below(3));
      if (below(4) == 0)
        more += R"(,"modified":"2023-05-0)" + std::to_string(1 + below(9)) + "T12:00:00Z\"";
      return line(id, "Text " + std::to_string(below(6)) + " of night " + std::to_string(night),
                  more);
    };
    const std::string nights = "nights" + std::to_string(seed);
    for (int night = 0; night < 30; ++night) {
      std::string day;
      for (int i = below(5); i >= 0; --i) day += some_line(night);
      const std::string name = "day-" + std::to_string(night) + ".jsonl";
      write(name, texts[name] = day, 10 * night);
      write("grows.jsonl", texts["grows.jsonl"] += some_line(night), 10 * night + below(3));
      if (below(3) == 0) {
        const std::string again = "day-" + std::to_string(below(30)) + ".jsonl";
        if (texts.contains(again))
          write(again, texts[again] += some_line(night), 10 * night + below(3));
      }
      update(nights);
    }
    request_.publish_every = std::chrono::milliseconds(0);
    const RunReport in_steps = update("steps" + std::to_string(seed));
    EXPECT_GE(in_steps.revision, 31u);
    request_.publish_every = std::chrono::hours(1);
    update("once" + std::to_string(seed));
    const auto once = articles("once" + std::to_string(seed));
    EXPECT_EQ(articles("steps" + std::to_string(seed)), once) << seed;
    EXPECT_EQ(articles(nights), once) << seed;
    fs::remove_all(folder_.path() / "news");
  }
}

TEST_F(Nights, ACorrectionInALaterFileStaysWhenTheOlderFileIsTouched) {
  write("a.jsonl", line("1", "Wrong."), 1);
  update("archive");
  write("b.jsonl", line("1", "Right."), 2);
  EXPECT_EQ(update("archive").replaced, 1u);
  write("a.jsonl", line("1", "Wrong."), 3);
  const RunReport touched = update("archive");
  EXPECT_EQ(touched.sources_unchanged, 2u);
  EXPECT_THAT(articles("archive"), ElementsAre(std::pair("1", "Right. (b.jsonl 0)")));
  request_.again = true;
  const RunReport again = update("archive");
  EXPECT_EQ(again.rejected, 0u);
  EXPECT_EQ(again.superseded, 1u);
  EXPECT_THAT(articles("archive"), ElementsAre(std::pair("1", "Right. (b.jsonl 0)")));
}

TEST_F(Nights, TheVersionThatTheRecordNamesWinsOverTheTimeOfItsFile) {
  write("a.jsonl",
        line("1", "Second.", R"(,"version":2)") +
            line("2", "Later.", R"(,"modified":"2023-05-01T00:00:00Z")"),
        1);
  write("b.jsonl", line("1", "First.", R"(,"version":1)") + line("2", "Earlier."), 2);
  update("archive");
  EXPECT_THAT(articles("archive"), ElementsAre(std::pair("1", "Second. (a.jsonl 0)"),
                                               std::pair("2", "Later. (a.jsonl 1)")));
}

TEST_F(Nights, WhatASourceSaysNoMoreDoesNotWinOverWhatItSaysNow) {
  const std::string later = line("1", "Later.", R"(,"modified":"2023-05-01T00:00:00Z")");
  write("a.jsonl", later, 1);
  update("archive");
  write("a.jsonl", line("1", "Now."), 2);
  EXPECT_EQ(update("archive").replaced, 1u);
  EXPECT_THAT(articles("archive"), ElementsAre(std::pair("1", "Now. (a.jsonl 0)")));
  write("a.jsonl", later, 3);
  update("archive");
  write("a.jsonl", later + line("1", "Now."), 4);
  EXPECT_EQ(update("archive").superseded, 1u) << "it says the other still";
  EXPECT_THAT(articles("archive"), ElementsAre(std::pair("1", "Later. (a.jsonl 0)")));
}

TEST_F(Nights, OfAFileThatGrewOnlyTheTailIsRead) {
  write("a.jsonl", line("1", "One.") + line("2", "Two."), 1);
  update("archive");
  write("a.jsonl", line("1", "One.") + line("2", "Two.") + line("3", "Three."), 2);
  const RunReport report = update("archive");
  EXPECT_EQ(report.added, 1u);
  EXPECT_EQ(report.records, 2u) << "the last one may not have been complete";
  EXPECT_THAT(articles("archive"), SizeIs(3));
  EXPECT_EQ(articles("archive").at("3"), "Three. (a.jsonl 2)");
}

TEST_F(Nights, AFileThatGrewAndChangedBeforeItsTailIsReadWhole) {
  write("a.jsonl", line("1", "One.") + line("2", "Two."), 1);
  update("archive");
  write("a.jsonl", line("1", "Uno.") + line("2", "Two.") + line("3", "Three."), 2);
  const RunReport report = update("archive");
  EXPECT_EQ(report.records, 3u);
  EXPECT_EQ(report.replaced, 1u);
  EXPECT_EQ(articles("archive").at("1"), "Uno. (a.jsonl 0)");
}

// A JSON list of records, the newest first, as in a feed.
std::string list_of(const std::vector<std::string>& records) {
  std::string text = "[";
  for (auto record = records.rbegin(); record != records.rend(); ++record)
    text += (text.size() == 1 ? "" : ",") + *record;
  return text + "]";
}

TEST_F(Nights, OfAFeedThatChangedOnlyTheNewRecordsAreUnderstood) {
  write("feed.json", list_of({line("1", "One."), line("2", "Two.")}), 1);
  update("archive");
  const std::vector<std::string> later{line("1", "One."), line("2", "Zwei."), line("3", "Three.")};
  write("feed.json", list_of(later), 2);
  EXPECT_THAT(notes_of_update(), Contains(HasSubstr("feed.json: read, 3 records, 1 as before")));
  write("feed.json", list_of(later) + "\n", 3);
  EXPECT_THAT(notes_of_update(), Contains(HasSubstr("feed.json: read, 3 records, 3 as before")));
  EXPECT_THAT(bodies("archive"),
              ElementsAre(std::pair("1", "One. (feed.json)"), std::pair("2", "Zwei. (feed.json)"),
                          std::pair("3", "Three. (feed.json)")));
}

TEST_F(Nights, AnArticleThatAFeedGivesInAnOlderVersionIsTakenAsItNowIs) {
  const std::string date = R"(,"modified":"2023-05-01T00:00:00Z")";
  write("feed.json", list_of({line("1", "One."), line("2", "Later.", date)}), 1);
  update("archive");
  write("feed.json", list_of({line("1", "One."), line("2", "Now.")}), 2);
  EXPECT_THAT(notes_of_update(), Contains(HasSubstr("feed.json: read once more, as a whole")));
  EXPECT_EQ(bodies("archive").at("2"), "Now. (feed.json)");
  write("feed.json", list_of({line("1", "One."), line("2", "Now."), line("2", "Later.", date)}), 3);
  update("archive");
  EXPECT_EQ(bodies("archive").at("2"), "Later. (feed.json)");
}

TEST_F(Nights, RecordsWhoseIdIsTheirPlaceAreReadEachTime) {
  const std::string one = R"({"title":"One","body":"One."})";
  const std::string two = R"({"title":"Two","body":"Two."})";
  write("feed.json", "[" + one + "," + two + "]", 1);
  update("archive");
  write("feed.json", "[" + two + "," + one + "]", 2);
  update("archive");
  const auto now = bodies("archive");
  ASSERT_THAT(now, SizeIs(2));
  EXPECT_EQ(now.begin()->second, "Two. (feed.json)");
}

// Feeds that get new records on top. Some records are corrections, come twice, or are in another
// feed, too.
TEST_F(Nights, FeedsGiveTheSameNightByNightAndAtOnce) {
  for (const unsigned seed : {1u, 2u, 3u, 4u}) {
    std::mt19937 random(seed);
    const auto below = [&](std::size_t end) { return static_cast<int>(random() % end); };
    std::map<std::string, std::vector<std::string>> feeds;
    const std::string nights = "nights" + std::to_string(seed);
    for (int night = 0; night < 20; ++night) {
      const std::string name = "feed" + std::to_string(below(3)) + ".json";
      auto& records = feeds[name];
      for (int i = below(4); i >= 0; --i) {
        // A few ids are in several feeds.
        const std::string id =
            below(40) == 0 ? "shared" : name + std::to_string(below(seed % 2 == 0 ? 1000 : 30));
        std::string more;
        if (below(5) == 0)
          more = R"(,"modified":"2023-05-0)" + std::to_string(1 + below(9)) + "T12:00:00Z\"";
        records.push_back(line(id, "Night " + std::to_string(night), more));
      }
      write(name, list_of(records), 10 * night);
      update(nights);
    }
    update("once" + std::to_string(seed));
    EXPECT_EQ(bodies(nights), bodies("once" + std::to_string(seed))) << seed;
    fs::remove_all(folder_.path() / "news");
  }
}

TEST_F(Nights, ARecordThatWasNotCompleteIsReadWhenItIs) {
  const std::string half = line("2", "Two.").substr(0, 20);
  write("a.jsonl", line("1", "One.") + half, 1);
  const RunReport first = update("archive");
  EXPECT_EQ(first.added, 1u);
  ASSERT_THAT(first.incomplete, SizeIs(1));
  write("a.jsonl", line("1", "One.") + line("2", "Two."), 2);
  const RunReport second = update("archive");
  EXPECT_EQ(second.added, 1u);
  EXPECT_THAT(second.incomplete, IsEmpty());
}

TEST_F(Nights, AFileThatIsNotWholeIsReportedEveryNightUntilItIs) {
  write("a.json", "[" + line("1", "One.") + "," + line("2", "Two."), 1);
  for (int night = 0; night < 3; ++night) {
    const RunReport report = update("archive");
    ASSERT_THAT(report.incomplete, SizeIs(1)) << night;
    EXPECT_TRUE(needs_attention(report));
    EXPECT_EQ(report.sources_read, 1u);
    EXPECT_EQ(report.rejected, night == 0 ? 1u : 0u);
    EXPECT_EQ(report.earlier_rejects, night == 0 ? 0u : 1u);
  }
  EXPECT_THAT(articles("archive"), SizeIs(2));
  write("a.json", "[" + line("1", "One.") + "," + line("2", "Two.") + "]", 2);
  const RunReport whole = update("archive");
  EXPECT_FALSE(needs_attention(whole));
  EXPECT_EQ(update("archive").sources_unchanged, 1u);
}

TEST_F(Nights, WhatIsRejectedIsNewOnce) {
  write("picture.png", "\x89PNG\r\n\x1a\n0000", 1);
  write("a.jsonl", line("1", "One.") + "{\"no\": \"article\"}\n", 1);
  EXPECT_EQ(update("archive").rejected, 2u);
  const RunReport second = update("archive");
  EXPECT_EQ(second.rejected, 0u);
  EXPECT_EQ(second.earlier_rejects, 2u);
  EXPECT_FALSE(needs_attention(second));
  write("a.jsonl", line("1", "One.") + "{\"no\": \"article\"}\n{\"again\": 1}\n", 2);
  const RunReport third = update("archive");
  EXPECT_EQ(third.rejected, 1u);
  EXPECT_EQ(third.earlier_rejects, 2u);
}

TEST_F(Nights, ArticlesOfASourceThatIsGoneStayUntilTheyArePruned) {
  write("a.jsonl", line("1", "One.") + line("2", "Two."), 1);
  write("b.jsonl", line("2", "Deux.") + line("3", "Three."), 2);
  update("archive");
  fs::remove(folder_.path() / "news" / "b.jsonl");
  const RunReport without = update("archive");
  EXPECT_THAT(without.gone, SizeIs(1));
  EXPECT_THAT(articles("archive"), SizeIs(3));
  request_.prune = request_.dry_run = true;
  EXPECT_EQ(update("archive").pruned, 2u);
  EXPECT_THAT(articles("archive"), SizeIs(3));
  request_.dry_run = false;
  EXPECT_EQ(update("archive").pruned, 2u);
  EXPECT_THAT(articles("archive"),
              ElementsAre(std::pair("1", "One. (a.jsonl 0)"), std::pair("2", "Two. (a.jsonl 1)")))
      << "what another source has is back";
  EXPECT_EQ(update("archive").pruned, 0u);
}

TEST_F(Nights, ARenamedSourceLosesNothingWhenTheOldOneIsPruned) {
  write("a.jsonl", line("1", "One."), 1);
  write("b.jsonl", line("2", "Two."), 1);
  update("archive");
  fs::rename(folder_.path() / "news" / "a.jsonl", folder_.path() / "news" / "z.jsonl");
  request_.prune = true;
  for (const bool prune : {false, true}) {
    request_.prune = prune;
    update("archive");
    EXPECT_THAT(articles("archive"), SizeIs(2)) << prune;
  }
  EXPECT_EQ(articles("archive").at("1"), "One. (z.jsonl 0)");
}

TEST_F(Nights, AFolderBelowThatHasLostAllItsFilesIsNotPrunedUntilItIsDeleted) {
  write("a.jsonl", line("1", "One."), 1);
  write("disk/day/b.jsonl", line("2", "Two."), 1);
  update("archive");
  const fs::path disk = folder_.path() / "news" / "disk";
  fs::remove_all(disk / "day");
  EXPECT_THAT(update("archive").alarms, IsEmpty()) << "nothing is lost";
  request_.prune = true;
  const RunReport kept = update("archive");
  EXPECT_EQ(kept.pruned, 0u);
  EXPECT_THAT(kept.gone, IsEmpty());
  ASSERT_THAT(kept.alarms, SizeIs(1));
  EXPECT_EQ(kept.alarms.front().name, fs::canonical(disk).string());
  fs::remove(disk);
  EXPECT_EQ(update("archive").pruned, 1u);
}

TEST_F(Nights, AFolderThatHasLostAllItsFilesIsAnAlarmAndNothingIsPruned) {
  write("a.jsonl", line("1", "One."), 1);
  update("archive");
  fs::remove(folder_.path() / "news" / "a.jsonl");
  request_.prune = true;
  const RunReport report = update("archive");
  EXPECT_THAT(report.alarms, SizeIs(1));
  EXPECT_TRUE(needs_attention(report));
  EXPECT_EQ(report.pruned, 0u);
  EXPECT_THAT(articles("archive"), SizeIs(1));
}

TEST_F(Nights, AnArchiveMovesWithItsSourcesBelowARoot) {
  write("a.txt", "Ministers meet\n\nThe ministers of two countries met on Monday.\n", 1);
  request_.find.roots = {{"", folder_.path() / "news"}};
  update("archive");
  EXPECT_EQ(articles("archive").begin()->first, "a.txt") << "its id is its name below the root";
  fs::rename(folder_.path() / "news", folder_.path() / "moved");
  request_.find.roots = {{"", folder_.path() / "moved"}};
  const RunReport moved = update("archive", "moved");
  EXPECT_EQ(moved.sources_unchanged, 1u);
  EXPECT_THAT(moved.gone, IsEmpty());
  request_.find.roots = {};
  EXPECT_EQ(update("archive", "moved").sources_unchanged, 1u) << "the archive knows its root";
}

TEST_F(Nights, ARootThatIsDeclaredWhileARunWaitsNamesItsFiles) {
  write("a.jsonl", line("1", "One."), 1);
  request_.archive = folder_.path() / "archive";
  request_.sources = {(folder_.path() / "news").string()};
  RunSources sources = find_sources(request_, {});
  ASSERT_THAT(sources.found.files, SizeIs(1));
  Ledger ledger;
  ledger.declare({"", fs::canonical(folder_.path() / "news")});
  find_again(sources, request_, ledger, {});
  ASSERT_THAT(sources.found.files, SizeIs(1));
  EXPECT_EQ(sources.found.files[0].path, "a.jsonl");
}

TEST_F(Nights, WhatChangesTheOutcomeHasTheSourceReadAgain) {
  write("a.jsonl", line("1", "One."), 1);
  update("archive");
  request_.limits.record_bytes = 10;
  EXPECT_EQ(update("archive").sources_read, 1u);
  request_.limits.depth = 20;
  EXPECT_EQ(update("archive").sources_read, 1u);
  request_.limits.nesting = 2;
  EXPECT_EQ(update("archive").sources_read, 1u);
  request_.limits.expansion = 2;
  EXPECT_EQ(update("archive").sources_read, 1u);
  request_.understand.reference_time = published_from_iso("2023-04-02");
  EXPECT_EQ(update("archive").sources_read, 1u);
  EXPECT_EQ(update("archive").sources_unchanged, 1u);
}

}  // namespace
}  // namespace newsindex
