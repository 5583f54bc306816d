// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of a site show about each other is kept beyond the run that read them.
#include "indexer/write/site_profiles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/write/intake.h"
#include "indexer/write/update.h"
#include "schema/archive/archive.h"
#include "schema/document.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kMotto =
    "The Harbour Gazette has told the stories of the coast since 1871, from the first light on the "
    "pier to the last ferry of the night, and it always will.";

std::string page(int number, const std::string& date, const std::string& more = "") {
  const std::string n = std::to_string(number);
  return "<link rel=canonical href='https://gazette.example/ward/" + n + "'><h1>Ward " + n +
         " votes</h1><main><p class=date>" + date + "</p><p>The council of ward " + n +
         " voted for the new tram line on Tuesday evening, after a debate of six hours, its "
         "chairman said.</p><p>" +
         kMotto + "</p><p>Work in ward " + n +
         " begins in autumn, and it will take four years to finish the line and the bridge." +
         more + "</p></main>";
}

std::string address(int number) { return "https://gazette.example/ward/" + std::to_string(number); }

class SitesOfAnArchive : public ::testing::Test {
 protected:
  SitesOfAnArchive() {
    request_.archive = folder_.path() / "archive";
    request_.run.threads = 2;
  }

  std::string write(int number, const std::string& date, const std::string& more = "") {
    return folder_.write("page-" + std::to_string(number) + ".html", page(number, date, more));
  }

  RunReport update(const std::vector<std::string>& sources) {
    request_.sources = sources;
    return update_archive(request_, {});
  }

  void update_pages(int first, int last) {
    std::vector<std::string> sources;
    for (int i = first; i <= last; ++i) sources.push_back(write(i, "04/23/2023"));
    update(sources);
  }

  Article article(int number) const {
    return Archive(request_.archive).find(address(number)).value();
  }

  SiteProfiles profiles() const {
    return SiteProfiles::read(request_.archive, read_manifest(request_.archive).table(kSitesTable));
  }

  TemporaryFolder folder_;
  UpdateRequest request_;
};

TEST_F(SitesOfAnArchive, APageThatIsTouchedAloneStaysWithoutTheFurniture) {
  update_pages(1, 8);
  EXPECT_THAT(article(3).body, Not(HasSubstr(kMotto)));
  EXPECT_EQ(update({write(3, "04/23/2023", " So it was said.")}).replaced, 1u);
  EXPECT_THAT(article(3).body, AllOf(HasSubstr("So it was said."), Not(HasSubstr(kMotto))));
}

TEST_F(SitesOfAnArchive, ANewPageThatComesAloneIsReadLikeItsSiblings) {
  update_pages(1, 8);
  update({write(9, "04/02/2023")});
  EXPECT_THAT(article(9).body, AllOf(HasSubstr("ward 9"), Not(HasSubstr(kMotto))));
  EXPECT_EQ(to_iso(article(9).published.value()), "2023-04-02") << "months stand first here";
}

TEST_F(SitesOfAnArchive, APageThatIsReadOftenIsOnePage) {
  for (int i = 0; i < 8; ++i) update({write(1, "04/23/2023", std::to_string(i))});
  EXPECT_THAT(article(1).body, HasSubstr(kMotto));
  EXPECT_EQ(profiles().furniture().sites().begin()->second.pages.count(), 1u);
  EXPECT_EQ(profiles().orders().sites().begin()->second.month_first, 1u);
}

TEST_F(SitesOfAnArchive, WhatIsKnownOfASiteGrowsFromRunToRun) {
  update_pages(1, 3);
  EXPECT_THAT(article(1).body, HasSubstr(kMotto)) << "three pages tell nothing";
  update_pages(4, 6);
  EXPECT_THAT(article(6).body, Not(HasSubstr(kMotto)));
}

TEST_F(SitesOfAnArchive, HaveNoTableWhereNothingIsLearned) {
  update({folder_.write("news.jsonl", R"({"id":"a","title":"Rain","body":"It rains."})")});
  EXPECT_EQ(read_manifest(request_.archive).table(kSitesTable), "");
}

TEST_F(SitesOfAnArchive, AreReadAsTheyWereWritten) {
  update_pages(1, 70);
  const SiteProfiles before = profiles();
  const std::string name = before.write(request_.archive, 99);
  EXPECT_EQ(name, "sites-99.tsv");
  const SiteProfiles again = SiteProfiles::read(request_.archive, name);
  const auto& [site, known] = *again.furniture().sites().begin();
  EXPECT_TRUE(again.furniture().is_settled(site));
  EXPECT_EQ(known.lines, before.furniture().sites().begin()->second.lines);
  EXPECT_EQ(known.lines.size(), 1u) << "of a settled site only the furniture is kept";
  EXPECT_EQ(again.orders().sites().begin()->second.month_first, 64u);
  EXPECT_FALSE(again.has_changed());
}

// The bodies of these pages; the intake is drained after every `step` pages.
std::vector<std::string> bodies(int pages, int step) {
  const Enricher enricher({});
  const UnderstandOptions options;
  SiteProfiles profiles;
  WorkerPool pool(2, 64);
  Intake intake({}, options, enricher, profiles, pool);
  std::map<std::string, std::string> by_id;
  const auto drain = [&](Drain which) {
    for (const TakenArticle& taken : intake.drain(which, [](const Reject&) {}))
      by_id[taken.article.id] = taken.article.body;
  };
  for (int i = 1; i <= pages; ++i) {
    Record record;
    record.format = RecordFormat::html;
    record.origin.path = "/pages/" + std::to_string(i);
    record.bytes = page(i, "04/23/2023");
    intake.add(std::move(record));
    if (i % step == 0) drain(Drain::ready);
  }
  drain(Drain::all);
  std::vector<std::string> all;
  for (auto& [id, body] : by_id) all.push_back(std::move(body));
  return all;
}

TEST(SiteProfiles, MakeTheSameOfPagesWhereverTheyAreParted) {
  for (const int pages : {12, 100}) {
    const auto together = bodies(pages, 1000);
    ASSERT_EQ(together.size(), static_cast<std::size_t>(pages));
    EXPECT_THAT(together, ::testing::Each(Not(HasSubstr(kMotto))));
    EXPECT_EQ(bodies(pages, 1), together);
    EXPECT_EQ(bodies(pages, 7), together);
  }
}

}  // namespace
}  // namespace newsindex
