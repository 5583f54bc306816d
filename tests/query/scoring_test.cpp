// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the scores of the text with the sums of Xapian's matcher on the same segments.
#include "query/search/scoring.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/search.h"
#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

using Query = Xapian::Query;

// Articles made of up to twelve words; the first of these are in most articles.
std::vector<std::vector<Article>> articles_of_words() {
  const std::vector<std::string> words{"oil",  "rain", "coast", "ship", "storm", "tax",
                                       "vote", "goal", "river", "mine", "snow",  "moon"};
  std::mt19937 random(7);
  std::vector<std::vector<Article>> segments(3);
  for (int i = 0; i < 400; ++i) {
    std::string text;
    for (unsigned at = 0; at < 5 + random() % 60; ++at)
      text += words[random() % (1 + random() % words.size())] + " ";
    segments[random() % 3].push_back(
        make_article("a" + std::to_string(i), "2023-04-02", words[random() % words.size()], text));
  }
  return segments;
}

// BM25 for Xapian's matcher, with the same formula for the rarity of a word as ours.
class Bm25 : public Xapian::Weight {
 public:
  Bm25() {
    need_stat(COLLECTION_SIZE);
    need_stat(TERMFREQ);
    need_stat(AVERAGE_LENGTH);
    need_stat(WDF);
    need_stat(DOC_LENGTH);
    need_stat(WQF);
  }
  std::string name() const override { return "Bm25"; }
  std::string serialise() const override { return {}; }
  Xapian::Weight* unserialise(const std::string& /*parameters*/) const override {
    return new Bm25();
  }
  Xapian::Weight* clone() const override { return new Bm25(); }
  void init(double factor) override {
    weight_ = factor * get_wqf() * std::log((get_collection_size() + 1.0) / (get_termfreq() + 0.5));
  }
  double get_sumpart(Xapian::termcount times, Xapian::termcount length,
                     Xapian::termcount /*different*/) const override {
    const double normal = std::max(length / get_average_length(), 0.5);
    return weight_ * 2.2 * times / (1.2 * (0.25 + 0.75 * normal) + times);
  }
  double get_maxpart() const override { return weight_ * 2.2; }
  double get_sumextra(Xapian::termcount /*length*/,
                      Xapian::termcount /*different*/) const override {
    return 0;
  }
  double get_maxextra() const override { return 0; }

 private:
  double weight_ = 0;
};

class ScoringTest : public ::testing::Test {
 protected:
  std::map<std::string, double> ours(const std::string& query) {
    Archive archive = archive_.open();
    SearchRequest request = make_request(query);
    request.limit = 1000;
    request.explain = true;
    std::map<std::string, double> scores;
    for (const Hit& hit : search(archive, request).hits)
      scores[hit.article.id] = hit.explanation.value().text;
    return scores;
  }

  std::map<std::string, double> of_xapian(const Query& query) {
    Archive archive = archive_.open();
    Xapian::Database all;
    for (const OpenSegment* segment : archive.segments()) all.add_database(segment->database());
    Xapian::Enquire enquire(all);
    enquire.set_weighting_scheme(Bm25());
    enquire.set_query(query);
    std::map<std::string, double> scores;
    const Xapian::MSet found = enquire.get_mset(0, 1000);
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      scores[decode_article(hit.get_document().get_data()).id] = hit.get_weight();
    return scores;
  }

  void expect_equal(const std::string& query, const Query& same) {
    const auto our_scores = ours(query);
    const auto scores = of_xapian(same);
    ASSERT_FALSE(scores.empty()) << query;
    ASSERT_EQ(our_scores.size(), scores.size()) << query;
    for (const auto& [id, score] : scores)
      EXPECT_NEAR(our_scores.at(id), score, 1e-9 * score) << query << " " << id;
  }

  TestArchive archive_{articles_of_words()};
};

TEST_F(ScoringTest, AgreesWithXapianOnWords) {
  for (const char* word : {"oil", "coast", "moon"}) expect_equal(word, Query(word));
}

TEST_F(ScoringTest, AgreesWithXapianOnSeveralWords) {
  const Query oil("oil"), ship("ship"), snow("snow"), mine("mine");
  expect_equal("oil ship snow", oil & ship & snow);
  expect_equal("(oil OR ship OR snow)", oil | ship | snow);
  expect_equal("oil -ship", Query(Query::OP_AND_NOT, oil, ship));
  expect_equal("(oil OR mine) ship", (oil | mine) & ship);
  expect_equal("((oil ship) OR (snow mine))", (oil & ship) | (snow & mine));
  expect_equal("snow snow oil", snow & snow & oil);
  expect_equal("title:snow oil", Query("Ssnow") & oil);
  expect_equal("((oil -ship) OR snow)", Query(Query::OP_AND_NOT, oil, ship) | snow);
}

TEST_F(ScoringTest, CountsFiltersForNothing) {
  EXPECT_EQ(ours("oil lang:en date:2023"), ours("oil"));
  for (const auto& [id, score] : ours("lang:en date:2023")) EXPECT_EQ(score, 0) << id;
}

TEST_F(ScoringTest, TakesTheWordsOfAWildcardForOneWord) {
  const TestArchive one({{make_article("a", "", "", "ships ship shipped other words"),
                          make_article("b", "", "", "ship"), make_article("c", "", "", "tax")}});
  Archive archive = one.open();
  EXPECT_EQ(search(archive, make_request("shi*")).hits.front().score,
            search(archive, make_request("ship")).hits.front().score);
}

}  // namespace
}  // namespace newsindex
