// SPDX-License-Identifier: GPL-3.0-or-later
// Whom short names mean, in archives that grow, lose articles and are rebuilt.
#include "indexer/write/archive_bearers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "indexer/care/export.h"
#include "indexer/write/retag.h"
#include "indexer/write/update.h"
#include "schema/archive/archive.h"
#include "schema/article_json.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

// An article with one person; `aliases` are the short names of this person.
std::string line(const std::string& id, const std::string& person, const std::string& aliases = "",
                 const std::string& date = "2012-03-04") {
  return R"({"id":")" + id + R"(","title":"Report )" + id + R"(","date":")" + date +
         R"(","body":"It rained )" + id + R"(.","people":[{"name":")" + person +
         R"(","aliases":[)" + aliases + "]}]}\n";
}

std::string full(const std::string& id, const std::string& date = "2012-03-04") {
  return line(id, "Barack Obama", R"("Obama")", date);
}

// Enough articles to decide whom the short name means.
std::string enough(const std::string& ids, const std::string& date = "2012-03-04") {
  std::string all;
  for (const char* number : {"1", "2", "3", "4"}) all += full(ids + number, date);
  return all;
}

class ArchiveBearers : public ::testing::Test {
 protected:
  RunReport update(const std::string& name, const std::string& archive = "archive") {
    UpdateRequest request;
    request.archive = folder_.path() / archive;
    request.run.threads = 2;
    request.sources = {(folder_.path() / name).string()};
    return update_archive(request, {});
  }

  void night(const std::string& name, const std::string& text) {
    folder_.write("news/" + name, text);
    update("news");
  }

  Bearers bearers(const std::string& archive = "archive") const {
    return Archive(folder_.path() / archive).bearers().get();
  }

  // The entity of the article, named as it is shown.
  Entity person(const std::string& id, const std::string& archive = "archive") const {
    Archive open(folder_.path() / archive);
    Article article = open.find(id).value();
    Analyzer analyzer;
    name_bearers(article, open.bearers().get(), analyzer);
    return article.entities.at(0);
  }

  TemporaryFolder folder_;
};

TEST_F(ArchiveBearers, AShortNameMeansTheOneBearerWhenTheArchiveKnowsOne) {
  night("1.jsonl", full("a") + line("b", "Obama"));
  EXPECT_EQ(person("b").name, "Obama") << "one article is no evidence";
  night("2.jsonl", enough("c"));
  EXPECT_EQ(person("b").name, "Barack Obama") << "also in an article of the night before";
  EXPECT_EQ(person("b").found_as, "Obama");
  EXPECT_THAT(person("b").aliases, Contains("Obama"));
  EXPECT_GE(person("b").bearer_confidence, 80);
  EXPECT_EQ(person("b").origin, Origin::source) << "the source said that it is he";
}

TEST_F(ArchiveBearers, AnotherBearerWhoComesLaterTakesTheNameBack) {
  night("1.jsonl", enough("a") + line("c", "Obama"));
  EXPECT_EQ(person("c").name, "Barack Obama");
  night("2.jsonl", line("d", "Michelle Obama", R"("Obama")"));
  EXPECT_EQ(person("c").name, "Obama") << "two compete";
  night("3.jsonl", enough("e", "2015-03-04") + line("g", "Obama", "", "2015-05-01"));
  EXPECT_EQ(person("g").name, "Barack Obama") << "years later nobody competes";
  EXPECT_EQ(person("c").name, "Obama");
}

TEST_F(ArchiveBearers, TheOrderOfArrivalDoesNotMatter) {
  const std::vector<std::string> texts{
      full("a") + line("b", "Obama"), full("c") + full("f"),
      enough("d", "2014-01-01"),      line("e", "Michelle Obama", R"("Obama")", "2014-01-02"),
      enough("g", "2009-01-01"),      line("h", "Obama", "", "2009-02") + full("i")};
  for (const std::size_t step : {1u, 5u}) {  // neither has a factor in common with 6
    const std::string name = "order" + std::to_string(step);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::size_t at = i * step % texts.size();
      folder_.write(name + "/" + std::to_string(at) + ".jsonl", texts[at]);
      update(name, "archive" + name);
    }
  }
  update("order1", "once");
  EXPECT_FALSE(bearers("once").all().empty());
  EXPECT_EQ(bearers("archiveorder1"), bearers("once"));
  EXPECT_EQ(bearers("archiveorder5"), bearers("once"));
}

TEST_F(ArchiveBearers, WhatIsCorrectedIsNoEvidenceAnyMore) {
  night("1.jsonl", enough("a") + line("c", "Obama"));
  EXPECT_EQ(person("c").name, "Barack Obama");
  night("1.jsonl",
        line("a1", "Ann Orr") + full("a2") + full("a3") + full("a4") + line("c", "Obama"));
  EXPECT_EQ(person("c").name, "Obama");
}

TEST_F(ArchiveBearers, RetagMakesAMissingTableAnew) {
  night("1.jsonl", enough("a") + line("c", "Obama"));
  const std::filesystem::path archive = folder_.path() / "archive";
  Manifest manifest = read_manifest(archive);
  ASSERT_EQ(manifest.tables.erase(kBearersTable.name), 1u);
  write_manifest(archive, manifest);
  EXPECT_EQ(person("c").name, "Obama");
  RetagRequest request;
  request.rewrite.archive = archive;
  retag_archive(request, {});
  EXPECT_EQ(person("c").name, "Barack Obama");
}

TEST_F(ArchiveBearers, AnExportMakesTheSameArchive) {
  night("1.jsonl", enough("a") + line("c", "Obama") +
                       R"({"id":"both","title":"Report","date":"2012-03-04","body":"It rained.",)"
                       R"("people":[{"name":"Barack Obama"},{"name":"Obama"}]})"
                       "\n");
  std::string lines;
  export_articles(
      folder_.path() / "archive", {},
      [&](const Article& article) {
        lines += json_line(to_json(article)) + "\n";
        return true;
      },
      nullptr);
  EXPECT_THAT(lines, ::testing::HasSubstr(R"("found_as":"Obama")"));
  folder_.write("export.jsonl", lines);
  update("export.jsonl", "again");
  EXPECT_EQ(bearers("again"), bearers());
  EXPECT_EQ(person("c", "again"), person("c"));
  EXPECT_EQ(Archive(folder_.path() / "again").find("c")->entities.at(0).name, "Obama")
      << "what is stored is what the article says";
  const auto people = Archive(folder_.path() / "again").find("both")->entities;
  ASSERT_EQ(people.size(), 2u) << "one person by two names is not joined for good";
  EXPECT_EQ(people, Archive(folder_.path() / "archive").find("both")->entities);
  EXPECT_EQ(person("both").name, "Barack Obama");
}

}  // namespace
}  // namespace newsindex
