// SPDX-License-Identifier: GPL-3.0-or-later
// Clauses that all articles match, in an archive of more than a thousand articles after one was
// corrected. Xapian's matcher would take this case for damage, so it must never get it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/search.h"
#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

constexpr int kArticles = 1200;

Article wire_report(int number) {
  Article article =
      make_article("r" + std::to_string(number), "1987-03-0" + std::to_string(1 + number % 9),
                   "Report", number % 3 == 0 ? "Oil rose." : "Grain fell.");
  article.source = "Reuters";
  return article;
}

class CorrectedArchive : public ::testing::Test {
 protected:
  CorrectedArchive() {
    std::vector<Article> first;
    for (int i = 0; i < kArticles; ++i) first.push_back(wire_report(i));
    Article correction = wire_report(30);
    correction.body = "Grain fell; oil did not.";
    archive_ =
        std::make_unique<TestArchive>(std::vector<std::vector<Article>>{first, {correction}});
    archive_->remove("r30", 1);
  }
  std::uint64_t total(const std::string& query) {
    Archive archive = archive_->open();
    const SearchAnswer answer = search(archive, make_request(query));
    EXPECT_EQ(count(archive, make_request(query)).total, answer.total) << query;
    return answer.total;
  }
  std::unique_ptr<TestArchive> archive_;
};

TEST_F(CorrectedArchive, AnswersWhatAllArticlesMatch) {
  for (const char* query : {"", "lang:en", "date:1987", "after:1986", "source:=\"Reuters\"",
                            "lang:en date:1987", "report lang:en"})
    EXPECT_EQ(total(query), kArticles) << query;
  EXPECT_EQ(total("lang:en -oil"), kArticles - kArticles / 3);
  EXPECT_EQ(total("oil"), kArticles / 3);
  EXPECT_EQ(total("id:r30"), 1u);
}

TEST_F(CorrectedArchive, ShowsTheCorrectionOnly) {
  Archive archive = archive_->open();
  EXPECT_EQ(show(archive, {{"r30"}}).articles.at(0).article.body, "Grain fell; oil did not.");
}

TEST_F(CorrectedArchive, CountsFacetsAndBarsOfTheLivingOnly) {
  Archive archive = archive_->open();
  const QueryChoice request = make_request("lang:en");
  EXPECT_EQ(facets(archive, {request, {"source"}}).facets.at(0).values.at(0).articles, kArticles);
  EXPECT_EQ(timeline(archive, {request, Step::year}).bars.at(0).articles, kArticles);
}

}  // namespace
}  // namespace newsindex
